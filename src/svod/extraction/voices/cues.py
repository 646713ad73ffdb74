"""Words in a sentence that tell who says what."""

from dataclasses import dataclass

from svod.extraction.voices.speaker import Speaker
from svod.model import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb, marker or noun that brings in what somebody says.

    Attributes:
        sentence: Index of the sentence.
        node: The word in it.
        span: The words of the cue.
        kind: `say`, `opinion`, `act`, `quote`, `marker`, `noun` or `impersonal`.
        speaker: Who speaks; `None` if the cue names nobody.
        outlets: Who passes it on, nearest first.
        contents: Passages that the voice says; empty where the cue stands
            beside a quotation or points back.
        back: Whether it points back at what stands before ("this was announced by …").
    """

    sentence: int
    node: int
    span: Span
    kind: str
    speaker: Speaker | None
    outlets: tuple[Speaker, ...]
    contents: tuple[Span, ...]
    back: bool = False
