import pytest
import sarybel_case

from svod.model import Record


@pytest.fixture
def record() -> Record:
    """A small made-up case; see `sarybel_case`."""
    return sarybel_case.RECORD
