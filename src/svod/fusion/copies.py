"""Copies: what each near copy of an account changes, found by aligning the two texts word by word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from svod.fusion.case import Case
from svod.model import ChangeKind, Derivation, Document, FigureClaim, Passage, Span, TextChange, cover

# Texts longer than this are aligned by lines: the table of the alignment grows with the product of the lengths.
_MOST_WORDS = 20_000
# Two changes with so few words in common between them are one, unless a number is changed in one of them.
_GLUE = 2

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS = re.compile(r"[.!?…\n]")

_Told = Mapping[tuple[str, ChangeKind], Sequence[tuple[Span, str]]]
"""Document and kind of change → figures, times or names told there: where, and what."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in units: words, or the lines of a long one."""

    id: str
    text: str
    spans: tuple[Span, ...]

    def keys(self) -> list[str]:
        return [" ".join(span.of(self.text).casefold().split()) for span in self.spans]

    def passage(self, start: int, end: int) -> Passage | None:
        if start == end:
            return None
        span = cover(self.spans[start], self.spans[end - 1])
        return Passage(self.id, span, span.of(self.text))

    def begins_sentence(self, at: int) -> bool:
        if at in {0, len(self.spans)}:
            return True
        return bool(_ENDS.search(self.text, self.spans[at - 1].end, self.spans[at].start))


@dataclass(frozen=True, slots=True)
class _Block:
    """Units `a` to `b` of the original that stand against units `c` to `d` of the copy."""

    a: int
    b: int
    c: int
    d: int


def find_copies(case: Case) -> Iterator[Derivation]:
    """Yield a derivation for each document that reprints one of the case, with what it changes."""
    pairs = [(case.documents.get(d.reprint_of or ""), d) for _, d in sorted(case.documents.items())]
    told = _told(case) if any(original for original, _ in pairs) else {}
    for original, copy in pairs:
        if original is not None and original.id != copy.id:
            changes = tuple(_changes(original, copy, told))
            yield Derivation(copy.id, "copy", original.source.name, original.id, None, changes)


def _told(case: Case) -> _Told:
    found: dict[tuple[str, ChangeKind], list[tuple[Span, str]]] = defaultdict(list)
    for said in case.statements.values():
        if isinstance(said.claim, FigureClaim):
            value = f"{said.claim.measure} {said.claim.low} {said.claim.high}"
            found[said.citation.document, "number"].append((said.citation.span, value))
    for mention in case.mentions:
        kind: ChangeKind = "time" if mention.kind == "time" else "name"
        found[mention.document, kind].append((mention.span, mention.value or mention.text))
    return found


def _changes(original: Document, copy: Document, told: _Told) -> Iterator[TextChange]:
    one, other = _units(original, _WORD), _units(copy, _WORD)
    if max(len(one.spans), len(other.spans)) > _MOST_WORDS:
        one, other = _units(original, _LINE), _units(copy, _LINE)
    for block in _glued(_blocks(one, other), one, other):
        before, after = one.passage(block.a, block.b), other.passage(block.c, block.d)
        yield TextChange(_kind(before, after, told), before, after)


def _units(document: Document, pattern: re.Pattern[str]) -> _Text:
    spans = (Span(*match.span()) for match in pattern.finditer(document.text))
    return _Text(document.id, document.text, tuple(spans))


def _blocks(one: _Text, other: _Text) -> list[_Block]:
    keys, others = one.keys(), other.keys()
    edits = (e for e in LCSseq.opcodes(keys, others) if e.tag != "equal")
    joined: list[_Block] = []
    for edit in edits:
        block = _Block(edit.src_start, edit.src_end, edit.dest_start, edit.dest_end)
        if joined and (joined[-1].b, joined[-1].d) == (block.a, block.c):
            block = _Block(joined[-1].a, block.b, joined[-1].c, block.d)
            joined.pop()
        joined.append(block)
    ends = [0, *(block.b for block in joined)]
    room = [block.a - end for block, end in zip(joined, ends, strict=False)]
    return [_slid(block, one, other, keys, others, free) for block, free in zip(joined, room, strict=True)]


def _slid(  # noqa: PLR0913, PLR0917  two texts with their keys
    block: _Block, one: _Text, other: _Text, keys: Sequence[str], others: Sequence[str], room: int
) -> _Block:
    """Return a passage that is only cut or only added, moved back over equal words, at most
    `room` of them, to where a sentence begins.
    """
    if block.a < block.b and block.c < block.d:
        return block
    cut = block.a < block.b
    text, words = (one, keys) if cut else (other, others)
    start, end = (block.a, block.b) if cut else (block.c, block.d)
    at = start
    while not text.begins_sentence(at) and start - at < room and words[at - 1] == words[end - start + at - 1]:
        at -= 1
    if not text.begins_sentence(at):
        return block
    by = at - start
    return _Block(block.a + by, block.b + by, block.c + by, block.d + by)


def _glued(blocks: Iterable[_Block], one: _Text, other: _Text) -> list[_Block]:
    joined: list[_Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last
            and block.a - last.b <= _GLUE
            and not (_counts(last, one, other) or _counts(block, one, other))
        ):
            block = _Block(last.a, block.b, last.c, block.d)  # noqa: PLW2901  the two are one from here on
            joined.pop()
        joined.append(block)
    return joined


def _counts(block: _Block, one: _Text, other: _Text) -> bool:
    passages = (one.passage(block.a, block.b), other.passage(block.c, block.d))
    return all(passage and any(c.isdigit() for c in passage.text) for passage in passages)


def _kind(before: Passage | None, after: Passage | None, told: _Told) -> ChangeKind:
    if after is None:
        return "cut"
    if before is None:
        return "added"
    if _differ("time", before, after, told):
        return "time"
    one, other = _digits(before.text), _digits(after.text)
    if (one and other and one != other) or _differ("number", before, after, told):
        return "number"
    return "name" if _differ("name", before, after, told) else "wording"


def _differ(kind: ChangeKind, before: Passage, after: Passage, told: _Told) -> bool:
    """Tell whether both passages tell something of a kind, and not the same."""
    one, other = (
        {value for span, value in told.get((p.document, kind), ()) if span.overlaps(p.span)}
        for p in (before, after)
    )
    return bool(one and other) and one != other


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
