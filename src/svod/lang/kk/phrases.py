"""Noun phrases: what stands before a noun and belongs to it."""

from dataclasses import dataclass, field

from svod.lang.kk.stems import load_stems
from svod.lang.kk.word import Word

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIERS = {"ADJ": "amod", "DET": "det", "NUM": "nummod"}
_DOERS = ("ушы", "уші")
_QUOTES = frozenset("«»\"“”'")


@dataclass(slots=True)
class Item:
    """Something read that has no head yet.

    Attributes:
        node: Its head word.
        start: Index of its first word.
        end: Index of its last word, postpositions included.
        sort: `noun`, `modifier`, `adverb` or `clause`.
        relation: Relation that a clause will have.
        case: Case of a noun phrase; that of its last conjunct.
        marked: Whether a postposition stands behind it.
    """

    node: int
    start: int
    end: int
    sort: str
    relation: str = ""
    case: str = ""
    marked: bool = False
    conjuncts: list[int] = field(default_factory=list)


class Row:
    """The items of a sentence that wait for a head, in text order."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.items: list[Item] = []
        self.lists = load_stems().grammar

    def attach(self, node: int, head: int, relation: str) -> None:
        """Hang a word on another."""
        self.words[node].head, self.words[node].relation = head, relation

    def add_modifier(self, node: int, start: int, relation: str = "") -> None:
        """Let a word wait for the noun behind it."""
        self.items.append(Item(node, start, node, "modifier", relation))

    def add_noun(self, node: int, start: int | None = None) -> None:
        """Read a noun: it takes its modifiers, its owner, and what it is coordinated with."""
        start = self.take_phrase(node, node if start is None else start)
        if not self._coordinates(node, start):
            self.items.append(Item(node, start, node, "noun", case=self.words[node].case or "Nom"))

    def take_phrase(self, node: int, start: int) -> int:
        """Hang modifiers and owner on a noun whose words begin at `start`; return where its phrase begins."""
        return self._take_owner(node, self._take_modifiers(node, start))

    def join_clauses(self, node: int, start: int, end: int) -> bool:
        """Coordinate a verbal noun with the one before "және" or a comma that stands in the same case."""
        if not self.items or not self.is_coordinate(self.items[-1], node, start):
            return False
        item = self.items[-1]
        for at in range(item.end + 1, start):
            if self.words[at].pos == "CCONJ":
                self.attach(at, node, "cc")
        self.attach(node, item.node, "conj")
        item.end = end
        return True

    def is_coordinate(self, item: Item, node: int, start: int) -> bool:
        """Tell whether nothing but "және" or a comma parts a verbal noun from a clause in the same case."""
        own, other = self.words[node], self.words[item.node]
        if item.sort != "clause" or own.form != "Vnoun" or other.form != "Vnoun" or not own.case:
            return False
        between = self.words[item.end + 1 : start]
        return (
            own.case == other.case
            and len(between) == 1
            and (between[0].pos == "CCONJ" or between[0].text == ",")
        )

    def is_apart(self, left: int, right: int) -> bool:
        """Tell whether a mark stands between two words, quotation marks aside."""
        between = self.words[left + 1 : right]
        return any(word.pos == "PUNCT" and word.text not in _QUOTES for word in between)

    def _take_modifiers(self, node: int, start: int) -> int:
        words = self.words
        while self.items and self.items[-1].sort == "modifier":
            item = self.items[-1]
            apart = self.is_apart(item.end, start) and not self._is_listed(item, start)
            if apart:
                break
            self.items.pop()
            self.attach(item.node, node, item.relation or _MODIFIERS.get(words[item.node].pos, "amod"))
            start = item.start
        return start

    def _is_listed(self, item: Item, start: int) -> bool:
        """Modifiers may be listed with commas: "ірі, ұсақ дүкендер"."""
        between = [word.text for word in self.words[item.end + 1 : start]]
        return between == [","] and self.words[item.node].pos in {"ADJ", "NUM"}

    def _take_owner(self, node: int, start: int) -> int:
        bare_taken = False
        while self.items and self.items[-1].sort == "noun" and not self.items[-1].marked:
            item = self.items[-1]
            if self.is_apart(item.end, start):
                break
            relation = self._owning(item, node, start, bare_taken=bare_taken)
            if not relation:
                break
            bare_taken = True  # a bare owner stands right before its noun, behind any genitive
            self.items.pop()
            self.attach(item.node, node, relation)
            start = item.start
        return start

    def _owning(self, item: Item, node: int, start: int, *, bare_taken: bool) -> str:
        """Return the relation in which a phrase belongs to the noun behind it, or an empty string."""
        own, noun = self.words[item.node], self.words[node]
        if item.case == "Gen":
            return "nmod:poss" if noun.is_possessed or own.pos == "PRON" else ""
        if item.case != "Nom" or item.end != start - 1 - self._quotes(item.end, start) or own.pos == "PRON":
            return ""
        if noun.pos == "PROPN" and not noun.is_possessed:
            apart = self._is_no_title(own, noun) or self._names_next(node)
            return "" if apart else _before_name(own)
        if self.words[start].pos == "NUM" and self.words[start].head == node:
            return ""  # an owner without a case stands right before its noun
        named = own.pos == "PROPN" and own.is_possessed and noun.pos != "NOUN"
        if not (bare_taken or named) and noun.features.get("Person[psor]") == "3":
            return "nmod:poss"
        return "compound" if not (bare_taken or named) and self._qualifies(own, noun) else ""

    def _qualifies(self, own: Word, noun: Word) -> bool:
        """Tell whether a bare noun is an attribute: "темір есік", "өрт сөндіруші"."""
        if own.is_possessed or noun.is_possessed:
            return False
        done = noun.lemma.endswith(_DOERS) and own.pos == "NOUN" and own.lemma not in load_stems().persons
        return own.lemma in self.lists["attributive"] or done

    def _names_next(self, node: int) -> bool:
        """Tell whether a name belongs to the noun behind it: "Гао қаласын"."""
        after = self.words[node + 1] if node + 1 < len(self.words) else None
        return after is not None and after.is_possessed and after.lemma in self.lists["named"]

    def _is_no_title(self, own: Word, noun: Word) -> bool:
        """Many, or a land, are no title of the name behind them; a land has no title."""
        if own.is_possessed:  # "астанасы Лимада"
            return False
        lands = self.lists["lands"]
        return own.features.get("Number") == "Plur" or bool({own.lemma, noun.lemma} & lands)

    def _quotes(self, left: int, right: int) -> int:
        return sum(word.text in _QUOTES for word in self.words[left + 1 : right])

    def _coordinates(self, node: int, start: int) -> bool:
        """Hang a noun on the one before a comma or "және" that stands in the same case."""
        if not self.items or self.items[-1].sort != "noun" or self.items[-1].marked:
            return False
        item, words = self.items[-1], self.words
        between = [word for word in words[item.end + 1 : start] if word.text not in _QUOTES]
        if len(between) != 1 or not (between[0].pos == "CCONJ" or between[0].text == ","):
            return False
        case = words[node].case or "Nom"
        joined = between[0].pos == "CCONJ"
        if item.case != case and not (joined and item.case == "Nom"):
            return False
        if joined:
            at = next(n for n in range(item.end + 1, start) if words[n] is between[0])
            self.attach(at, node, "cc")
        for at in (item.node, *item.conjuncts):
            if words[at].case == "Nom" and case != "Nom":
                words[at].features["Case"] = case  # the ending of the last conjunct serves all
        self.attach(node, item.node, "conj")
        item.conjuncts.append(node)
        item.end, item.case = node, case
        return True


def _before_name(word: Word) -> str:
    """Return what a bare word is to the proper noun behind it: part of the name, or a title."""
    if word.pos == "PROPN":
        return "" if word.is_possessed else "flat"
    return "compound"
