"""What claims absorb: a promise or a thing demanded is not a planned event as well."""

from collections.abc import Callable, Iterable

from svod.extraction.mood import find_mood
from svod.extraction.reading import Finding, Reading
from svod.model import CommitmentClaim, DemandClaim, EventClaim

_KEPT = frozenset({"deployment", "negotiation"})
"""Types that the gold keeps as planned events beside the promise (of the dev texts' three, all three)."""
_ATTRIBUTES = frozenset({"acl", "acl:relcl", "amod"})


def find_absorbed(reading: Reading, claims: Iterable[Finding]) -> Callable[[Finding], bool]:
    """Return a test that tells whether an event is only what a claim promises or demands.

    Args:
        reading: The document.
        claims: The findings of demands and commitments of the same document;
            others absorb nothing.

    Returns:
        A predicate over event findings: true where the event is planned and
        its trigger stands in the quote of a commitment or a demand, as what
        is promised or demanded: no attribute of it ("the families stranded"),
        and not the protest that makes the demand.

    Source:
        The rule of the codebook that a promise is a commitment, "not also a
        planned event".
    """
    takers = [c for c in claims if isinstance(c.claim, CommitmentClaim | DemandClaim)]

    def is_absorbed(event: Finding) -> bool:
        return any(_takes(claim, event) for claim in takers) and _is_planned(reading, event)

    return is_absorbed


def _takes(claim: Finding, event: Finding) -> bool:
    if claim.sentence != event.sentence or not claim.quote.contains(event.trigger):
        return False
    if isinstance(claim.claim, DemandClaim):
        return not claim.trigger.overlaps(event.trigger)
    return not (isinstance(event.claim, EventClaim) and event.claim.type in _KEPT)


def _is_planned(reading: Reading, event: Finding) -> bool:
    tree = reading.trees[event.sentence]
    if tree[event.node].relation in _ATTRIBUTES:
        return False
    mood = event.modality or find_mood(tree, event.node, reading.language)[1]
    return mood == "planned"
