"""The parsers alone, as their authors run them: what reading costs before svod does anything."""

from collections.abc import Callable, Sequence
from importlib.resources import files

import spacy
from navec import Navec
from razdel import sentenize, tokenize
from slovnet import NER, Morph, Syntax

from svod.lang.en.language import MODELS

Parser = Callable[[str], int]
"""Reads a text and returns how many words it has."""

_BATCH = 64


def load_bare(language: str) -> Parser:
    """Return the bare parser of `en` or `ru`, its models loaded."""
    return {"en": _english, "ru": _russian}[language]()


def _english() -> Parser:
    """Return the spaCy pipeline that svod uses, over paragraphs in batches."""
    names = [name for name in MODELS if spacy.util.is_package(name.replace("_", "-"))]
    pipeline = spacy.load(names[0]) if names else __import__(MODELS[-1]).load()
    return lambda text: sum(len(doc) for doc in pipeline.pipe(_paragraphs(text), batch_size=32))


def _russian() -> Parser:
    """Return razdel with the three slovnet models: morphology, syntax, names."""
    data = files("natasha").joinpath("data")
    navec = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    ner = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"), batch_size=_BATCH).navec(navec)
    morph = Morph.load(str(data / "model" / "slovnet_morph_news_v1.tar"), batch_size=_BATCH).navec(navec)
    syntax = Syntax.load(str(data / "model" / "slovnet_syntax_news_v1.tar"), batch_size=_BATCH).navec(navec)

    def parse(text: str) -> int:
        paragraphs = _paragraphs(text)
        sentences = [found.text for paragraph in paragraphs for found in sentenize(paragraph)]
        chunks = [[token.text for token in tokenize(sentence)] for sentence in sentences]
        words = sum(len(markup.tokens) for markup in morph.map(chunks))
        for _ in (*syntax.map(chunks), *ner.map(paragraphs)):
            pass
        return words

    return parse


def _paragraphs(text: str) -> Sequence[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
