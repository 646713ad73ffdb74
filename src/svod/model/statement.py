"""Statements: what one account says, in its own words, and where."""

from dataclasses import dataclass
from hashlib import blake2b

from svod.model.annotation import Bound
from svod.model.codebook import EventType, Group, Kind, Measure, Modality, Polarity
from svod.model.place import Place
from svod.model.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a document that carry a statement.

    Attributes:
        document: Id of the document.
        span: Where the words stand, in code points of the document's text.
        quote: The words themselves; always equal to `span.of(text)`.
    """

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says something, or passes it on.

    Attributes:
        name: Canonical English name, or a role ("residents", "authorities").
        named: Whether `name` is a proper name; roles are not independent
            witnesses that could be told apart.
        span: The words that name the voice, or `None` if implied.
    """

    name: str
    named: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who did something, or to whom it was done, in the words of the text.

    Attributes:
        text: The words, or `None` where the party is only implied.
        group: Class of the codebook (`class` in exports).
        scare_quotes: Whether the account puts the words in quotation marks to
            keep its distance.
        span: Where the words stand, or `None`.
        name: Canonical proper name if the words name somebody, else empty.
    """

    text: str | None
    group: Group
    scare_quotes: bool = False
    span: Span | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class EventClaim:
    """Something happened, is happening, did not happen, or is planned."""

    type: EventType
    actor: Party | None
    target: Party | None


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A count, an amount, a price or a share.

    Attributes:
        measure: What the number measures.
        of: What is counted, canonical plural (`people`, `police_vehicles`).
        low: Least value meant, or `None`.
        high: Greatest value meant, or `None`.
        bound: How the two are meant.
        unit: `persons`, `items`, `percent`, an ISO 4217 code, …
    """

    measure: Measure
    of: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str


@dataclass(frozen=True, slots=True)
class DemandClaim:
    """Some people want something, or name a grievance."""

    by: Party | None
    content: str


@dataclass(frozen=True, slots=True)
class CommitmentClaim:
    """An authority says what it will do, or orders done.

    Attributes:
        by: Who promises.
        content: What is promised.
        beneficiary: Words for whom it is promised to, or an empty string.
        amount: Sum promised in `unit`, or `None`.
        unit: ISO 4217 code or an empty string.
        due: EDTF by when, or `None`.
    """

    by: Party | None
    content: str
    beneficiary: str = ""
    amount: float | None = None
    unit: str = ""
    due: str | None = None


@dataclass(frozen=True, slots=True)
class AccusationClaim:
    """Somebody is blamed by a named or unnamed voice."""

    by: Party | None
    against: Party | None
    content: str


Claim = EventClaim | FigureClaim | DemandClaim | CommitmentClaim | AccusationClaim

_KINDS: dict[type[Claim], Kind] = {
    EventClaim: "event",
    FigureClaim: "figure",
    DemandClaim: "demand",
    CommitmentClaim: "commitment",
    AccusationClaim: "accusation",
}


@dataclass(frozen=True, slots=True)
class ByHand:
    """That people corrected a statement, and where.

    Attributes:
        id: Id of the statement as it was read; it stays.
        fields: What was corrected, sorted.
        by: Who did, in order of their decisions.
        decisions: Their lines in the journal.
    """

    id: str
    fields: tuple[str, ...]
    by: tuple[str, ...]
    decisions: tuple[int, ...]


class _Remembered:
    """Room for what is worked out of a value once; no field, so no part of what the value is."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True)
class Statement(_Remembered):
    """One account saying one thing.

    A statement is evidence, not truth, and never changes: which statements
    speak of the same thing is told beside it (`svod.resolution`), what they
    add up to is told above it (`svod.fusion`).

    Attributes:
        citation: Where the document says so.
        claim: What it says.
        polarity: `denied` where the text says that it did not happen.
        modality: Whether it is told as fact, doubt, plan or condition.
        when: EDTF, as precise as the text with its publication date allows,
            or `None`.
        dated_by: How `when` was told: `clause`, `sentence`, `context`,
            `bounds` (nothing dates it but publication), or empty.
        where: Most specific named place, or `None`.
        voice: Who says it, innermost first; empty is the document's own voice.
        rule: Which rule found it, e.g. `frame killing: verb "kill", passive`.
        trigger: The words that fired the rule.
        place_span: The words that name the place, in the clause or its
            sentence; `None` where it is only inferred from the text around.
        by_hand: What people corrected, or `None` if it is as the machine read it.
    """

    citation: Citation
    claim: Claim
    polarity: Polarity
    modality: Modality
    when: str | None
    dated_by: str
    where: Place | None
    voice: tuple[Voice, ...]
    rule: str
    trigger: Span
    place_span: Span | None = None
    by_hand: ByHand | None = None

    @property
    def kind(self) -> Kind:
        """Kind of the claim, as the codebook calls it."""
        return _KINDS[type(self.claim)]

    @property
    def placed_by(self) -> str:
        """How `where` was told: `clause`, `sentence`, `context` (a guess), `people`, or empty."""
        if self.where is None:
            return ""
        if self.by_hand is not None and "where" in self.by_hand.fields:
            return "people"
        if self.place_span is None:
            return "context"
        return "clause" if self.citation.span.overlaps(self.place_span) else "sentence"

    @property
    def tells_place(self) -> bool:
        """Whether its own sentence, or a person, tells its place. Any other is a guess from the rest of the text: good
        enough for a map, no ground for setting two accounts against each other.
        """
        return self.placed_by in {"clause", "sentence", "people"}

    @property
    def text_order(self) -> tuple[str, Span, int, int, str]:
        """Sort key: document and text; on the same words, the place or target that tells one apart."""
        target = self.claim.target if isinstance(self.claim, EventClaim) else None
        place, suffered = self.place_span, target.span if target else None
        return (
            self.citation.document,
            self.citation.span,
            place.start if place else -1,
            suffered.start if suffered else -1,
            self.id,
        )

    @property
    def id(self) -> str:
        """Identifier made from content as read: the same statement, the same id."""
        try:
            return self._id
        except AttributeError:  # asked the first time
            object.__setattr__(self, "_id", self._made_id())
            return self._id

    def _made_id(self) -> str:
        if self.by_hand is not None:
            return self.by_hand.id
        at = self.citation.span
        key = (
            f"{self.citation.document}#char={at.start},{at.end}",  # RFC 5147
            self.kind,
            self.polarity,
            *_claim_key(self.claim),
            self.where.id if self.where else "",
        )
        return blake2b("\x1f".join(key).encode(), digest_size=8).hexdigest()


def _claim_key(claim: Claim) -> tuple[str, ...]:
    match claim:
        case EventClaim():
            return (claim.type, _words(claim.actor), _words(claim.target))
        case FigureClaim():
            return (claim.measure, claim.of, repr(claim.low), repr(claim.high), claim.unit)
        case AccusationClaim():
            return (claim.content, _words(claim.against))
        case DemandClaim() | CommitmentClaim():
            return (claim.content,)


def _words(party: Party | None) -> str:
    return "" if party is None or party.text is None else party.text
