import sarybel_case
import pytest

from svod.model import Record


@pytest.fixture
def record() -> Record:
    """A small made-up case; see `sarybel_case`."""
    return sarybel_case.RECORD
