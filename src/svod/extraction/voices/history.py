"""Who has spoken so far, for pronouns and for speech that runs on."""

from dataclasses import dataclass, field, replace

from svod.extraction.voices.speaker import Speaker
from svod.model import Voice

UNNAMED = Voice("unnamed sources", named=False)
"""Who says what is only said to have been reported."""

_REACH_SENTENCES = 6  # a pronoun further from its speaker than this is rather about somebody else


@dataclass(slots=True)
class History:
    """The speakers of a document in text order.

    The one mutable thing of the search: it grows while the sentences are
    read from the first to the last.
    """

    said: list[tuple[int, Speaker]] = field(default_factory=list)

    def add(self, sentence: int, speaker: Speaker) -> None:
        """Note that somebody spoke in a sentence."""
        self.said.append((sentence, speaker))

    def last(self, sentence: int, reach: int = _REACH_SENTENCES) -> Speaker | None:
        """Return who spoke last, at most `reach` sentences ago."""
        if self.said and sentence - self.said[-1][0] <= reach:
            return self.said[-1][1]
        return None

    def resolve(self, sentence: int, speaker: Speaker, persons: tuple[Speaker, ...]) -> Speaker | None:
        """Return whom a pronoun stands for, or `None` if it cannot be told.

        Args:
            sentence: Where the pronoun stands.
            speaker: The pronoun as a speaker.
            persons: Persons that are subjects before, nearest first.
        """
        if speaker.pronoun == "source":
            return self.last(sentence, 3) or (replace(speaker, pronoun="") if speaker.voice.name else None)
        near = [said for at, said in reversed(self.said) if sentence - at <= _REACH_SENTENCES]
        if speaker.pronoun in {"male", "female"}:
            found = next(
                (said for said in (*persons[:1], *near, *persons) if _fits(said, speaker.pronoun)), None
            )
        else:
            found = next((said for said in near if _fits(said, speaker.pronoun)), None)
        if found is None and speaker.pronoun in {"male", "female"}:
            found = self.last(sentence, 2)
        if found is None or (found.gender == "plural" and speaker.pronoun != "plural"):
            return None
        learnt = speaker.pronoun if speaker.pronoun in {"male", "female"} else found.gender
        return replace(found, voice=replace(found.voice, span=speaker.voice.span), gender=learnt)  # type: ignore[arg-type]


def _fits(said: Speaker, pronoun: str) -> bool:
    if pronoun in {"male", "female"}:
        return said.gender in {pronoun, ""} and not said.outlet
    if pronoun == "plural":
        return said.gender in {"plural", "thing"} and not said.outlet
    return pronoun == "thing" and said.gender == "thing"
