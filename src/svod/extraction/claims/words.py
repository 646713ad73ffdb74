"""The words of demands, commitments and accusations, as `claims.toml` gives them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from svod.errors import MalformedLexiconError
from svod.extraction.lexicon import Phrase, companions, phrase_list, string_list
from svod.extraction.tree import Tree
from svod.lang import load_language

Index = Mapping[str, tuple[Phrase, ...]]
"""Head lemma → phrases, the longest first."""


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Phrases and words of one language; what each means stands in `claims.toml`."""

    demand_verbs: Index
    demand_nouns: Index
    against_verbs: Index
    protest_nouns: Index
    sparking_verbs: Index
    slogan_nouns: Index
    complaint_verbs: Index
    grievance_nouns: Index
    want_verbs: Index
    lack_verbs: Index
    list_nouns: Index
    claim_verbs: Index
    promise_verbs: Index
    promise_nouns: Index
    plan_verbs: Index
    order_verbs: Index
    ready_words: Index
    announce_verbs: Index
    measure_nouns: Index
    goal_nouns: Index
    effort_verbs: Index
    accuse_verbs: Index
    accuse_nouns: Index
    guilt_words: Index
    call_verbs: Index
    labels: Index
    suspect_verbs: Index
    denial_verbs: Index
    not_us: Index
    claim_of_attack: Index
    conscience_nouns: Index
    wrong_verbs: Index
    neglect_verbs: Index
    cause_verbs: Index
    fault_nouns: Index
    evidence_verbs: Index
    against_prepositions: frozenset[str]
    modals: frozenset[str]
    need_verbs: frozenset[str]
    duty_words: frozenset[str]
    time_words: frozenset[str]
    holding_verbs: frozenset[str]
    until_words: frozenset[str]
    not_demanded: frozenset[str]
    advice_verbs: frozenset[str]
    not_promised: frozenset[str]
    first_person: frozenset[str]
    future: frozenset[str]
    benefit_prepositions: frozenset[str]
    blame_adverbs: frozenset[str]
    court_verbs: frozenset[str]
    both_sides: frozenset[str]
    territory_words: frozenset[str]
    asking_verbs: frozenset[str]
    question_words: frozenset[str]
    threat_verbs: frozenset[str]
    not_blamed: frozenset[str]
    service_verbs: frozenset[str]
    granted_verbs: frozenset[str]
    action_suffixes: frozenset[str]


_SETS = (
    "against_prepositions",
    "modals",
    "need_verbs",
    "duty_words",
    "time_words",
    "holding_verbs",
    "until_words",
    "not_demanded",
    "advice_verbs",
    "not_promised",
    "first_person",
    "future",
    "benefit_prepositions",
    "blame_adverbs",
    "court_verbs",
    "both_sides",
    "territory_words",
    "asking_verbs",
    "question_words",
    "threat_verbs",
    "not_blamed",
    "service_verbs",
    "granted_verbs",
    "action_suffixes",
)


@cache
def load_claim_words(tag: str) -> ClaimWords:
    """Return the words of a language; all empty where it has none.

    Raises:
        MalformedLexiconError: If the file holds a list that nothing reads.
    """
    words, file = load_language(tag).words("claims"), f"lang/{tag}/claims.toml"
    unknown = set(words) - set(ClaimWords.__slots__)
    if unknown:
        raise MalformedLexiconError(file, f"no such list: {', '.join(sorted(unknown))}")
    lists: dict[str, Any] = {
        field: frozenset(string_list(words, field, file)) if field in _SETS else _index(words, field, file)
        for field in ClaimWords.__slots__
    }
    return ClaimWords(**lists)


def find_phrase(tree: Tree, node: int, index: Index) -> tuple[int, ...] | None:
    """Return the nodes of the longest phrase headed by `node`, or `None`."""
    for phrase in index.get(tree[node].lemma, ()):
        words = companions(tree, node, phrase)
        if words is None and len(phrase) == 2:
            words = _marking(tree, node, phrase[1])
        if words is not None:
            return (node, *words)
    return None


def _marking(tree: Tree, node: int, word: str) -> tuple[int, ...] | None:
    """The preposition that opens a clause: "called *for* the siege to be lifted"."""
    marks = (n for clause in tree.children(node, "advcl", "ccomp") for n in tree.children(clause, "mark"))
    found = next((n for n in marks if tree[n].lemma == word), None)
    return None if found is None else (found,)


def _index(words: Mapping[str, Any], field: str, file: str) -> Index:
    index: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrase_list(words, field, file):
        index[phrase[0]].append(phrase)
    return {head: tuple(sorted(found, key=lambda p: (-len(p), p))) for head, found in index.items()}
