"""Finding the words of a decision again, wherever a better extractor put them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from svod.model import Document, EventClaim, FigureClaim, Statement, Target


@dataclass(frozen=True, slots=True)
class Finder:
    """The statements that targets are looked up in.

    Attributes:
        by_id: Id → statement, as the machine read it.
        by_words: Hash of the document and kind → statements.
        digests: Id of a document → SHA-256 of its bytes.
    """

    by_id: Mapping[str, Statement]
    by_words: Mapping[tuple[str, str], Sequence[Statement]]
    digests: Mapping[str, str]

    def find(self, target: Target, corrected_to: str = "") -> Statement | None:
        """Return the statement that a target means, or `None`.

        It is of the same kind and sense, in a document of the same bytes. The
        same id wins, then the same words, then a quote that holds the words or
        is held by them where they stand; of several, one in the document of
        the same name, then the nearest.

        Args:
            target: What is looked for.
            corrected_to: A sense that is as good as the target's own: what
                the decision corrects it to.
        """
        known = self.by_id.get(target.id)
        if known is not None and self._means(known, target):
            return known
        senses = {target.sense, corrected_to or target.sense}
        near = [s for s in self.by_words.get((target.sha256, target.kind), ()) if sense_of(s) in senses]
        same = [s for s in near if _plain(s.citation.quote) == _plain(target.quote)]
        found = same or [s for s in near if _overlaps(s, target) and _holds(s.citation.quote, target.quote)]
        return min(found, key=lambda s: _distance(s, target), default=None)

    def _means(self, statement: Statement, target: Target) -> bool:
        digest = self.digests.get(statement.citation.document, "")
        return not target.sha256 or digest == target.sha256


def make_finder(statements: Iterable[Statement], documents: Iterable[Document]) -> Finder:
    """Return a finder over statements as the machine read them."""
    digests = {document.id: document.sha256 for document in documents}
    by_id: dict[str, Statement] = {}
    by_words: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        by_id[statement.id] = statement
        by_words[digests.get(statement.citation.document, ""), statement.kind].append(statement)
    return Finder(by_id, by_words, digests)


def target_of(statement: Statement, sha256: str, side: int = 0) -> Target:
    """Return what binds a decision to a statement, which must be as the machine read it."""
    at = statement.citation
    return Target(
        id=statement.id,
        kind=statement.kind,
        sense=sense_of(statement),
        document=at.document,
        sha256=sha256,
        start=at.span.start,
        end=at.span.end,
        quote=at.quote,
        side=side,
    )


def sense_of(statement: Statement) -> str:
    """Return the event type or measure of a statement; empty for the other kinds."""
    match statement.claim:
        case EventClaim(type=sense) | FigureClaim(measure=sense):
            return sense
        case _:
            return ""


def _plain(words: str) -> str:
    return " ".join(words.split())


def _holds(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    return bool(one and other) and (one in other or other in one)


def _overlaps(statement: Statement, target: Target) -> bool:
    at = statement.citation
    return at.document == target.document and at.span.start < target.end and target.start < at.span.end


def _distance(statement: Statement, target: Target) -> tuple[bool, int, str]:
    at = statement.citation
    return at.document != target.document, abs(at.span.start - target.start), statement.id
