"""A word while its sentence is being read."""

from dataclasses import dataclass, field

from svod.lang.kk.analyser import Reading
from svod.model import Span

_VERBAL = ("VERB", "AUX")


@dataclass(slots=True, eq=False)
class Word:
    """A word with the reading chosen for it and its place in the tree.

    Attributes:
        span: Where it stands in the text.
        text: As written.
        lemma: Dictionary form.
        pos: UD part of speech.
        features: UD features, name → value.
        head: Index of its head; its own index until it has one.
        relation: UD relation to the head; empty until it has one.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    features: dict[str, str] = field(default_factory=dict)
    head: int = -1
    relation: str = ""

    @property
    def case(self) -> str:
        """Its case, or an empty string."""
        return self.features.get("Case", "")

    @property
    def form(self) -> str:
        """Form of a verb (`Fin`, `Part`, `Conv`, `Vnoun`), or an empty string."""
        return self.features.get("VerbForm", "") if self.pos in _VERBAL else ""

    @property
    def is_possessed(self) -> bool:
        """Whether it carries the ending of what belongs to somebody."""
        return "Person[psor]" in self.features

    @property
    def is_passive(self) -> bool:
        """Whether it is a verb in the passive."""
        return self.features.get("Voice") == "Pass"

    def take(self, reading: Reading) -> None:
        """Put a reading on the word."""
        self.lemma, self.pos = reading.lemma, reading.pos
        self.features = dict(pair.split("=", 1) for pair in reading.features.split("|") if pair)
