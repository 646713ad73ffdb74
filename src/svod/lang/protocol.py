"""What svod needs to know about a language, and nothing more."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from svod.model import Name, Sentence

Level = Literal["full", "coarse"]
Topic = Literal[
    "actors", "claims", "clauses", "figures", "frames", "names", "numbers", "places", "times", "voices"
]


class Language(Protocol):
    """A language plug-in.

    A plug-in is data first: words live in `<topic>.toml` files beside it, and
    code is added only for what a list cannot say. After construction it
    touches no file, clock or network, so the same text always gives the same
    sentences.
    """

    @property
    def tag(self) -> str:
        """BCP 47 language tag, e.g. `kk` or `zh-Hans`."""
        ...

    @property
    def name(self) -> str:
        """English name of the language."""
        ...

    @property
    def level(self) -> Level:
        """`full` if statements of all kinds are read, `coarse` if only some are."""
        ...

    @property
    def models(self) -> tuple[str, ...]:
        """Names and versions of the models behind it, for `svod doctor`."""
        ...

    def words(self, topic: Topic) -> Mapping[str, Any]:
        """Return the language's data on a topic, as TOML gives it; empty if it has none.

        The stage that reads a topic defines its schema (hence `Any`).
        """
        ...

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences in text order, tokens lemmatised and, if the
        language has a parser, with heads and UD relations.
        """
        ...

    def names(self, text: str, sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
        """Return the names that the language's model finds, in text order,
        never overlapping; `name` is the words in nominative and Latin script.
        """
        ...

    def lemma(self, word: str) -> str:
        """Return the dictionary form of a single word, lower case."""
        ...
