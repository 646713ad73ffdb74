"""Figures of a text, and how tables write them."""

from svod.annotation.numbers import find_numbers
from svod.annotation.times import find_times
from svod.extraction.borrowing import borrow_measures
from svod.extraction.figures import find_figures
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.lang.registry import load_language
from svod.model import Annotation, Document, FigureClaim, Source


def figures(text: str, tag: str) -> list[Finding]:
    language = load_language(tag)
    sentences = language.sentences(text)
    source = Source("d", named=False)
    document = Document(
        "d", "d.txt", text, "", "", "text/plain", "utf-8", tag, "", None, None, "", "", source
    )
    times = find_times(text, sentences, "2023-05-10", language.words("times"))
    numbers = find_numbers(text, sentences, times, language.words("numbers"))
    annotation = Annotation(document, sentences, (), (), times, numbers)
    reading = Reading(annotation, tuple(map(Tree, sentences)), language)
    return list(borrow_measures(find_figures(reading), events=()))


def written(finding: Finding) -> str:
    claim = finding.claim
    assert isinstance(claim, FigureClaim)
    low, high = ("*" if end is None else f"{end:.12g}" for end in (claim.low, claim.high))
    value = low if low == high else f"{low}..{high}"
    bound = "" if claim.bound == "exact" else claim.bound
    return " ".join(part for part in (claim.measure, claim.of, value, bound, claim.unit) if part)
