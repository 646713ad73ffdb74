"""spaCy's English labels come out as UD. Composed sentences, one relation each row."""

import pytest

from svod.lang import load_language
from svod.model import Sentence

CASES = [
    ("The mayor is a teacher.", "teacher", "root", "teacher"),
    ("The mayor is a teacher.", "is", "cop", "teacher"),
    ("The mayor is a teacher.", "mayor", "nsubj", "teacher"),
    ("Soldiers slept in the harbour.", "harbour", "obl", "slept"),
    ("Soldiers slept in the harbour.", "in", "case", "harbour"),
    ("The dam was broken by rebels.", "dam", "nsubj:pass", "broken"),
    ("The dam was broken by rebels.", "was", "aux:pass", "broken"),
    ("The dam was broken by rebels.", "rebels", "obl:agent", "broken"),
    ("The dam was broken by rebels.", "by", "case", "rebels"),
    ("Crews from Norway and Sweden arrived.", "Norway", "nmod", "Crews"),
    ("Crews from Norway and Sweden arrived.", "Sweden", "conj", "Norway"),
    ("They gave the villagers water.", "villagers", "iobj", "gave"),
    ("They gave the villagers water.", "water", "obj", "gave"),
    ("He said that the dam broke.", "broke", "ccomp", "said"),
    ("He said that the dam broke.", "that", "mark", "broke"),
    ("People, who fled, returned.", "fled", "acl:relcl", "People"),
    ("The fire is under control.", "is", "root", "is"),
    ("The fire is under control.", "control", "obl", "is"),
    ("Crews did not reach the village.", "not", "advmod", "reach"),
    ("The mayor's office burned.", "mayor", "nmod:poss", "office"),
]


@pytest.mark.parametrize(("text", "word", "relation", "head"), CASES)
def test_a_word_hangs_as_in_ud(text: str, word: str, relation: str, head: str) -> None:
    [sentence] = load_language("en").sentences(text)
    assert hung(sentence, word) == (relation, head)


def hung(sentence: Sentence, word: str) -> tuple[str, str]:
    token = next(token for token in sentence.tokens if token.text == word)
    return token.relation, sentence.tokens[token.head].text
