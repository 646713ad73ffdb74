"""spaCy's English labels (ClearNLP) turned into Universal Dependencies.

The stages know one set of relations. ClearNLP hangs a noun below its
preposition and a predicate below its copula; UD does the reverse, and hangs all
conjuncts on the first. Source: the ClearNLP guidelines and the UD v2 relations.
"""

from dataclasses import replace

from svod.lang.forest import acyclic
from svod.model import Token

_RENAMED = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "dep",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_PREPOSITIONS = ("prep", "agent", "dative")
_VERBAL = ("VERB", "AUX", "ADJ", "ADV")


def to_universal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of one sentence with UD heads and relations.

    Args:
        tokens: With ClearNLP relations and heads as indices in the sentence.
    """
    draft = _Draft(tokens)
    for node in draft.deepest_first():
        draft.lift_object(node)
    for node in draft.deepest_first():
        draft.lift_predicate(node)
    for node in range(len(tokens)):
        draft.flatten_conjunct(node)
    heads = acyclic(draft.heads)
    return tuple(
        replace(token, head=head, relation="root" if head == node else _RENAMED.get(relation, relation))
        for node, (token, head, relation) in enumerate(zip(tokens, heads, draft.relations, strict=True))
    )


class _Draft:
    """Heads and relations of a sentence while they are being turned."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.heads = acyclic([token.head for token in tokens])
        self.relations = [token.relation for token in tokens]

    def deepest_first(self) -> list[int]:
        depths = [self._depth(node) for node in range(len(self.tokens))]
        return sorted(range(len(self.tokens)), key=lambda node: (-depths[node], node))

    def lift_object(self, node: int) -> None:
        """Put the object of a preposition in its place: `in (pobj city)` → `city (case in)`."""
        if self.relations[node] not in _PREPOSITIONS and not self._is_coordinated_preposition(node):
            return
        lifted = self._below(node, "pobj", "obl", "nmod", "pcomp")
        if lifted is None:
            if self.relations[node] == "prep":
                self.relations[node] = "advmod"
            return
        relation = self._lifted_relation(node, lifted)
        self._swap(node, lifted, relation, "mark" if self.relations[lifted] == "pcomp" else "case")

    def lift_predicate(self, node: int) -> None:
        """Put the predicate in the place of its copula: `was (attr teacher)` → `teacher (cop was)`."""
        if self.tokens[node].lemma != "be":
            return
        predicate = self._below(node, "attr", "acomp")
        if predicate is not None:
            self._swap(node, predicate, self.relations[node], "cop", carry=True)

    def flatten_conjunct(self, node: int) -> None:
        """Hang every conjunct on the first of its chain."""
        if self.relations[node] != "conj":
            return
        head = self.heads[node]
        while self.relations[head] == "conj" and self.heads[head] != head:
            head = self.heads[head]
        self.heads[node] = head

    def _lifted_relation(self, node: int, lifted: int) -> str:
        if self.relations[node] == "agent":
            return "obl:agent"
        if self.relations[node] in {"conj", "dative"}:
            return {"conj": "conj", "dative": "iobj"}[self.relations[node]]
        verbal = self.tokens[self.heads[node]].pos in _VERBAL
        if self.relations[lifted] == "pcomp":
            return "advcl" if verbal else "acl"
        return "obl" if verbal else "nmod"

    def _is_coordinated_preposition(self, node: int) -> bool:
        return self.relations[node] == "conj" and self.tokens[node].pos == "ADP"

    def _swap(self, node: int, lifted: int, relation: str, marker: str, *, carry: bool = False) -> None:
        head = self.heads[node]
        self.heads[lifted] = lifted if head == node else head
        self.heads[node] = lifted
        self.relations[lifted], self.relations[node] = relation, marker
        for other in range(len(self.tokens)):
            if self.heads[other] == node and other != lifted and (carry or self.relations[other] == "conj"):
                self.heads[other] = lifted

    def _below(self, node: int, *relations: str) -> int | None:
        return next(
            (
                other
                for other in range(len(self.tokens))
                if self.heads[other] == node and other != node and self.relations[other] in relations
            ),
            None,
        )

    def _depth(self, node: int) -> int:
        depth = 0
        while self.heads[node] != node:
            node = self.heads[node]
            depth += 1
        return depth
