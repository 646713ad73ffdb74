"""svod is as right as it was: on the golden texts, and on the development sets if they are there."""

from dataclasses import replace
from pathlib import Path

import pytest
from evals.floors import load_floors, write_floors
from evals.gate import Result, dev_corpora, failures, golden_corpora, main, run, update
from evals.score import score

TINY = """
[[text]]
id = "en-tiny"
published = "2019-05-14"
when = "2019-05-13"
where = "Lagos"
text = "Police arrested 12 people in Lagos on Monday. A court was set on fire."
statements = [
  { event = "detention", figure = "detained", of = "people", number = "12", quote = "Police arrested 12 people in Lagos on Monday" },
  { event = "arson", quote = "A court was set on fire" },
]
times = [["Monday", "2019-05-13"]]
places = [["Lagos", "Lagos", "city"]]
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    (folder / "en").mkdir()
    (folder / "en" / "tiny.toml").write_text(TINY, "utf-8")
    return folder


@pytest.fixture(scope="module")
def result(tiny: Path) -> Result:
    [only] = run(golden_corpora(tiny))
    return only


def without_events(result: Result) -> Result:
    figures = [match.predicted for match in result.scores["figure"].matches]
    return replace(result, scores=score(result.corpus.gold, figures))


def gate(tiny: Path, floors: Path, *options: str) -> int:
    return main(["--golden", str(tiny), "--dev", str(tiny / "none"), "--floors", str(floors), *options])


def test_no_golden_floor_is_missed() -> None:
    assert failures(list(run(golden_corpora())), load_floors()) == []


@pytest.mark.dev
@pytest.mark.skipif(not dev_corpora(), reason="the development sets are not here")
def test_no_floor_of_the_development_sets_is_missed() -> None:
    assert failures(list(run(dev_corpora())), load_floors()) == []


def test_the_run_that_set_the_floors_passes(result: Result) -> None:
    assert failures([result], update([result], {})) == []


def test_a_lowered_score_fails(result: Result) -> None:
    floors = update([result], {})
    fell = failures([without_events(result)], floors)
    assert "golden-en: event strict: 0.0000 is 0.5000 below the floor 0.5000" in fell


def test_a_changed_corpus_cannot_pass_unseen(result: Result) -> None:
    changed = replace(result, corpus=replace(result.corpus, digest="other"))
    [line] = failures([changed], update([result], {}))
    assert "not the corpus that the floors were measured on" in line


def test_a_corpus_without_floors_fails(result: Result) -> None:
    assert failures([result], {}) == ["golden-en: has no floors; set them with --update"]


def test_one_letter_changes_the_digest(tiny: Path, tmp_path: Path, result: Result) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "tiny.toml").write_text(TINY.replace("12 people", "13 people"), "utf-8")
    [corpus] = golden_corpora(tmp_path)
    assert corpus.digest != result.corpus.digest
    assert golden_corpora(tiny)[0].digest == result.corpus.digest


def test_floors_of_other_corpora_stay(result: Result) -> None:
    others = {"train-ru": update([result], {})["golden-en"]}
    assert update([result], others)["train-ru"] == others["train-ru"]


def test_update_writes_floors_that_hold(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    assert gate(tiny, floors, "--update") == 0
    assert gate(tiny, floors) == 0
    assert "Every floor holds." in capsys.readouterr().out


def test_update_lowers_no_floor_unless_allowed(
    tiny: Path, tmp_path: Path, result: Result, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    section = update([result], {})["golden-en"]
    write_floors({"golden-en": replace(section, floors={**section.floors, "event strict": 1.01})}, floors)
    before = floors.read_bytes()
    assert gate(tiny, floors, "--update") == 1
    assert floors.read_bytes() == before
    assert "below the floor 1.0100" in capsys.readouterr().out
    assert gate(tiny, floors, "--update", "--allow-regression") == 0
    assert gate(tiny, floors) == 0


def test_an_unknown_corpus_is_a_usage_error(tiny: Path, tmp_path: Path) -> None:
    assert gate(tiny, tmp_path / "floors.toml", "golden-xx") == 2


def test_errors_are_listed_on_demand(tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gate(tiny, tmp_path / "floors.toml", "--errors", "event")
    assert "golden-en" in capsys.readouterr().out
