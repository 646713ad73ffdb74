"""A tongue: one language of the interface, with its words, its plurals and its locale."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal, get_args

from babel import Locale

from svod.tongue.catalogue import load_translations
from svod.tongue.phrases import PhraseBook

Code = Literal["en", "ru", "kk"]
TONGUES: tuple[Code, ...] = get_args(Code)
"""Languages that the interface speaks."""

# English as most of the world writes it: 5 January 2022.
_LOCALES: Mapping[str, str] = {"en": "en_001"}

_WORDS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    files("svod.tongue").joinpath("words.toml").read_text("utf-8")
)


class Tongue:
    """Says everything of the interface in one language.

    A word that has no translation is said in English; the tests see to it
    that none lacks one.

    Attributes:
        code: BCP 47 tag.
        locale: How the language writes dates and numbers (CLDR).
    """

    def __init__(self, code: Code) -> None:
        self.code = code
        self.locale = Locale.parse(_LOCALES.get(code, code))
        self._translations = load_translations(code)

    def gettext(self, text: str) -> str:
        """Return a text of the interface in this language, its slots still open."""
        return self._translations.gettext(text)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the form of a text that goes with a number, its slots still open."""
        return self._translations.ngettext(one, many, number)

    def say(self, text: str, **slots: object) -> str:
        """Return a text of the interface with its slots (`%(name)s`) filled."""
        return self.gettext(text) % slots

    def plural(self, number: int, one: str, many: str, **slots: object) -> str:
        """Return the text that goes with a number; `%(num)s` is the number itself."""
        return self.ngettext(one, many, number) % {"num": self.digits(number), **slots}

    def counted(self, number: int, one: str, many: str = "") -> str:
        """Return a number with its noun: `1 account`, `6 accounts`."""
        return self.plural(number, f"%(num)s {one}", f"%(num)s {many or one + 's'}")

    def noun(self, number: int, one: str, many: str = "") -> str:
        """Return the noun that goes with a number, without the number."""
        words = self.ngettext(f"%(num)s {one}", f"%(num)s {many or one + 's'}", number)
        return (words % {"num": ""}).strip()

    def digits(self, number: int) -> str:
        """Return a whole number as this language writes it: `12,000`."""
        mark = self.locale.number_symbols["latn"]["group"]
        return f"{number:,}".replace(",", mark)

    def word(self, shelf: str, code: str) -> str:
        """Return the word for a code of the codebook, or the code itself with spaces."""
        english = _WORDS[shelf].get(code)
        if english is None:
            return code.replace("_", " ")
        return self._translations.pgettext(shelf, english) if english else ""

    def listed(self, items: Iterable[str]) -> str:
        """Join words as a sentence does: `a, b and c`."""
        *front, last = items or [""]
        return self.say("%(front)s and %(last)s", front=", ".join(front), last=last) if front else last

    def language(self, tag: str) -> str:
        """Return the name of a language, or its tag."""
        names: Mapping[str, str] = self.locale.languages
        return names.get(tag.split("-", maxsplit=1)[0].lower(), tag or self.say("not known"))

    def country(self, code: str, name: str) -> str:
        """Return the name of a country by its ISO 3166-1 code, or the name that it goes by."""
        territories: Mapping[str, str] = self.locale.territories
        return name if self.code == "en" else territories.get(code, name)

    def outline(self, code: str, name: str) -> str:
        """Return the name of a country on a map, where some have a short English name or no code."""
        return self.country(code, self.resay(name))

    def resay(self, english: str) -> str:
        """Return what a record words in English in this language, as far as the phrase book holds it."""
        return english if self.code == "en" else self._phrases.resay(english)

    @cached_property
    def _phrases(self) -> PhraseBook:
        return PhraseBook(lambda text: self._translations.pgettext("phrase", text), self.locale)


def mark(text: str) -> str:
    """Mark a text for translation where it stands before its language is known; returns it as it is."""
    return text


@cache
def load_tongue(code: Code) -> Tongue:
    """Return a language of the interface."""
    return Tongue(code)


ENGLISH = load_tongue("en")


def pick_tongue(*wishes: str) -> Tongue:
    """Return the first language among some wishes that the interface speaks, else English.

    Args:
        wishes: BCP 47 tags, or values of `Accept-Language`, the first wish first.
    """
    for tag in _ranked(wishes):
        code: Any = tag.split("-", maxsplit=1)[0].lower()
        if code in TONGUES:
            return load_tongue(code)
    return ENGLISH


def _ranked(wishes: Sequence[str]) -> Iterable[str]:
    for wish in wishes:
        parts = [part.strip().partition(";") for part in wish.split(",")[:20]]
        weighed = [(_weight(rest), tag.strip()) for tag, _, rest in parts]
        yield from (tag for weight, tag in sorted(weighed, key=lambda one: -one[0]) if weight > 0)


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0
