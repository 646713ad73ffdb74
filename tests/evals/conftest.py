"""Lets the tests import `evals`, which lies beside `src` and is not installed."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "dev: reads the development sets beside the checkout")
