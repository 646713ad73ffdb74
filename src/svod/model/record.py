"""The record: what all accounts together say, agree on and dispute."""

from dataclasses import dataclass
from typing import Literal

from svod.model.bearing import Bearing
from svod.model.codebook import EventType, Group, Measure
from svod.model.decision import Ruling
from svod.model.derivation import Derivation
from svod.model.document import Document, Trouble
from svod.model.place import Place
from svod.model.silence import Silence
from svod.model.span import Span
from svod.model.statement import Statement

DisagreementKind = Literal[
    "count", "time", "place", "agent", "occurrence", "characterisation", "not_comparable"
]
Severity = Literal["high", "medium", "low", "none"]
ShownFirst = Literal["origins", "latest", "specific"]
"""Which answer is shown first: of most origins, published last, or most specific."""

EntityKind = Literal["person", "organisation", "place", "group"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A time, place or name found in a document, kept for export and search.

    Attributes:
        document: Id of the document.
        kind: `time`, `place` or `name`.
        span: Where it stands.
        text: The words as written.
        value: EDTF of a time, canonical name of a place or name, or `None`.
        detail: Kind of place or name; empty for a time.
        rule: Which rule or model found it.
        place: The gazetteer's place if it is one.
    """

    document: str
    kind: Literal["time", "place", "name"]
    span: Span
    text: str
    value: str | None
    detail: str
    rule: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that several accounts name.

    Attributes:
        id: Made from the kind and the folded canonical name.
        kind: Person, organisation, place or group.
        name: Canonical name in Latin script.
        names: Every form met, sorted.
        documents: Ids of the documents that name it, sorted.
        mentions: How often it is named in all.
        why: How the forms were brought together, one clause a merge.
        place: The gazetteer's place if it is one.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: int
    why: tuple[str, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One value that accounts give for one attribute of an event or series.

    Attributes:
        attribute: `when`, `where`, `actor`, `target`, `occurred`, `count`.
        value: The value, for people to read.
        statements: Ids of the statements that give it, sorted.
        origins: Distinct origins of those statements, sorted.
        shown: Whether it is the one to show first.
        why: By which rule it is shown first or not.
    """

    attribute: str
    value: str
    statements: tuple[str, ...]
    origins: tuple[str, ...]
    shown: bool
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of event statements on one happening.

    Attributes:
        id: Made from the ids of its statements.
        title: A few words for people.
        type: Type of the codebook.
        when: EDTF shown first, or `None`.
        where: Place shown first, or `None`.
        statements: Ids, sorted by document and offset.
        documents: Ids of the documents that speak of it, sorted.
        origins: Distinct origins, sorted: corroboration counts these.
        denied_by: Ids of documents that deny it, sorted.
        silent: Ids of documents that could have told of it and do not, sorted.
        answers: All answers of all attributes.
        why: Pair scores that hold the cluster together, for people to read.
    """

    id: str
    title: str
    type: EventType
    when: str | None
    where: Place | None
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    denied_by: tuple[str, ...]
    silent: tuple[str, ...]
    answers: tuple[Answer, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of a series as one statement gives it.

    Attributes:
        statement: Id of the statement.
        document: Id of the document.
        published: EDTF of publication, or `None`: when it was said.
        origin: Who stands behind it.
        low: Least value meant, or `None`.
        high: Greatest value meant, or `None`.
        status: `standing`, `revised` (the same origin later said otherwise)
            or `withdrawn`.
    """

    statement: str
    document: str
    published: str | None
    origin: str
    low: float | None
    high: float | None
    status: Literal["standing", "revised", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Series:
    """A cluster of figures on one quantity, with its history.

    Attributes:
        id: Made from the ids of its statements.
        title: A few words for people.
        measure: What is measured.
        of: What is counted.
        unit: Unit of the numbers.
        when: EDTF that the figures speak for, or `None`.
        where: Place that they speak for, or `None`.
        low: Least value that any standing reading allows, or `None`.
        high: Greatest value that any standing reading allows, or `None`.
        statements: Ids, sorted by document and offset.
        documents: Ids, sorted.
        origins: Distinct origins, sorted.
        silent: Ids of documents that could have told it and do not, sorted.
        readings: In order of publication, then document and offset.
        answers: All answers of all attributes.
        why: Why these figures are taken for one quantity.
    """

    id: str
    title: str
    measure: Measure
    of: str
    unit: str
    when: str | None
    where: Place | None
    low: float | None
    high: float | None
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    silent: tuple[str, ...]
    readings: tuple[Reading, ...]
    answers: tuple[Answer, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement."""

    value: str
    statements: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more answers that cannot all hold.

    Attributes:
        id: Made from kind and statements.
        kind: `not_comparable` marks what only looks like a disagreement.
        about: Ids of the events or series that it is about, sorted.
        why: One plain sentence.
        sides: At least two, the best supported first.
        severity: What hangs on it: `high` for life, limb and liberty, `medium` for other facts, `low` for
            words alone, `none` for what is not comparable.
    """

    id: str
    kind: DisagreementKind
    about: tuple[str, ...]
    why: str
    sides: tuple[Side, ...]
    severity: Severity = "medium"


@dataclass(frozen=True, slots=True)
class Label:
    """What one account calls one group of actors.

    Attributes:
        group: Class of the codebook.
        words: The words, folded to their dictionary form.
        document: Id of the document.
        quoted: Whether somebody else's voice says it.
        scare_quotes: Whether the account keeps its distance by quotation marks.
        statements: Ids of the statements that use it, sorted.
    """

    group: Group
    words: str
    document: str
    quoted: bool
    scare_quotes: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """Since when and until when one outlet uses some words for one group of actors.

    Attributes:
        outlet: Name of the publisher; the id of the account where nobody is named.
        group: Class of the codebook.
        words: The words, as in `Label`.
        quoted: Whether somebody else's voice says it.
        scare_quotes: Whether the outlet keeps its distance by quotation marks.
        first: First day on which an account that uses them was published, as
            EDTF, or `None` if none of them tells its day.
        last: Last such day, likewise.
        documents: Ids of the accounts, sorted; a reprint is its original.
        statements: Ids of the statements that use them, sorted.
    """

    outlet: str
    group: Group
    words: str
    quoted: bool
    scare_quotes: bool
    first: str | None
    last: str | None
    documents: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShiftStep:
    """Words that an outlet used from one day to another, and neither before nor after.

    Attributes:
        words: The names used, each in the form that is met most, the earliest name first.
        first: First day, as EDTF.
        last: Last day, as EDTF.
        statements: Ids of the statements that use them, sorted.
    """

    words: tuple[str, ...]
    first: str
    last: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """One outlet calls people one thing first and another later, in its own voice.

    Attributes:
        outlet: Name of the publisher.
        about: Who is called so: `crowd`, `foreign_troops` or `rulers`.
        steps: At least two, in order of days.
    """

    outlet: str
    about: str
    steps: tuple[ShiftStep, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """An account that people took out of the record, with what was read in it: an undo brings it back.

    Attributes:
        document: The account; its original stays in the case.
        statements: As the machine read them, sorted by offset and id.
        mentions: Sorted by offset and kind.
    """

    document: Document
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a compile knows, and what it does not.

    Attributes:
        title: Title of the case.
        documents: Sorted by id.
        statements: What counts: as read, or as corrected by people; sorted
            by document, offset and id.
        mentions: Sorted by document, offset and kind.
        origins: Pairs of statement id and name of its origin, sorted.
        entities: Sorted by kind and name.
        events: Sorted by time, then id.
        series: Sorted by measure, of and id.
        disagreements: Sorted by kind, then id.
        labels: Sorted by group, words and document.
        troubles: What could not be read, sorted.
        rejected: Statements that people rejected, sorted like `statements`;
            they are in no cluster, label or disagreement.
        as_read: What the machine read where people corrected it, sorted
            likewise; each has the id of a statement above.
        decisions: What people decided, in order, and what came of it.
        usages: Sorted by outlet, group and words.
        shifts: Sorted by outlet and whom they are about.
        bearings: Sorted by promise, then statement.
        removed: What people took out of all of the above, sorted by document.
        derivations: Sorted by document, kind and source.
        silences: Sorted by first day, kind and place.
    """

    title: str
    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    origins: tuple[tuple[str, str], ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    labels: tuple[Label, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    rejected: tuple[Statement, ...] = ()
    as_read: tuple[Statement, ...] = ()
    decisions: tuple[Ruling, ...] = ()
    usages: tuple[Usage, ...] = ()
    shifts: tuple[Shift, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    removed: tuple[Removed, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    silences: tuple[Silence, ...] = ()
