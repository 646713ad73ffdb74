"""Names found in composed texts: written form, canonical name."""

from itertools import pairwise

import pytest

from svod.annotation.names import find_names
from svod.gazetteer.actors import load_actors
from svod.lang.registry import load_language
from svod.model import Name


def names_in(text: str, tag: str) -> tuple[Name, ...]:
    language = load_language(tag)
    return find_names(text, language.sentences(text), language, load_actors())


CASES = [
    # known actors
    ("en", "Reporters of AFP and the BBC were there.", "AFP", "Agence France-Presse"),
    ("en", "The Collective Security Treaty Organization (CSTO) sent troops.", "CSTO", "CSTO"),
    ("ru", "Войска ОДКБ вошли в город.", "ОДКБ", "CSTO"),
    ("ru", "Об этом пишет «Коммерсантъ» в среду.", "Коммерсантъ", "Kommersant"),
    ("ru", "Заявление сделали в Совете Европы.", "Совете Европы", "Council of Europe"),
    # state bodies
    (
        "en",
        "The Peruvian Foreign Ministry protested.",
        "Peruvian Foreign Ministry",
        "Peruvian Foreign Ministry",
    ),
    (
        "en",
        "The Ministry of Health of Chile opened hospitals.",
        "Ministry of Health of Chile",
        "Ministry of Health of Chile",
    ),
    ("ru", "МИД России выразил протест.", "МИД России", "Russian Foreign Ministry"),
    ("ru", "По данным МИДа Турции, посол уехал.", "МИДа Турции", "Turkish Foreign Ministry"),
    ("ru", "Он работает в Минздраве Казахстана.", "Минздраве Казахстана", "Ministry of Health of Kazakhstan"),
    ("ru", "Полиция Алматы закрыла улицу.", "Полиция Алматы", "Almaty police"),
    ("ru", "Российский МИД выразил протест.", "Российский МИД", "Russian Foreign Ministry"),
    (
        "kk",
        "Олар Ұжымдық қауіпсіздік туралы шарт ұйымынан хат алды.",
        "Ұжымдық қауіпсіздік туралы шарт ұйымынан",
        "CSTO",
    ),
    # persons
    ("en", "Mayor Ann Roe spoke. Later Roe left.", "Roe", "Ann Roe"),
    ("en", "Kassym-Jomart Tokayev flew home. Tokayev was tired.", "Tokayev", "Kassym-Jomart Tokayev"),
    ("ru", "Мэр Иван Петренко приехал. Петренко молчал.", "Петренко", "Ivan Petrenko"),
    ("ru", "Решение приняла Анна Котова. Об этом сказали Котовой.", "Анна Котова", "Anna Kotova"),
    ("ru", "Встретили губернатора Павла Громова.", "Павла Громова", "Pavel Gromov"),
    ("ru", "Стрелял Джеймс Хьюз (James Hughes), сказали соседи.", "Джеймс Хьюз", "James Hughes"),
]


@pytest.mark.parametrize(("tag", "text", "written", "name"), CASES)
def test_a_name_stands_under_its_canonical_form(tag: str, text: str, written: str, name: str) -> None:
    found = {mention.text: mention.name for mention in names_in(text, tag)}
    assert found.get(written) == name


@pytest.mark.parametrize(
    ("tag", "text", "person", "title"),
    [
        ("en", "Governor Paul Weston resigned.", "Paul Weston", "governor"),
        ("en", "The prime minister, Laura Stone, resigned.", "Laura Stone", "prime minister"),
        ("ru", "Президент Карлос Мора ушёл.", "Carlos Mora", "президент"),
    ],
)
def test_a_title_is_told_apart_from_the_name(tag: str, text: str, person: str, title: str) -> None:
    assert (person, title) in {(name.name, name.title) for name in names_in(text, tag)}


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Mayor Ann Roe met Senator Paul Roe. Roe was late."
    assert [name.name for name in names_in(text, "en") if name.kind == "person"] == [
        "Ann Roe",
        "Paul Roe",
        "Roe",
    ]


def test_a_common_word_is_an_outlet_only_in_quotation_marks() -> None:
    assert all(name.name != "Izvestia" for name in names_in("Известия были плохие.", "ru"))
    assert any(name.name == "Izvestia" for name in names_in("Об этом пишут «Известия» в среду.", "ru"))


def test_an_abbreviation_counts_only_in_capitals() -> None:
    assert all(
        name.name != "World Health Organization" for name in names_in("The man who left came back.", "en")
    )
    assert any(name.name == "World Health Organization" for name in names_in("The WHO sent doctors.", "en"))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Reuters said President Maria Lopez of Chile met the UN in New York on Monday."),
        ("ru", "ТАСС сообщает, что президент Чили Мария Лопес встретилась с ООН в Нью-Йорке."),
    ],
)
def test_names_are_in_order_never_overlap_and_quote_the_text(tag: str, text: str) -> None:
    names = names_in(text, tag)
    assert names
    assert all(name.span.of(text) == name.text for name in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
