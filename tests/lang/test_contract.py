"""Every language keeps the promises of `svod.lang.protocol.Language`. Composed texts."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svod.lang import installed_languages, load_language
from svod.lang.protocol import Language
from svod.model import Sentence

TAGS = sorted({*installed_languages(), "kk", "zh", "ar"})
# The relations of UD v2 with the subtypes that svod's languages use, and what a parser may leave open.
RELATIONS = frozenset(
    """acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp clf compound compound:lvc compound:prt conj cop
    csubj csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign flat:name goeswith iobj list
    mark nmod nmod:poss nsubj nsubj:pass nummod nummod:entity nummod:gov obj obl obl:agent orphan parataxis punct
    reparandum root vocative xcomp advcl:relcl obl:tmod obl:npmod""".split()  # noqa: SIM905 - reads as prose
)
TEXTS = {
    "empty": "",
    "white space": " \t\r\n\u00a0\u2028 ",
    "punctuation": "…!?—«»\"'()[]—\n***",
    "Windows lines": "The dam broke.\r\nДамба прорвалась.\r\n\r\nБөгет бұзылды.\r\n",
    "old Mac lines": "The dam broke.\rPeople fled.\r",
    "no full stops": "The dam broke\n\n- people fled\n- a bridge fell",
    "mixed scripts": "The mayor сказал: «Бәрі аман» — 一切安好, قال العمدة.",
    "NUL": "The dam\x00 broke.\x00\nTwo people\x00fled.",
    "a letter of another script": "д\u00a05a",
    "emoji": "🔥🔥 The dam broke 👩‍🚒! 😢 Дамба 🇰🇿 прорвана 🔥.",
    "combining": "Й и́дёт ё Café café.",
    "bidi": "\u202eThe dam\u202c broke. \u200fقال العمدة\u200e.",
    "zero width": "The\u200b dam\ufeff broke\u2060.",
    "abbreviations": "Mr. Hill of St. Ives paid approx. $5.5 m. Он живёт на ул. Ленина, д. 5, кв. 7.",
    "long word": "a" * 30_000,
    "long line": "the dam broke and " * 2_500,
    "long Russian line": "дамба прорвана, " * 2_500,
    "digits": "1 2 3 " * 500,
    "surrogate-free astral": "𝕿𝖍𝖊 𝖉𝖆𝖒 broke. 𐍈",
}
ALPHABET = st.text(alphabet="Дд. !?\n\r\t5«»—Aa'’-…🔥\x00\u00a0ә中", max_size=60)


@pytest.fixture(scope="module", params=TAGS)
def language(request: pytest.FixtureRequest) -> Language:
    return load_language(request.param)


def broken_promises(text: str, sentences: tuple[Sentence, ...]) -> list[str]:
    """Return what is wrong with the sentences of a text, in words."""
    wrong = [
        f"sentences meet: {a.span}, {b.span}" for a, b in pairwise(sentences) if a.span.end > b.span.start
    ]
    covered = "".join(sentence.span.of(text) for sentence in sentences)
    if "".join(covered.split()) != "".join(text.split()):
        wrong.append("a letter is lost")
    return wrong + [fault for sentence in sentences for fault in _faults(text, sentence)]


def _faults(text: str, sentence: Sentence) -> list[str]:
    tokens, words = sentence.tokens, sentence.span.of(text)
    faults = [] if words == words.strip() else [f"untrimmed: {words!r}"]
    for token in tokens:
        if token.span.of(text) != token.text or not sentence.span.contains(token.span):
            faults.append(f"token elsewhere: {token}")
        if not token.text or token.text.split() != [token.text]:
            faults.append(f"white space in a token: {token.text!r}")
        if token.lemma != token.lemma.lower() or not token.lemma:
            faults.append(f"lemma: {token.text!r} {token.lemma!r}")
    if any(a.span.end > b.span.start for a, b in pairwise(tokens)):
        faults.append("tokens meet")
    if "".join(t.text for t in tokens) != "".join(words.split()):
        faults.append(f"tokens lose a letter of {words!r}")
    return faults + (_tree_faults(sentence) if sentence.parsed else _flat_faults(sentence))


def _tree_faults(sentence: Sentence) -> list[str]:
    heads = [token.head for token in sentence.tokens]
    roots = [at for at, head in enumerate(heads) if head == at]
    faults = [] if len(roots) == 1 else [f"{len(roots)} roots: {[t.text for t in sentence.tokens]}"]
    for at in range(len(heads)):
        steps, node = 0, at
        while heads[node] != node and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if steps > len(heads):
            faults.append(f"a circle from {at}")
    strange = {token.relation for token in sentence.tokens} - RELATIONS
    return faults + [f"no UD relation: {relation!r}" for relation in sorted(strange)]


def _flat_faults(sentence: Sentence) -> list[str]:
    flat = all(t.head == at and t.relation == "dep" for at, t in enumerate(sentence.tokens))
    return [] if flat else ["heads without a parser"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_sentences_and_trees_are_whole(language: Language, text: str) -> None:
    assert broken_promises(text, language.sentences(text)) == []


@settings(deadline=None, max_examples=60)
@given(text=ALPHABET)
@pytest.mark.parametrize("tag", TAGS)
def test_sentences_and_trees_are_whole_for_any_text(tag: str, text: str) -> None:
    assert broken_promises(text, load_language(tag).sentences(text)) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_names_stand_in_the_text_in_order(language: Language, text: str) -> None:
    names = language.names(text, language.sentences(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    assert all(name.span.of(text) == name.text.strip() == name.text and name.name for name in names)


def test_the_same_text_gives_the_same_sentences_whatever_came_before(language: Language) -> None:
    text = TEXTS["mixed scripts"]
    first = language.sentences(text)
    language.sentences(TEXTS["emoji"])
    assert language.sentences(text) == first


def test_a_language_says_what_it_is(language: Language) -> None:
    assert language.name
    assert language.level in {"full", "coarse"}
    assert all(isinstance(model, str) and model for model in language.models)
    assert language.words("actors") is language.words("actors") or not language.words("actors")


@pytest.mark.parametrize("word", ["", " ", "Dams", "ДАМБЫ", "5", "🔥", "\x00", "bøk", "中"])
def test_a_lemma_is_in_lower_case(language: Language, word: str) -> None:
    lemma = language.lemma(word)
    assert lemma == lemma.lower()


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("ky", "Дамба бузулду. Он эки киши каза тапты! Мэр эмне деди?", 3),
        ("zh", "大坝溃决了。十二人死亡！市长说了什么？", 3),
        ("ar", "انهار السد. قُتل اثنا عشر شخصًا! ماذا قال العمدة؟", 3),
    ],
)
def test_any_language_is_cut_into_sentences(tag: str, text: str, count: int) -> None:
    language = load_language(tag)
    sentences = language.sentences(text)
    assert (len(sentences), language.level) == (count, "coarse")


FALLBACK = [
    "Dammen brast.| |To døde.| |Byen er tom.",
    "Ca. 50 hus, dvs. to veier.| |Slutt.",
    "J. Dahl kom 5. mai.| |Han dro.",
    "Baraj çöktü!| |Su aktı...| |Kim öldü?",
]


@pytest.mark.parametrize("case", FALLBACK)
def test_a_short_word_ends_a_sentence_unless_it_goes_on_small(case: str) -> None:
    text = case.replace("|", "")
    wanted = [piece for piece in case.split("|") if not piece.isspace()]
    assert [s.span.of(text) for s in load_language("und").sentences(text)] == wanted
