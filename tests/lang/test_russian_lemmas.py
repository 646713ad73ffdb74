"""Dictionary forms of Russian words as the stages rely on them."""

import pytest

from svod.lang import load_language
from svod.lang.ru.lemma import lemma_of, mended

CASES = [
    ("прорвана", "VERB", "Gender=Fem|Number=Sing|Variant=Short|VerbForm=Part|Voice=Pass", "прорвать"),
    ("погибших", "NOUN", "Case=Gen|Number=Plur", "погибший"),
    ("задержанные", "NOUN", "Case=Nom|Number=Plur", "задержанный"),
    ("сгоревший", "ADJ", "Case=Nom", "сгоревший"),
    ("людей", "NOUN", "Case=Gen|Number=Plur", "человек"),
    ("стали", "NOUN", "Case=Gen|Number=Sing", "сталь"),
    ("стали", "VERB", "Number=Plur|Tense=Past", "стать"),
    ("три", "NUM", "Case=Nom", "три"),
    ("12", "NUM", "", "12"),
    ("был", "AUX", "", "быть"),
    ("Москве", "PROPN", "Case=Loc", "москва"),
    ("её", "DET", "", "её"),
    ("АЭС", "NOUN", "", "аэс"),
    ("хаюдил", "VERB", "", "хаюдить"),
]


@pytest.mark.parametrize(("word", "pos", "features", "lemma"), CASES)
def test_the_dictionary_form_fits_the_part_of_speech(word: str, pos: str, features: str, lemma: str) -> None:
    assert lemma_of(word, pos, features) == lemma


MENDED = [
    ("введён", "ADJ", "VERB", "Pass"),
    ("разрушены", "ADJ", "VERB", "Pass"),
    ("большой", "ADJ", "ADJ", ""),
    ("прорвало", "ADJ", "VERB", ""),
    ("дамба", "NOUN", "NOUN", ""),
]


@pytest.mark.parametrize(("word", "pos", "wanted", "voice"), MENDED)
def test_a_short_participle_is_a_passive_verb(word: str, pos: str, wanted: str, voice: str) -> None:
    found, features = mended(word, pos, "Number=Sing")
    assert found == wanted
    assert ("Voice=Pass" in features) is bool(voice)


@pytest.mark.parametrize("text", ["Ы. Жхпрт прибыл.", "— Ж. Э. —", "Г-н Ъ уехал.", "О’Хара и Ли уехали."])
def test_names_of_any_shape_are_read(text: str) -> None:
    russian = load_language("ru")
    for name in russian.names(text, russian.sentences(text)):
        assert name.name
