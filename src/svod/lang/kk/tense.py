"""The present of Kazakh, which is its future too."""

from collections.abc import Sequence

from svod.lang.kk.stems import load_stems
from svod.lang.kk.word import Word


def put_ahead(words: Sequence[Word]) -> None:
    """Make presents in -а, -е, -й of a parsed sentence futures where they speak of what is to come, in place.

    That is so of deeds in the first person ("көмектесеміз"), of deeds that
    nobody is named for ("төленеді"), and beside a word of the future
    ("ертең ашады"). Verbs of speech, thought and state stay in the present.
    """
    for at, word in enumerate(words):
        if _is_simple_present(word) and not _goes_on(words, at):
            told = word.features.get("Person") == "1" or word.is_passive or _is_dated_ahead(words, at)
            if told:
                word.features["Tense"] = "Fut"


def _is_simple_present(word: Word) -> bool:
    features = word.features
    return (
        word.pos == "VERB"
        and word.form == "Fin"
        and features.get("Tense") == "Pres"
        and not features.get("Aspect")
    )


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb, or the noun of a light verb ("талап етеміз"), means speech, thought or a state."""
    nouns = {word.lemma for word in words if word.head == at and word.relation == "compound:lvc"}
    return bool({words[at].lemma, *nouns} & load_stems().grammar["ongoing"])


def _is_dated_ahead(words: Sequence[Word], at: int) -> bool:
    ahead = load_stems().grammar["to_come"]
    return any(word.text.lower() in ahead for word in words[:at])
