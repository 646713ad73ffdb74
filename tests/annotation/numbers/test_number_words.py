"""What `numbers.toml` may hold."""

import pytest

from svod.annotation.numbers import find_numbers
from svod.errors import MalformedLexiconError
from svod.lang.words import load_words
from svod.model import Sentence, Span

MALFORMED = {
    "unknown key": {"cardinal": {"1": ["one"]}},
    "a value that is no number": {"cardinals": {"one": ["one"]}},
    "words that are no list": {"cardinals": {"1": "one"}},
    "a table that is a list": {"units": ["km"]},
    "an unknown bound": {"before": {"nearly": ["about"]}},
    "an interval without a low end": {"vague": [{"words": ["dozens"], "high": 100}]},
    "a mark that is no string": {"group": 5},
    "intervals that are no list": {"vague": {"words": ["dozens"]}},
}


@pytest.mark.parametrize("words", MALFORMED.values(), ids=MALFORMED)
def test_malformed_words_are_refused(words: dict[str, object]) -> None:
    with pytest.raises(MalformedLexiconError, match=r"numbers\.toml"):
        find_numbers("1", [Sentence(Span(0, 1), (), parsed=False)], [], words)


def test_a_language_without_words_reads_digits() -> None:
    text = "12 botes"
    [mention] = find_numbers(text, [Sentence(Span(0, len(text)), (), parsed=False)], [], {})
    assert (mention.low, mention.high, mention.unit) == (12, 12, "")


@pytest.mark.parametrize("tag", ["en", "ru", "kk"])
def test_every_unit_and_currency_word_is_read_behind_a_number(tag: str) -> None:
    words = load_words(tag, "numbers")
    for table in ("units", "currencies"):
        for name, forms in words[table].items():
            for form in forms:
                text = f"12 {form}"
                [mention] = find_numbers(text, [Sentence(Span(0, len(text)), (), parsed=False)], [], words)
                assert mention.unit == name, form
