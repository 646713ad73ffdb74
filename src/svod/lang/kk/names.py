"""Names of persons, organisations and places by a conditional random field."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

import pycrfsuite

from svod.lang.kk.endings import without_case
from svod.lang.kk.features import sentence_features
from svod.model import Name, NameKind, Sentence, Span, Token, cover

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "FAC": "other"}


class NameTagger:
    """The model `names.crfsuite`, trained by `scripts/train_kazakh_names.py` on KazNERD (CC BY 4.0)."""

    def __init__(self) -> None:
        # The bytes are kept: the tagger reads from them as long as it lives.
        self._model = (files("svod.lang.kk") / "names.crfsuite").read_bytes()
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)

    def find_names(self, text: str, sentence: Sentence) -> Iterator[Name]:
        """Yield the names of a sentence in text order; `name` is in the nominative, in Cyrillic."""
        tags = self._tagger.tag(sentence_features([token.text for token in sentence.tokens]))
        for start, end, kind in _runs(tags):
            if kind in _KINDS:
                yield _name(text, sentence.tokens[start:end], kind)


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield names as (start, end, kind): B begins one, I goes on, E ends it, S is one by itself."""
    start, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        inside = tag.startswith(("I-", "E-")) and tag[2:] == kind
        if kind and not inside:
            yield start, at, kind
            kind = ""
        if not inside and tag != "O":
            start, kind = at, tag[2:]


def _name(text: str, tokens: Sequence[Token], kind: str) -> Name:
    span: Span = cover(*(token.span for token in tokens))
    return Name(span, span.of(text), _KINDS[kind], _nominative(text, tokens), "", f"names.crfsuite {kind}")


def _nominative(text: str, tokens: Sequence[Token]) -> str:
    """Return the words with the last one freed of its case: "Асқар Маминге" → "Асқар Мамин"."""
    last = tokens[-1]
    if last.feature("Case") in {"", "Nom"}:
        return cover(*(token.span for token in tokens)).of(text)
    owned = last.feature("Person[psor]") == "3"
    bare = without_case(last.text, last.feature("Case")) if owned else _cased(last.lemma, last.text)
    before = text[tokens[0].span.start : last.span.start]
    return before + bare


def _cased(lemma: str, text: str) -> str:
    """Return a lemma with the capitals of the word as written."""
    stem = text[: len(lemma)]
    if stem.lower() == lemma:
        return stem
    return lemma[:1].upper() + lemma[1:] if text[:1].isupper() else lemma
