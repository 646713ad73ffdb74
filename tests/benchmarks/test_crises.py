"""Made-up crises: the same accounts whatever the size, in all languages."""

from pathlib import Path

import pytest
from benchmarks.crises import LANGUAGES, account, write_accounts


@pytest.mark.parametrize("many", [False, True])
def test_the_nth_account_is_the_same_and_no_two_are_one(many: bool) -> None:  # noqa: FBT001
    told = [account(number, many=many) for number in range(240)]
    assert told == [account(number, many=many) for number in range(240)]
    assert len({one.name for one in told}) == 240
    assert {one.language for one in told} == set(LANGUAGES)


def test_many_crises_lie_apart_in_time_and_one_does_not() -> None:
    assert account(950, many=True).published > account(50, many=True).published
    days = [account(number, many=False).published for number in range(0, 900, 30)]
    assert (max(days) - min(days)).days < 60


def test_accounts_are_written_with_what_a_sidecar_tells(tmp_path: Path) -> None:
    size = write_accounts(tmp_path / "texts", range(6), many=False, languages=LANGUAGES)
    texts = sorted((tmp_path / "texts").glob("*.txt"))
    assert sum(len(path.read_text("utf-8")) for path in texts) == size
    assert len((tmp_path / "texts" / "documents.jsonl").read_text("utf-8").splitlines()) == len(texts) == 6
