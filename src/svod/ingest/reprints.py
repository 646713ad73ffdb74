"""Reprints: accounts that are copies of another, whole or nearly so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from svod.model import Document
from svod.model.edtf import days

SHINGLE_WORDS = 5
"""Five words in a row seldom recur by chance in independent prose, and most survive light editing."""
MIN_SHINGLES = 8
"""Shorter texts (a dozen words) are headlines and notices, which agree without being copies."""
MIN_CONTAINMENT = 0.8
"""Share of the shorter text's shingles that stand in the longer. One changed word in
25 breaks five shingles in 25; a copy edited more than that is a new account."""
MIN_LENGTH_RATIO = 0.5
"""A text that stands in one twice as long is quoted by it: a digest is no reprint."""
_CANDIDATE_JACCARD = 0.3
"""The two limits above leave a Jaccard of at least .8 × .5 / (1 + .5 − .8 × .5) = .36."""
_PERMUTATIONS = 128
_ENDING = 3
"""Letters that inflection may change at the end of a word."""

_WORD = re.compile(r"\w+")
_GAP = r"\W+"


def mark_reprints(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents, sorted by id, with `reprint_of` set on copies.

    The earliest published of a group of near copies is the original (an undated
    one comes last), and every copy points to it, also through copies of copies.
    Of those of one day it is the one whose publisher most of the others name in
    their text; then one of genre `wire`; then the smallest id. The order of
    `documents` does not matter.

    Source:
        Broder (1997), On the resemblance and containment of documents;
        candidates by MinHash LSH, confirmed on the full sets of shingles.
    """
    by_id = {document.id: document for document in documents}
    shingles = {id_: _shingles(by_id[id_].text) for id_ in sorted(by_id)}
    near = _near_copies([id_ for id_ in shingles if len(shingles[id_]) >= MIN_SHINGLES], shingles)
    ordered = sorted(by_id, key=lambda id_: _seniority(by_id[id_], [by_id[o] for o in near.get(id_, ())]))
    original = _originals(ordered, near)
    return tuple(replace(by_id[id_], reprint_of=original.get(id_)) for id_ in sorted(by_id))


def _seniority(document: Document, copies: Sequence[Document]) -> tuple[date, int, bool, str]:
    first, _ = days(document.published)
    day = date.max if first == date.min else first
    return day, -_namings(document, copies), document.genre != "wire", document.id


def _namings(document: Document, copies: Sequence[Document]) -> int:
    """Return how many of the copies by others name the publisher of `document`."""
    source = document.source
    name = _name_pattern(source.name) if source.named else None
    if name is None:
        return 0
    return sum(copy.source.name != source.name and name.search(copy.text) is not None for copy in copies)


def _name_pattern(name: str) -> re.Pattern[str] | None:
    """Return what finds a name in a text; long words may be inflected, as in Russian."""
    words = [
        re.escape(word[:-_ENDING]) + r"\w*" if len(word) > _ENDING + 2 else re.escape(word)
        for word in _WORD.findall(name)
    ]
    return re.compile(rf"\b{_GAP.join(words)}\b", re.IGNORECASE) if words else None


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))


def _near_copies(ids: Sequence[str], shingles: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Return for each id the others that are near copies of it."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - brings SciPy along, half a second

    index = MinHashLSH(threshold=_CANDIDATE_JACCARD, num_perm=_PERMUTATIONS)
    near: dict[str, list[str]] = {id_: [] for id_ in ids}
    for id_ in ids:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles[id_])])
        for other in sorted(index.query(sketch)):
            if _is_copy(shingles[id_], shingles[other]):
                near[id_].append(other)
                near[other].append(id_)
        index.insert(id_, sketch)
    return near


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    short, long = sorted((one, other), key=len)
    enough = len(short) >= MIN_LENGTH_RATIO * len(long)
    return enough and len(short & long) >= MIN_CONTAINMENT * len(short)


def _originals(ordered: Sequence[str], near: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return copy → the first of its chain."""
    rank = {id_: at for at, id_ in enumerate(ordered)}
    original: dict[str, str] = {}
    for id_ in ordered:
        senior = (other for other in near.get(id_, ()) if rank[other] < rank[id_])
        roots = {original.get(other, other) for other in senior}
        if roots:
            original[id_] = min(roots, key=rank.__getitem__)
    return original
