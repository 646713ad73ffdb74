"""What the finders of statements share: a document being read, and what they find."""

from dataclasses import dataclass

from svod.extraction.tree import Tree
from svod.lang.protocol import Language
from svod.model import Annotation, Claim, Modality, Place, Polarity, Span, Voice


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotated document with its trees and the words of its language.

    Attributes:
        annotation: The document and its mentions.
        trees: One tree a sentence, in the same order.
        language: Where the words come from.
    """

    annotation: Annotation
    trees: tuple[Tree, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim where it stands, before it is told who says it and when it was.

    Attributes:
        claim: What is said.
        sentence: Index of the sentence.
        node: Index of the word that carries the claim, in the sentence.
        quote: The smallest clause that carries it.
        rule: Which rule found it, for people to read.
        trigger: The words that fired the rule.
        polarity: Set where the rule knows it; else the clause tells.
        modality: Set where the rule knows it; else the clause tells.
        voice: Set where the rule knows who speaks; else the passage tells.
        where: Set where the claim is split by its places; else the passage tells.
        of: What was told before that it takes back; its time and place are meant.
    """

    claim: Claim
    sentence: int
    node: int
    quote: Span
    rule: str
    trigger: Span
    polarity: Polarity | None = None
    modality: Modality | None = None
    voice: tuple[Voice, ...] | None = None
    where: Place | None = None
    of: "Finding | None" = None
