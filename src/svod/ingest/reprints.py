"""Reprints: accounts that are copies of another, whole or nearly so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from datasketch import MinHash, MinHashLSH

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

_WORD = re.compile(r"\w+")


def mark_reprints(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents, sorted by id, with `reprint_of` set on copies.

    The earliest published of a group of near copies is the original (an undated
    one comes last; then the smaller id), and every copy points to it, also
    through copies of copies. The order of `documents` does not matter.

    Source:
        Broder (1997), On the resemblance and containment of documents;
        candidates by MinHash LSH, confirmed on the full sets of shingles.
    """
    ordered = sorted(documents, key=_seniority)
    shingles = {document.id: _shingles(document.text) for document in ordered}
    near = _near_copies([d.id for d in ordered if len(shingles[d.id]) >= MIN_SHINGLES], shingles)
    original = _originals([document.id for document in ordered], near)
    marked = (replace(document, reprint_of=original.get(document.id)) for document in ordered)
    return tuple(sorted(marked, key=lambda document: document.id))


def _seniority(document: Document) -> tuple[date, str]:
    first, _ = days(document.published)
    return (date.max if first == date.min else first), document.id


def _shingles(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))


def _near_copies(ids: Sequence[str], shingles: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """Return for each id the ids before it that it nearly copies."""
    index = MinHashLSH(threshold=_CANDIDATE_JACCARD, num_perm=_PERMUTATIONS)
    near: dict[str, list[str]] = {}
    for id_ in ids:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles[id_])])
        found = sorted(index.query(sketch))
        near[id_] = [other for other in found if _is_copy(shingles[id_], shingles[other])]
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
        roots = {original.get(other, other) for other in near.get(id_, ())}
        if roots:
            original[id_] = min(roots, key=rank.__getitem__)
    return original
