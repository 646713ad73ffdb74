"""Rules: deciding on many statements at once, by what they have in common."""

from dataclasses import dataclass, fields

from svod.decisions.finding import sense_of
from svod.errors import InvalidDecisionError
from svod.model import Record, Statement


@dataclass(frozen=True, slots=True)
class Rule:
    """Statements that have all of this in common; what is empty is not asked for.

    Attributes:
        document: Id of the document.
        kind: Kind of the statement.
        type: Event type, or measure of a figure.
        label: What the account calls a group of actors, as in the framing.
        origin: Whose word it is.
        rule: Beginning of the rule that read it.
    """

    document: str = ""
    kind: str = ""
    type: str = ""
    label: str = ""
    origin: str = ""
    rule: str = ""

    def pick(self, record: Record) -> tuple[str, ...]:
        """Return the ids of the statements that the rule means, rejected ones included, sorted.

        A rule that asks for nothing means no statement.
        """
        if self == Rule():
            return ()
        origins = dict(record.origins)
        labelled = {s for label in record.labels if label.words == self.label for s in label.statements}

        def is_meant(said: Statement) -> bool:
            return (
                self.document in ("", said.citation.document)
                and self.kind in ("", said.kind)
                and self.type in ("", sense_of(said))
                and (not self.label or said.id in labelled)
                and self.origin in ("", origins.get(said.id))
                and said.rule.startswith(self.rule)
            )

        return tuple(sorted(said.id for said in (*record.statements, *record.rejected) if is_meant(said)))


def parse_rule(pairs: dict[str, str]) -> Rule:
    """Return the rule that names and values tell.

    Raises:
        InvalidDecisionError: If there is no such name.
    """
    known = [field.name for field in fields(Rule)]
    for name in pairs:
        if name not in known:
            raise InvalidDecisionError(f"a rule knows {', '.join(known)}, not {name!r}")
    return Rule(**pairs)
