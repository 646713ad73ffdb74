"""Making a record that may leave the case out of one that may not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from svod.model import Document, Place, Record, Span, Statement
from svod.publishing.bars import BAR, Bars, Shift, make_bars
from svod.publishing.profiles import Profile, withheld_words

T = TypeVar("T")

COARSE_DEGREES = 1
"""Decimals of a coordinate in the public profile: about ten kilometres."""
_COARSE_KM = 10.0


def published(record: Record, profile: Profile = "case") -> Record:
    """Return the record with bars over all that is withheld in a profile.

    Every word of the record goes through the same bars, whatever it stands in:
    texts, quotes, titles, file names, ids, reasons, decisions. Offsets count in
    the texts with their bars, so that each quote is still a stretch of its
    text. The hash of the original stays, that of the text is left out. What
    people removed stays in the case. The case itself is not touched.

    Args:
        record: The whole record.
        profile: Whose names may leave the case.
    """
    record = replace(record, removed=())
    bars = make_bars(withheld_words(record, profile))
    if bars.pattern is None and profile == "case":
        return record
    texts = {document.id: document.text for document in record.documents}
    shifts = {key: Shift(bars.spans(text)) for key, text in texts.items()}
    covered_texts = {key: bars.over(text) for key, text in texts.items()}
    clerk = _Clerk(bars, shifts, covered_texts, _document_ids(bars, texts), coarse=profile == "public")
    covered = clerk.copy(record, "")
    documents = tuple(map(_without_hash, covered.documents)) if bars.pattern else covered.documents
    covered = replace(covered, documents=documents)
    return _renamed(covered, _new_ids(record, covered))


def _without_hash(document: Document) -> Document:
    return replace(document, text_sha256="") if BAR in document.text else document


@dataclass(frozen=True, slots=True)
class _Clerk:
    """Copies parts of a record with bars over them."""

    bars: Bars
    shifts: Mapping[str, Shift]
    texts: Mapping[str, str]
    ids: Mapping[str, str]
    coarse: bool

    def copy(self, value: T, document: str) -> T:
        """Return a part of a record with its bars; its offsets count in the text of `document`."""
        return cast("T", self._copy(value, document))

    def _copy(self, value: Any, document: str) -> Any:
        match value:
            case str():
                return self.ids.get(value) or self.bars.over(value)
            case Span():
                return self.shifts[document].move(value) if document in self.shifts else value
            case tuple():
                return tuple(self._copy(item, document) for item in value)
            case Place() if self.coarse:
                return self._coarsened(self._fields(value, document))
            case _ if is_dataclass(value) and not isinstance(value, type):
                return self._fields(value, _home(value, document))
            case _:
                return value

    def _fields(self, value: Any, document: str) -> Any:
        copied = {f.name: self._copy(getattr(value, f.name), document) for f in fields(value)}
        if (span := getattr(value, "span", None)) is not None and document in self.shifts:
            for words in ("quote", "text"):  # a stretch that ends inside a bar holds the whole of it
                if getattr(value, words, None) and self.shifts[document].touches(span):
                    copied[words] = copied["span"].of(self.texts[document])
        if isinstance(value, Document) and self.bars.spans(unquote(value.url)):  # a name as %-signs
            copied["url"] = self.bars.over(unquote(value.url))
        return type(value)(**copied)

    def _coarsened(self, place: Place) -> Place:
        return replace(
            place,
            latitude=round(place.latitude, COARSE_DEGREES),
            longitude=round(place.longitude, COARSE_DEGREES),
            radius_km=max(place.radius_km, _COARSE_KM),
        )


def _document_ids(bars: Bars, texts: Iterable[str]) -> dict[str, str]:
    """Return id of each document that is withheld in part → what stands for it, no two the same."""
    covered = {key: bars.over(key) for key in texts}
    hidden = [key for key in sorted(covered) if covered[key] != key]
    return {key: f"{covered[key]}-{number}" for number, key in enumerate(hidden, 1)}


def _home(value: Any, document: str) -> str:
    """Return the document that the offsets inside a part count in."""
    match value:
        case Document():
            return value.id
        case Statement():
            return value.citation.document
        case _:
            return cast("str", getattr(value, "document", "")) or document


def _new_ids(before: Record, after: Record) -> dict[str, str]:
    """Return old id → new id of what is named by its words: statements."""
    pairs = [
        (old.id, new.id)
        for name in ("statements", "rejected", "as_read")
        for old, new in zip(getattr(before, name), getattr(after, name), strict=True)
        if old.by_hand is None
    ]
    return {old: new for old, new in pairs if old != new}


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    return cast("Record", _rename(record, ids)) if ids else record


def _rename(value: Any, ids: Mapping[str, str]) -> Any:
    match value:
        case str():
            return ids.get(value, value)
        case tuple():
            return tuple(_rename(item, ids) for item in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return type(value)(**{f.name: _rename(getattr(value, f.name), ids) for f in fields(value)})
        case _:
            return value
