"""Requests: what somebody wants decided, before it is bound to words and written down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from svod.decisions.application import machine_statements
from svod.decisions.correction import Change, correct
from svod.decisions.finding import target_of
from svod.decisions.places import find_place
from svod.errors import InvalidDecisionError, UnknownReferenceError
from svod.model import Action, Decision, Event, Place, Record, Series, Target
from svod.publishing import make_bars

CHOSEN = ("when", "where", "actor", "target", "occurred", "count")
"""Attributes of which people may choose the answer to show first."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants decided.

    Attributes:
        action: What to do.
        about: Ids, or the beginnings of ids, of statements, events, series,
            disagreements or documents; the sequence of a decision
            for `undo`. A cluster stands for its statements.
        changes: Fields and values, for `correct`; one attribute and the value
            of its answer, for `choose`.
        value: Text of a note; the words to withhold, for `redact`.
        reason: Why.
    """

    action: Action
    about: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    value: str = ""
    reason: str = ""


def bind(request: Request, record: Record) -> Decision:
    """Return the decision that a request makes on a record, bound to words; its
    `sequence`, `at`, `by` and `previous` are still to be told.

    Raises:
        UnknownReferenceError: If an id names nothing in the record.
        InvalidDecisionError: If it cannot be decided as asked.
    """
    return _Binder(record).bind(request)


class _Binder:
    """A record at hand to bind requests to."""

    def __init__(self, record: Record) -> None:
        self.record = record
        read = machine_statements(record.statements, record.rejected, record.as_read)
        self.read = {statement.id: statement for statement in read}
        self.now = {s.id: s for s in (*record.statements, *record.rejected)}
        self.digests = {document.id: document.sha256 for document in record.documents}
        self.clusters: Mapping[str, Event | Series] = dict(_by_id((*record.events, *record.series)))

    def bind(self, request: Request) -> Decision:
        makers = {
            "accept": self._statements,
            "reject": self._statements,
            "correct": self._correction,
            "choose": self._choice,
            "merge": self._merge,
            "split": self._split,
            "note": self._note,
            "remove": self._removal,
            "redact": self._redaction,
            "undo": self._undo,
        }
        about = request.about if request.action == "undo" else tuple(map(self._whole, request.about))
        blank = Decision(
            0, "", "", request.action, about, request.value, request.reason, "", (), request.changes
        )
        if request.action not in makers:
            raise InvalidDecisionError(f"svod does not yet know how to {request.action}")
        if not about and request.action != "redact":
            raise InvalidDecisionError(f"{request.action} needs an id")
        return makers[request.action](blank)

    def _whole(self, reference: str) -> str:
        others = [d.id for d in self.record.disagreements]
        removed = [one.document.id for one in self.record.removed]
        known: set[str] = {*self.now, *self.clusters, *self.digests, *others, *removed}
        if reference in known:
            return reference
        matching = [key for key in known if reference and key.startswith(reference)]
        if len(matching) != 1:
            raise UnknownReferenceError(reference)
        return matching[0]

    def _members(self, reference: str) -> tuple[str, ...]:
        """Return the ids of the statements that a reference stands for."""
        if reference in self.now:
            return (reference,)
        if reference in self.clusters:
            return self.clusters[reference].statements
        disputes = (d for d in self.record.disagreements if d.id == reference)
        return tuple(sorted({s for d in disputes for side in d.sides for s in side.statements}))

    def _targets(self, references: Iterable[str], side: int = 0) -> tuple[Target, ...]:
        ids = dict.fromkeys(s for reference in references for s in self._members(reference))
        return tuple(target_of(self.read[s], self.digests[self.read[s].citation.document], side) for s in ids)

    def _statements(self, blank: Decision) -> Decision:
        targets = self._targets(blank.about)
        if not targets:
            raise InvalidDecisionError(f"{blank.action} is about statements, events or series")
        return replace(blank, targets=targets)

    def _correction(self, blank: Decision) -> Decision:
        strange = [reference for reference in blank.about if reference not in self.now]
        if strange or not blank.changes:
            raise InvalidDecisionError(f"{strange[0]} is no statement" if strange else "nothing is changed")
        place = self._place(blank)
        for reference in blank.about:
            correct(self.now[reference], blank.changes, place)
        return replace(blank, targets=self._targets(blank.about), place=place)

    def _place(self, blank: Decision) -> Place | None:
        name = dict(blank.changes).get("where")
        return find_place(name, self._places()) if name else None

    def _places(self) -> Iterator[Place]:
        yield from (s.where for s in self.read.values() if s.where)
        yield from (m.place for m in self.record.mentions if m.place)

    def _choice(self, blank: Decision) -> Decision:
        if len(blank.about) != 1 or blank.about[0] not in self.clusters or len(blank.changes) != 1:
            raise InvalidDecisionError("choose wants one event or series and one attribute=value")
        [(attribute, value)] = blank.changes
        answers = [a for a in self.clusters[blank.about[0]].answers if a.attribute == attribute]
        chosen = [answer for answer in answers if answer.value == value]
        if not chosen:
            there = ", ".join(repr(answer.value) for answer in answers) or "none"
            raise InvalidDecisionError(f"no answer to {attribute!r} is {value!r}; there are: {there}")
        return replace(blank, targets=self._targets(chosen[0].statements))

    def _merge(self, blank: Decision) -> Decision:
        targets = self._targets(blank.about)
        kinds = {target.kind for target in targets}
        if len(targets) < 2 or len(kinds) > 1:
            raise InvalidDecisionError("merge wants two or more of one kind: events, or series")
        return replace(blank, targets=targets)

    def _split(self, blank: Decision) -> Decision:
        """Take statements out of their cluster: side 0 is what was named, side 1 the rest."""
        out = [s for reference in blank.about for s in self._members(reference)]
        homes = [c for c in self.clusters.values() if set(out) & set(c.statements)]
        if len(homes) != 1 or not set(out) < set(homes[0].statements):
            raise InvalidDecisionError("split wants some, not all, of the statements of one event or series")
        rest = [s for s in homes[0].statements if s not in out]
        return replace(blank, targets=(*self._targets(out), *self._targets(rest, side=1)))

    def _note(self, blank: Decision) -> Decision:
        if not blank.value:
            raise InvalidDecisionError("a note needs a text")
        return replace(blank, targets=self._targets(blank.about))

    def _removal(self, blank: Decision) -> Decision:
        removed = {one.document.id for one in self.record.removed}
        for reference in blank.about:
            if reference in removed:
                raise InvalidDecisionError(f"{reference} is removed already")
            if reference not in self.digests:
                raise InvalidDecisionError(f"{reference} is no account")
        targets = (Target(id_, "document", document=id_, sha256=self.digests[id_]) for id_ in blank.about)
        return replace(blank, targets=tuple(targets))

    def _redaction(self, blank: Decision) -> Decision:
        if not blank.value.strip():
            raise InvalidDecisionError("redact wants the words to withhold")
        bars = make_bars([blank.value])
        accounts = (*self.record.documents, *(one.document for one in self.record.removed))
        told = (word for d in accounts for word in (d.text, d.title, d.file, d.author, d.source.name))
        names = (form for entity in self.record.entities for form in (entity.name, *entity.names))
        if not any(bars.spans(word) for word in (*told, *names)):
            raise InvalidDecisionError(f"{blank.value!r} stands nowhere in the case")
        return replace(blank, targets=(Target("", "name", quote=blank.value),))

    def _undo(self, blank: Decision) -> Decision:
        made = {str(ruling.decision.sequence): ruling for ruling in self.record.decisions}
        for reference in blank.about:
            if reference not in made:
                raise InvalidDecisionError(f"there is no decision {reference}")
            if made[reference].status == "undone":
                raise InvalidDecisionError(f"decision {reference} is undone already")
        return blank


def _by_id(clusters: Iterable[Event | Series]) -> Iterator[tuple[str, Event | Series]]:
    return ((cluster.id, cluster) for cluster in clusters)
