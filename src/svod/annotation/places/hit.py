"""What is found in the text before it is told which place it is."""

from dataclasses import dataclass, replace

from svod.model import Place, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that name a place.

    Attributes:
        span: With the head word ("Alma-Ata region").
        name: The name alone.
        level: Kind that a head word tells, or an empty string.
        places: What the gazetteer has under the name, with what each form costs; may be empty.
        adjective: Whether the words describe something else ("Kazakhstani").
        facility: English name of the facility that the words name ("Airport"), or an empty string.
        proper: Canonical name of a facility or of a place that the gazetteer does not know.
        certain: Whether head word or model say that it is a place.
        written: The name as written, folded.
        glossed: Whether the text gives the name in Latin letters behind it.
        why: How it was found.
    """

    span: Span
    name: Span
    level: str
    places: tuple[tuple[Place, int], ...]
    adjective: bool = False
    facility: str = ""
    proper: str = ""
    certain: bool = False
    written: str = ""
    glossed: bool = False
    why: str = ""

    def widened(self, span: Span, level: str, why: str) -> "Hit":
        """Return the hit with a head word that tells its level."""
        return replace(self, span=span, level=level, why=why, certain=True)
