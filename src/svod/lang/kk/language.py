"""Kazakh: endings and stems as data, clauses by rules, names by a small model."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from svod.lang.forest import one_tree
from svod.lang.kk.analyser import readings
from svod.lang.kk.clauses import build_tree
from svod.lang.kk.cut import find_sentences, find_tokens
from svod.lang.kk.latin import fold_latin
from svod.lang.kk.names import NameTagger
from svod.lang.kk.tagger import tag_words
from svod.lang.kk.word import Word
from svod.lang.protocol import Level, Topic
from svod.lang.words import load_words
from svod.model import Name, Sentence, Span, Token


class Kazakh:
    """Kazakh by rules of our own; Cyrillic, and Latin letters of the alphabet of 2021."""

    tag = "kk"
    name = "Kazakh"
    level: Level = "full"

    def __init__(self) -> None:
        self._names = NameTagger()

    @property
    def models(self) -> tuple[str, ...]:
        """The model of names and the package that runs it."""
        return ("names.crfsuite (KazNERD)", f"python-crfsuite {version('python-crfsuite')}")

    def words(self, topic: Topic) -> Mapping[str, Any]:
        """Return the data file on a topic."""
        return load_words(self.tag, topic)

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return sentences with lemmas, UD features and trees."""
        found = []
        for span in find_sentences(text):
            words = tag_words(text, tuple(find_tokens(text, span)))
            if words:
                build_tree(words)
                found.append(_sentence(span, words))
        return tuple(found)

    def names(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
        """Return the names of the model, in the nominative, in Cyrillic."""
        return tuple(name for sentence in sentences for name in self._names.find_names(text, sentence))

    def lemma(self, word: str) -> str:
        """Return the likeliest dictionary form; of a verb its stem, of a bare verbal noun the noun itself."""
        looked = fold_latin([word])[0]
        likeliest = readings(looked)[0]
        named = likeliest.has("VerbForm=Vnoun") and "Case=" not in likeliest.features
        return looked if named else likeliest.lemma


def _sentence(span: Span, words: list[Word]) -> Sentence:
    heads, relations = one_tree([w.head for w in words], [w.relation for w in words], [w.pos for w in words])
    tokens = tuple(
        Token(word.span, word.text, word.lemma, word.pos, _features(word), heads[at], relations[at])
        for at, word in enumerate(words)
    )
    return Sentence(span, tokens, parsed=True)


def _features(word: Word) -> str:
    return "|".join(f"{name}={value}" for name, value in sorted(word.features.items()))
