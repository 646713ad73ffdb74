"""In which language a text is written."""

import re
from functools import cache
from importlib.metadata import entry_points

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_KAZAKH = frozenset("әғқңөұүһі")
_NOT_KAZAKH = frozenset("їєўҳҷӣҗџњљ")
MIN_KAZAKH_SHARE = 0.06
"""Share of Cyrillic letters that Russian lacks. Kazakh television news has 0.14 to 0.17;
Russian news with Kazakh names stays under 0.01."""

# Told apart from the installed languages, so that a text in one of them is not
# taken for English: large languages and the neighbours of Russian and Kazakh.
_OTHERS = (
    "ar",
    "be",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "it",
    "kk",
    "ky",
    "pl",
    "pt",
    "ru",
    "tr",
    "uk",
    "zh",
)
_UZBEK = re.compile(r"[og][\'ʻʼ‘’`](?=[a-z])")
"""The letters oʻ and gʻ of Latin Uzbek, which the identifier does not know, as people type them."""
MIN_UZBEK_SHARE = 0.005
"""Share of a text's characters; Uzbek news has 0.01 to 0.03, no other Latin script any to speak of."""
_SAMPLE = 20_000
"""Characters that are looked at; the answer settles within the first few hundred."""


def detect_language(text: str) -> str:
    """Return the BCP 47 tag of the language of `text`; `und` if nothing tells it.

    Letters decide for Kazakh, which statistics take for its neighbours; else
    py3langid among the installed languages (entry points `svod.languages`)
    and some large ones.
    """
    sample = text[:_SAMPLE]
    if _is_kazakh(sample.lower()):
        return "kk"
    if _is_uzbek(sample.lower()):
        return "uz"
    if not any(letter.isalpha() for letter in sample):
        return "und"
    tags = _tags()
    return tags[_identifier().classify(sample)[0]]


def _is_uzbek(text: str) -> bool:
    own = len(_UZBEK.findall(text))
    return own > 1 and own >= MIN_UZBEK_SHARE * len(text)


def _is_kazakh(text: str) -> bool:
    cyrillic = [letter for letter in text if "\u0400" <= letter <= "\u04ff"]
    own = sum(letter in _KAZAKH for letter in cyrillic)
    foreign = sum(letter in _NOT_KAZAKH for letter in cyrillic)
    distinct = {letter for letter in cyrillic if letter in _KAZAKH}
    return len(distinct) > 1 and foreign * 10 < own and own >= MIN_KAZAKH_SHARE * len(cyrillic)


@cache
def _tags() -> dict[str, str]:
    """Return the labels of the identifier → the tags that svod uses for them."""
    installed = {point.name.split("-")[0]: point.name for point in entry_points(group="svod.languages")}
    return {tag: tag for tag in _OTHERS} | installed


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(set(_tags()) & set(identifier.labels)))
    return identifier
