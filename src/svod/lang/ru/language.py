"""Russian: razdel for words, slovnet for trees and names, pymorphy3 for lemmas."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from navec import Navec
from razdel import sentenize, tokenize
from slovnet import NER, Morph, Syntax

from svod.lang.forest import one_tree
from svod.lang.paragraph import find_paragraphs
from svod.lang.protocol import Level, Topic
from svod.lang.ru.lemma import is_common, lemma_of, mended, nominative
from svod.lang.words import load_words
from svod.model import Name, NameKind, Sentence, Span, Token

_KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_BATCH = 64  # sentences a forward pass: larger ones gain nothing on two cores


class Russian:
    """Russian by the news models that natasha's wheel carries."""

    tag = "ru"
    name = "Russian"
    level: Level = "full"

    def __init__(self) -> None:
        navec = Navec.load(_model("emb", "navec_news_v1_1B_250K_300d_100q.tar"))
        self._ner = NER.load(_model("model", "slovnet_ner_news_v1.tar"), batch_size=_BATCH).navec(navec)
        self._morph = Morph.load(_model("model", "slovnet_morph_news_v1.tar"), batch_size=_BATCH).navec(navec)
        self._syntax = Syntax.load(_model("model", "slovnet_syntax_news_v1.tar"), batch_size=_BATCH).navec(
            navec
        )

    @property
    def models(self) -> tuple[str, ...]:
        """Names and versions of the packages that carry the models."""
        return tuple(f"{name} {version(name)}" for name in ("natasha", "slovnet", "navec", "pymorphy3"))

    def words(self, topic: Topic) -> Mapping[str, Any]:
        """Return the data file on a topic."""
        return load_words(self.tag, topic)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return sentences with UD trees and lemmas."""
        spans = [span for paragraph in find_paragraphs(text) for span in _sentences(text, paragraph)]
        words = [[(t.start + s.start, t.stop + s.start, t.text) for t in tokenize(s.of(text))] for s in spans]
        kept = [(span, row) for span, row in zip(spans, words, strict=True) if row]
        chunks = [[word for _, _, word in row] for _, row in kept]
        morphs, trees = self._morph.map(chunks), self._syntax.map(chunks)
        return tuple(
            Sentence(span, _tokens(row, morph.tokens, tree.tokens), parsed=True)
            for (span, row), morph, tree in zip(kept, morphs, trees, strict=True)
        )

    def names(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
        """Return the names of the slovnet model, in the nominative, in Cyrillic.

        The capital of a sentence makes no name of a common word or of a verb.
        """
        paragraphs = list(find_paragraphs(text))
        marked = self._ner.map(span.of(text) for span in paragraphs)
        tokens = [token for sentence in sentences for token in sentence.tokens]
        common = {s.tokens[0].span.start: s.tokens[0].span.end for s in sentences if is_common(s.tokens[0])}
        verbs = {s.tokens[0].span.start for s in sentences if s.tokens[0].pos == "VERB"}
        found = tuple(
            _name(text, Span(part.start, part.stop).shift(paragraph.start), part.type, tokens)
            for paragraph, markup in zip(paragraphs, marked, strict=True)
            for part in markup.spans
        )
        return tuple(
            name
            for name in found
            if common.get(name.span.start) != name.span.end
            and (name.span.start not in verbs or name.kind == "person")
        )

    def lemma(self, word: str) -> str:
        """Return the likeliest dictionary form."""
        return lemma_of(word, "", "")


def _model(*path: str) -> str:
    return str(files("natasha").joinpath("data", *path))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    for piece in sentenize(paragraph.of(text)):
        yield Span(piece.start, piece.stop).shift(paragraph.start)


def _tokens(
    words: Sequence[tuple[int, int, str]], morphs: Sequence[Any], nodes: Sequence[Any]
) -> tuple[Token, ...]:
    # The models' token types are untyped markups: `.pos`, `.feats`, `.head_id`, `.rel`.
    given = [int(node.head_id) - 1 if node.head_id != "0" else at for at, node in enumerate(nodes)]
    heads, relations = one_tree(given, [node.rel for node in nodes], [morph.pos for morph in morphs])
    tokens = []
    for at, ((start, end, text), morph) in enumerate(zip(words, morphs, strict=True)):
        features = "|".join(f"{key}={value}" for key, value in sorted(morph.feats.items()))
        named = morph.pos == "PROPN" and at > 0 and text[:1].isupper()
        pos, features = (morph.pos, features) if named else mended(text, morph.pos, features)
        lemma = lemma_of(text, pos, features)
        tokens.append(Token(Span(start, end), text, lemma, pos, features, heads[at], relations[at]))
    return tuple(tokens)


def _name(text: str, span: Span, label: str, tokens: Sequence[Token]) -> Name:
    inside = [token for token in tokens if span.overlaps(token.span)]
    words = span.of(text)
    return Name(span, words, _KINDS[label], nominative(words, inside, label), "", f"slovnet {label}")
