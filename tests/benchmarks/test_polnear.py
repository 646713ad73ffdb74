"""PolNeAR: lines composed here, in brat's format."""

from benchmarks.polnear import bare, read_brat, read_with_svod

from svod.model import Span

TEXT = "The bridge is closed, the mayor said."
LINES = (
    "T1\tSource 22 31\tthe mayor\n"
    "T2\tCue 32 36\tsaid\n"
    "T3\tContent 0 3;11 21\tThe is closed,\n"
    "T4\tAttribution 32 36\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


def test_parts_are_read_and_pieces_are_joined() -> None:
    gold = read_brat(LINES)
    assert [span.of(TEXT) for span in gold.sources] == ["the mayor"]
    assert [span.of(TEXT) for span in gold.cues] == ["said"]
    assert [span.of(TEXT) for span in gold.contents] == ["The bridge is closed,"]


def test_svod_hears_the_mayor() -> None:
    heard = read_with_svod(TEXT)
    assert [span.of(TEXT) for span in heard.cues] == ["said"]
    assert all(span.of(TEXT).startswith("The bridge is closed") for span in heard.contents)


def test_marks_and_that_are_no_words() -> None:
    text = "said that “it is closed.”"
    assert bare(text, Span(5, len(text))).of(text) == "it is closed"
