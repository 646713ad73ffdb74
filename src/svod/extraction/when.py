"""When it was: the time that dates a finding, and how the text tells it.

Asked in this order: a time in the quote or in the clause; one in the sentence
that governs the clause; the time last spoken of; what publication bounds. A
time that hangs on a verb of saying dates the saying: it is passed over, but
nothing that was said lies behind it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import AccusationClaim, CommitmentClaim, DemandClaim, Span, TimeMention, edtf

_STORY_DAYS = 62
"""Times this close before publication belong to the story; older ones are background."""
_LOOK_BACK, _LOOK_AHEAD = 12, 4
"""Mentions looked at before and, for headlines, after a sentence that has no time."""
_WEEK = 7
_SAYING = ("ccomp", "parataxis")
_LOOSE = frozenset(
    {"now", "same", "these", "before", "sequel", "then", "recently", "lately", "previous", "nth_day"}
)
"""Rules whose values lean on other times: they count where no calendar word stands."""
_UP_TO = frozenset({"until", "to_date"})
"""Rules of times that are known by their end alone."""
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}


def find_when(reading: Reading, finding: Finding) -> tuple[str | None, str]:
    """Return when a finding was, and how it was told.

    Args:
        reading: The document with its times.
        finding: What is to be dated. Demands, commitments and accusations
            take the time that they were made.

    Returns:
        EDTF as precise as the text allows, or `None`; and `clause`,
        `sentence`, `context`, `bounds` (nothing dates it but publication and
        the beginning of the story), or an empty string for `None`.
    """
    mentions = _dated(reading.annotation.times, reading.trees[finding.sentence].sentence.span)
    said = isinstance(finding.claim, DemandClaim | CommitmentClaim | AccusationClaim)
    if said:
        mentions = [m for m in mentions if not finding.quote.contains(m.span)]
    place = _Place(reading, finding, mentions)
    ways = (
        ("clause", (lambda: None) if said else place.in_clause),
        ("sentence", place.in_sentence),
        ("context", place.in_context),
        ("bounds", place.bounds),
    )
    told = ((way(), name) for name, way in ways)
    return next(((_months(value), name) for value, name in told if value is not None), (None, ""))


class _Place:
    """A finding among the times of its document."""

    def __init__(self, reading: Reading, finding: Finding, mentions: Sequence[TimeMention]) -> None:
        self.reading = reading
        self.finding = finding
        self.tree: Tree = reading.trees[finding.sentence]
        self.mentions = [m for m in mentions if not self._limits(m)]
        self.published = reading.annotation.document.published
        self.planned = finding.modality in {"planned", "conditional"}

    def in_clause(self) -> str | None:
        """Return the time on the clause, else one inside the quote; of several the nearest."""
        hung = [m for m in self.mentions if self._hangs_on(m) and not self._dates_saying(m)]
        quoted = [m for m in self.mentions if self.finding.quote.contains(m.span)]
        return self._nearest([m for m in hung if m in quoted] or quoted or hung)

    def in_sentence(self) -> str | None:
        """Return the time of the clause above, else one that stands beside it and is no aside."""
        others = [m for m in self.mentions if not self._dates_saying(m)]
        governing = [m for m in others if self._governs(m)]
        return self._nearest(governing or [m for m in others if not self._is_aside(m)])

    def in_context(self) -> str | None:
        """Return the time last spoken of, in the paragraph or the story; in a headline the first to come."""
        start = self.tree.sentence.span.start
        times = self.reading.annotation.times
        at = bisect_left(times, start, key=lambda mention: mention.span.start)
        told = [m for m in reversed(times[max(0, at - _LOOK_BACK) : at]) if self._can_carry(m, start)]
        for mention in sorted(told, key=self._weakness):
            return self._from(mention.value or "", same=self._is_paragraph(mention.span.end, start))
        return self._to_come()

    def _to_come(self) -> str | None:
        times = self.reading.annotation.times
        at = bisect_left(times, self.tree.sentence.span.end, key=lambda mention: mention.span.start)
        ahead = (m for m in times[at : at + _LOOK_AHEAD] if self._is_sure(m))
        return next((mention.value for mention in ahead), None)

    def bounds(self) -> str | None:
        """Return the stretch from the beginning of the story to publication."""
        if self.published is None:
            return None
        end = _end_of(self.published)
        if self.planned:
            return f"{end}/.."
        starts = [
            edtf.days(m.value)[0]
            for m in self.reading.annotation.times
            if _dates(m) and m.rule not in _LOOSE and self._is_story(m.value)
        ]
        first = min(starts, default=None)
        if first is None or first > edtf.days(self.published)[1]:
            return f"../{end}"
        return first.isoformat() if first.isoformat() == end else f"{first.isoformat()}/{end}"

    def _can_carry(self, mention: TimeMention, start: int) -> bool:
        if not _dates(mention) or mention.rule in _LOOSE or self._holds_publication(mention.value):
            return False
        return self._is_paragraph(mention.span.end, start) or self._is_story(mention.value)

    def _holds_publication(self, value: str | None) -> bool:
        """Tell whether a month, year or open stretch says no more than publication does."""
        return edtf.length_days(value) > _WEEK and edtf.meets(value, self.published) and bool(self.published)

    def _is_sure(self, mention: TimeMention) -> bool:
        """Tell whether a time that is still to come may date what stands before it."""
        if not _dates(mention) or mention.rule in _LOOSE or self._holds_publication(mention.value):
            return False
        return self._is_story(mention.value) and (
            self.published is not None or edtf.is_certain(mention.value)
        )

    def _weakness(self, mention: TimeMention) -> int:
        """Rank times last spoken of: days of the story first, then what is coarse or dates a saying."""
        coarse = self._is_story(mention.value) and edtf.length_days(mention.value) > _WEEK
        return int(coarse) + int(self._is_said(mention))

    def _is_said(self, mention: TimeMention) -> bool:
        starts = self.reading.annotation.sentences
        at = bisect_right(starts, mention.span.start, key=lambda sentence: sentence.span.start) - 1
        if at < 0 or not starts[at].parsed:
            return False
        tree = self.reading.trees[at]
        node = tree.top(mention.span)
        return node is not None and tree.child(tree.clause(node), *_SAYING) is not None

    def _from(self, value: str, *, same: bool) -> str:
        """Return a time last spoken of; over a paragraph's end it opens a stretch up to publication."""
        if self.published is None:
            return value
        end = _end_of(self.published)
        if self.planned:
            return f"{end}/.."
        start = value.partition("/")[0]
        if same or len(start) != 10 or start >= end or len(end) != 10:
            return value
        stretch = f"{start}/{end}"
        return end if edtf.length_days(stretch) > _WEEK and self._is_present() else stretch

    def _is_present(self) -> bool:
        """Tell whether the clause speaks of the present, with its verb or an auxiliary."""
        verb = self.tree.clause(self.finding.node)
        words = (verb, *self.tree.children(verb, "aux", "cop"))
        return any(self.tree[node].feature("Tense") == "Pres" for node in words)

    def _is_paragraph(self, end: int, start: int) -> bool:
        return "\n" not in self.reading.annotation.document.text[end:start]

    def _governs(self, mention: TimeMention) -> bool:
        """Tell whether a time hangs on a clause above the finding; background must hang on a word above it."""
        node = self.tree.top(mention.span)
        if not self.tree.sentence.parsed or node is None:
            return False
        path = (self.finding.node, *self.tree.ancestors(self.finding.node))
        if self.tree.clause(node) not in path:
            return False
        return self._is_story(mention.value) or self.tree.head(node) in path

    def _is_aside(self, mention: TimeMention) -> bool:
        """Tell whether a time stands in a relative clause of its own, or is background by its coarseness."""
        node = self.tree.top(mention.span)
        if node is None or not self.tree.sentence.parsed:
            return False
        verb = self.tree.clause(node)
        return self.tree.is_a(verb, "acl", "advcl") or not self._is_story(mention.value)

    def _limits(self, mention: TimeMention) -> bool:
        """Tell whether a time to come says how long what was done will hold, not when it was done."""
        past = self.tree[self.tree.clause(self.finding.node)].feature("Tense") == "Past"
        return past and mention.rule == "until" and (mention.value or "").startswith("../")

    def _is_story(self, value: str | None) -> bool:
        if self.published is None:
            return True
        first, last = edtf.days(value)
        day = edtf.days(self.published)[1]
        return first != date.min and first <= day and (day - min(last, day)).days <= _STORY_DAYS

    def _hangs_on(self, mention: TimeMention) -> bool:
        node = self.tree.top(mention.span)
        if not self.tree.sentence.parsed or node is None:
            return False
        return self.tree.clause(node) == self.tree.clause(self.finding.node)

    def _dates_saying(self, mention: TimeMention) -> bool:
        """Tell whether a time hangs on a verb whose complement the finding is."""
        node = self.tree.top(mention.span)
        if not self.tree.sentence.parsed or node is None:
            return False
        verb = self.tree.clause(node)
        path = [self.finding.node, *self.tree.ancestors(self.finding.node)]
        if verb not in path:
            return False
        below = path[: path.index(verb)]
        return any(self.tree[step].relation in _SAYING for step in below)

    def _nearest(self, mentions: Sequence[TimeMention]) -> str | None:
        if not mentions:
            return None
        firm = [m for m in mentions if m.rule not in _LOOSE] or mentions
        best = min(firm, key=lambda m: (_distance(m.span, self.finding.trigger), m.span.start))
        return (best.value or "").removeprefix("../") if best.rule in _UP_TO else best.value


def _dated(times: Sequence[TimeMention], span: Span) -> list[TimeMention]:
    first = bisect_left(times, span.start, key=lambda mention: mention.span.start)
    end = bisect_left(times, span.end, key=lambda mention: mention.span.start)
    return [mention for mention in times[first:end] if _dates(mention)]


def _dates(mention: TimeMention) -> bool:
    return mention.value is not None and not mention.duration


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _end_of(published: str) -> str:
    return re.sub(r"T.*|[~?%]", "", published.rpartition("/")[2])


def _months(value: str) -> str:
    """Write seasons as their months, which every reader of the record understands."""
    first, _, last = value.partition("/")
    match = _SEASON.fullmatch(first)
    if match and not last:
        year, (start, end) = match[1], _SEASONS[match[2]]
        return f"{year}-{start}/{year}-{end}"
    return f"{_edge(first, 0)}/{_edge(last, 1)}" if last else first


def _edge(part: str, side: int) -> str:
    return _SEASON.sub(lambda match: f"{match[1]}-{_SEASONS[match[2]][side]}", part)
