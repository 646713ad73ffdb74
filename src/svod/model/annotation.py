"""Annotations: what is read off a text before anybody says anything with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from svod.model.document import Document
from svod.model.place import Place
from svod.model.span import Span

NameKind = Literal["person", "organisation", "place", "other"]
Bound = Literal["exact", "approximate", "at_least", "at_most", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence with its place in the dependency tree.

    Attributes:
        span: Where it stands in the document's text.
        text: The word as written.
        lemma: Dictionary form, lower case (proper nouns too).
        pos: Universal part of speech, e.g. `VERB`.
        features: UD features as written in CoNLL-U, e.g.
            `Case=Nom|Number=Sing`; empty if the language has none.
        head: Index in the sentence of the head; a root heads itself.
        relation: UD relation to the head, e.g. `nsubj:pass`. The same set in
            every language, whatever the parser behind it calls them.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    features: str
    head: int
    relation: str

    def feature(self, name: str) -> str:
        """Return the value of one UD feature, or an empty string."""
        return _features(self.features).get(name, "") if self.features else ""


@lru_cache(maxsize=1 << 14)  # a language has some hundred sets of features
def _features(written: str) -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in reversed(written.split("|")))
    return {key: value for key, _, value in pairs}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        span: Where it stands; trimmed of white space.
        tokens: Its words in text order, none holding white space.
        parsed: Whether heads and relations come from a parser. Where they do
            not, each token heads itself with relation `dep`.
    """

    span: Span
    tokens: tuple[Token, ...]
    parsed: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, organisation or other named thing.

    Attributes:
        span: Where the name stands, without titles.
        text: The words as written.
        kind: What it names.
        name: Canonical name in Latin script, nominative and in full where the
            document gives it in full anywhere ("Tokayev" → "Kassym-Jomart Tokayev").
        title: Lemmas of the title or post before it ("president"), or empty.
        rule: Which rule or model found it.
    """

    span: Span
    text: str
    kind: NameKind
    name: str
    title: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A mention of a place, resolved.

    Attributes:
        span: Where it stands, with its head word ("Alma-Ata region").
        text: The words as written.
        place: The place that it is taken for.
        candidates: Other places of that name that lost, best first.
        adjective: Whether it is an adjective ("Kazakhstani"): no mention of
            a place of its own, but evidence of one.
        rule: Why this place won.
    """

    span: Span
    text: str
    place: Place
    candidates: tuple[Place, ...]
    adjective: bool
    rule: str


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression.

    Attributes:
        span: Where it stands.
        text: The words as written.
        value: EDTF as precise as the text allows, local to the place; `None`
            if it names no point or interval that can be told ("soon").
        duration: Whether it is a length of time, which dates nothing.
        rule: Which rule of the grammar read it.
    """

    span: Span
    text: str
    value: str | None
    duration: bool
    rule: str


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number with its comparator.

    Attributes:
        span: The number with its multiplier, comparator and currency or
            percent sign ("more than $1.2 million").
        text: The words as written.
        low: Least value meant, or `None` if open.
        high: Greatest value meant, or `None` if open.
        bound: How the two are meant.
        unit: `percent`, an ISO 4217 code, a unit of measure such as
            `kilometre`, or an empty string for a bare count.
        rule: Which rule of the grammar read it.
    """

    span: Span
    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    rule: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A document with everything that was read off its text.

    All tuples are in text order; mentions of one kind never overlap.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    numbers: tuple[NumberMention, ...]
