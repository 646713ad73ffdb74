"""Statements, promises and mentions as rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from svod import __version__
from svod.export.row import PARTY_KEYS, Row, Table, party_object, place_object, plain_number
from svod.model import (
    AccusationClaim,
    ByHand,
    Claim,
    CommitmentClaim,
    DemandClaim,
    EventClaim,
    FigureClaim,
    Mention,
    Record,
    Statement,
    location,
)


def statement_rows(record: Record) -> Iterator[Row]:
    """Yield one row per statement, sorted by document, offset and id.

    Fields are those of the codebook, with `id`, `sha256` (of the original
    file), `extractor` and `cluster`: the id of the event or series that holds
    the statement, or `None`; `location`: page, paragraph, element or row of the
    original, or `None` where the text is the file itself.
    """
    digests = {document.id: document.sha256 for document in record.documents}
    parts = {document.id: document.parts for document in record.documents}
    clusters = _clusters(record)
    for said in _sorted(record):
        place = location(parts[said.citation.document], said.citation.span)
        yield _statement_row(said, digests, clusters) | {"location": place or None}


def promise_rows(record: Record) -> Iterator[Row]:
    """Yield commitments and demands, sorted like statements, with their origin and what later statements say on them."""
    origins = dict(record.origins)
    bearing: dict[str, list[Row]] = defaultdict(list)
    for one in record.bearings:
        bearing[one.promise].append({"statement": one.statement, "how": one.how})
    for said in _sorted(record):
        if isinstance(said.claim, CommitmentClaim | DemandClaim):
            head: Row = {"id": said.id, "kind": said.kind, "doc": said.citation.document}
            promised = _claim_fields(said.claim)
            tail: Row = {"origin": origins.get(said.id), "bearing": bearing[said.id]}
            yield head | promised | _common_fields(said) | tail


def mention_rows(record: Record) -> Iterator[Row]:
    """Yield times, places and names, sorted by document, offset and kind.

    `type` is the kind of a place or name, and `duration` for a length of time.

    Adjectives made of place names ("Kazakhstani") are left out: the codebook
    does not count them as mentions of a place.
    """
    order = sorted(record.mentions, key=lambda m: (m.document, m.span, m.kind, m.value or ""))
    return (_mention_row(mention) for mention in order if not _is_adjective(mention))


def _sorted(record: Record) -> list[Statement]:
    return sorted(record.statements, key=lambda said: said.text_order)


def _clusters(record: Record) -> dict[str, str]:
    events = {statement: event.id for event in record.events for statement in event.statements}
    return events | {statement: series.id for series in record.series for statement in series.statements}


def _statement_row(said: Statement, digests: Mapping[str, str], clusters: Mapping[str, str]) -> Row:
    head: Row = {"doc": said.citation.document, "id": said.id, "kind": said.kind}
    tail: Row = {
        "cluster": clusters.get(said.id),
        "sha256": digests[said.citation.document],
        "extractor": _extractor(said),
    }
    return head | _common_fields(said) | _claim_fields(said.claim) | tail


def _extractor(said: Statement) -> str:
    """Tell what read a statement, and who corrected it: machine and people are told apart."""
    machine = f"svod {__version__}: {said.rule}"
    return f"{machine}; {render_by_hand(said.by_hand)}" if said.by_hand else machine


def render_by_hand(by_hand: ByHand) -> str:
    """Write who corrected a statement, and where."""
    lines = ", ".join(map(str, by_hand.decisions))
    return f"corrected by {', '.join(by_hand.by)} (decision {lines}): {', '.join(by_hand.fields)}"


def _common_fields(said: Statement) -> Row:
    return {
        "quote": said.citation.quote,
        "start": said.citation.span.start,
        "end": said.citation.span.end,
        "polarity": said.polarity,
        "modality": said.modality,
        "when": said.when,
        "where": said.where.name if said.where else None,
        "voice": [voice.name for voice in said.voice],
    }


def _claim_fields(claim: Claim) -> Row:
    match claim:
        case EventClaim():
            return {
                "type": claim.type,
                "actor": party_object(claim.actor),
                "target": party_object(claim.target),
            }
        case FigureClaim():
            return _figure_fields(claim)
        case DemandClaim():
            return {"by": party_object(claim.by), "content": claim.content}
        case CommitmentClaim():
            return _commitment_fields(claim)
        case AccusationClaim():
            by, against = party_object(claim.by), party_object(claim.against)
            return {"by": by, "against": against, "content": claim.content}


def _figure_fields(claim: FigureClaim) -> Row:
    return {
        "measure": claim.measure,
        "of": claim.of,
        "low": plain_number(claim.low),
        "high": plain_number(claim.high),
        "bound": claim.bound,
        "unit": claim.unit or None,
    }


def _commitment_fields(claim: CommitmentClaim) -> Row:
    return {
        "by": party_object(claim.by),
        "content": claim.content,
        "beneficiary": claim.beneficiary or None,
        "amount": plain_number(claim.amount),
        "unit": claim.unit or None,
        "due": claim.due,
    }


def _is_adjective(mention: Mention) -> bool:
    return mention.kind == "place" and mention.detail == "adjective"


def _mention_row(mention: Mention) -> Row:
    key = "value" if mention.kind == "time" else "name"
    row: Row = {
        "doc": mention.document,
        "kind": mention.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        key: mention.value,
    }
    if mention.detail:
        row["type"] = mention.detail
    if mention.place is not None:
        row["place"] = place_object(mention.place)
    return row | {"extractor": f"svod {__version__}: {mention.rule}"}


_COMMON = ("quote", "start", "end", "polarity", "modality", "when", "where", "voice")
_BY = tuple(f"by_{key}" for key in PARTY_KEYS)
_PROMISE = (*_BY, "content", "beneficiary", "amount", "unit", "due")
_EVENT = ("type", *(f"{side}_{key}" for side in ("actor", "target") for key in PARTY_KEYS))
_FIGURE = ("measure", "of", "low", "high", "bound")
_ACCUSATION = tuple(f"against_{key}" for key in PARTY_KEYS)
_PLACE = tuple(
    f"place_{key}" for key in ("id", "name", "kind", "country", "latitude", "longitude", "radius_km")
)

STATEMENTS = Table(
    statement_rows,
    (
        "doc",
        "id",
        "kind",
        *_COMMON,
        *_EVENT,
        *_FIGURE,
        *_PROMISE,
        *_ACCUSATION,
        "cluster",
        "sha256",
        "extractor",
        "location",
    ),
)
PROMISES = Table(promise_rows, ("id", "kind", "doc", *_PROMISE, *_COMMON, "origin", "bearing"))
MENTIONS = Table(
    mention_rows, ("doc", "kind", "start", "end", "text", "value", "name", "type", *_PLACE, "extractor")
)
