"""The phrases before one predicate, and what each is to it."""

from svod.lang.kk.ahead import next_verb
from svod.lang.kk.phrases import Item, Row
from svod.lang.kk.stems import load_stems

_OBLIQUE = frozenset({"Dat", "Loc", "Abl", "Ins", "Ter", "Equ"})
_CLAUSES = frozenset({"advcl", "csubj", "csubj:pass", "ccomp"})


class Arguments:
    """The phrases before one predicate and what each is to it.

    Kinds of predicates: `main` ends a clause and takes all that waits;
    `quoted` is a clause behind which somebody is said to have said it;
    `attributive` belongs to the noun behind it; `linked` and `nominal` are
    clauses below another, which may share its subject.
    """

    def __init__(self, row: Row, at: int, kind: str) -> None:
        self.row, self.words, self.at, self.kind = row, row.words, at, kind
        self.verb = row.words[at]
        self.stems = load_stems()
        self.left: list[Item] = []
        self.subject: Item | None = None
        self.object: Item | None = None
        self.start = at
        self.suffers = False
        self.taken: list[Item] = []

    def take(self) -> int:
        """Hang what belongs to the predicate on it; return the index of the first word taken."""
        self._take_beside()
        while self.row.items:
            item = self.row.items[-1]
            if self._stops(item):
                break
            self.row.items.pop()
            self._place(item)
        self.row.items += reversed(self.left)
        if self.kind == "main":
            if self.subject is None and not self.verb.is_passive:
                self._free_subject()
            self._share_tense()
        return self.start

    def _hang(self, item: Item, relation: str) -> None:
        self.row.attach(item.node, self.at, relation)
        self.start = min(self.start, item.start)

    def _take_beside(self) -> None:
        """The bare noun right before a verb: half of a light verb, its object or its subject."""
        if not self.row.items or self.verb.pos != "VERB":
            return
        item = self.row.items[-1]
        if not self._is_bare(item) or item.end != self.at - 1 or self._names_its_subject(item):
            return
        noun = self.words[item.node]
        self.row.items.pop()
        if noun.lemma in self.stems.light.get(self.verb.lemma, ()):
            self._hang(item, "compound:lvc")
            self.suffers = self.verb.lemma in self.stems.grammar["suffering"]
            if self.verb.is_passive:  # "көмек көрсетілді": nobody is its subject, the dative is its target
                self.verb.features.pop("Voice")
            self._take_object()
            return
        self._place_bare(item)

    def _names_its_subject(self, item: Item) -> bool:
        """The dead, the wounded: who suffers is named by the participle itself."""
        if self.kind != "attributive" or self.verb.features.get("Number") != "Plur":
            return False
        light = self.words[item.node].lemma in self.stems.light.get(self.verb.lemma, ())
        return not light and self.verb.lemma not in self.stems.transitive

    def _take_object(self) -> None:
        """The bare object of a light verb: "жалақы талап етті"."""
        item = self.row.items[-1] if self.row.items and not self.suffers else None
        if item and self._is_bare(item) and item.end == self.start - 1 and not self._can_act(item):
            self.row.items.pop()
            self.object = item
            self._hang(item, "obj")

    def _is_bare(self, item: Item) -> bool:
        word = self.words[item.node]
        if item.sort == "modifier":
            return word.pos in {"ADJ", "NUM"} and word.lemma in self.stems.light.get(self.verb.lemma, ())
        return (
            item.sort == "noun"
            and item.case == "Nom"
            and not item.marked
            and word.pos != "PRON"
            and not self._is_time(item)
        )

    def _is_time(self, item: Item) -> bool:
        if self.words[item.node].lemma not in self.stems.grammar["temporal"]:
            return False
        inside = self.words[item.start : item.node]  # "коменданттық сағат" is a measure
        return not any(word.lemma in self.stems.grammar["timeless"] for word in inside)

    def _place_bare(self, item: Item) -> None:
        transitive = self.verb.lemma in self.stems.transitive and not self.verb.is_passive
        given = (
            bool(self.row.items) and self.row.items[-1].sort == "noun" and self.row.items[-1].case == "Acc"
        )
        if transitive and not given and (self._has_subject() or not self._can_act(item)):
            self.object = item
            self._hang(item, "obj")
        else:
            self.subject = item
            self._hang(item, "nsubj:pass" if self.verb.is_passive else "nsubj")

    def _has_subject(self) -> bool:
        if self.kind == "attributive":
            return True
        return any(
            i.sort == "noun" and i.case == "Nom" and not i.marked and not self._is_time(i)
            for i in self.row.items
        )

    def _can_act(self, item: Item) -> bool:
        word = self.words[item.node]
        return word.pos == "PROPN" or word.lemma in self.stems.persons or bool(item.conjuncts)

    def _stops(self, item: Item) -> bool:
        if self.kind in {"main", "quoted"}:
            return self.kind == "quoted" and any(self.words[i.node].case == "Acc" for i in self.left)
        edge = min([self.start, *(i.start for i in self.left)])
        apart = self.row.is_apart(item.end, edge) or self.row.is_coordinate(item, self.at, edge)
        if self.kind == "attributive":
            subject = (
                item.sort == "noun"
                and item.case in {"Nom", "Gen"}
                and not item.marked
                and not self._is_time(item)
            )
            given = item.sort == "noun" and item.case in {"Dat", "Acc"} and self.suffers
            return apart or subject or given or item.sort == "clause" or bool(self.left)
        return apart or bool(self.left)

    def _place(self, item: Item) -> None:
        word = self.words[item.node]
        if self.kind == "linked" and self._dates_all(item):
            self.left.append(item)
        elif item.sort == "clause":
            self._hang(item, item.relation)
            if item.relation == "csubj" and self.verb.is_passive:
                word.relation = "csubj:pass"
        elif item.sort == "adverb":
            self._hang(
                item, item.relation or ("advmod" if word.pos in {"ADV", "ADP", "X", "INTJ"} else "dep")
            )
        elif item.sort == "modifier":
            self._hang(
                item, "obl" if word.pos == "NUM" else item.relation if item.relation == "acl" else "advmod"
            )
        else:
            self._place_noun(item)

    def _dates_all(self, item: Item) -> bool:
        """Tell whether a time opens the sentence, and so holds for every clause of it."""
        if any(word.pos != "PUNCT" for word in self.words[: item.start]) or item.marked:
            return False
        return item.sort in {"noun", "adverb"} and self.words[item.node].lemma in self.stems.grammar["dating"]

    def _place_noun(self, item: Item) -> None:
        self.taken.append(item)
        if item.marked:
            agent = any(w.head == item.node and w.lemma == "тарапынан" for w in self.words)
            self._hang(item, "obl:agent" if agent else "obl")
        elif item.case == "Acc" and (self._is_moved() or self._is_blamed()):
            self.left.append(item)
        elif item.case == "Acc":
            self._hang(item, "obj")
        elif item.case in _OBLIQUE or self._is_time(item):
            self._hang(item, "obl")
        elif item.case == "Gen":
            self._hang(item, "nsubj" if self.kind == "nominal" and self.subject is None else "nmod:poss")
            self.subject = self.subject or item
        else:
            self._place_nominative(item)

    def _is_moved(self) -> bool:
        """Tell whether an accusative is whom the next verb moves to do this: "тұрғындарды шықпауға шақырды"."""
        if self.verb.form != "Vnoun" or self.verb.case != "Dat":
            return False
        held = any(w.head == self.at and w.relation == "obj" for w in self.words[: self.at])
        moves = next_verb(self.words, self.at) in self.stems.grammar["controlling"]
        return moves and (held or self.verb.lemma not in self.stems.transitive)

    def _is_blamed(self) -> bool:
        """Tell whether an accusative is whom the next verb blames: "билікті ережені бұзды деп айыптады"."""
        if self.kind != "quoted" or next_verb(self.words, self.at) not in self.stems.grammar["blaming"]:
            return False
        held = self.object is not None or any(
            w.head == self.at and w.relation == "obj" for w in self.words[: self.at]
        )
        return held or self.verb.lemma not in self.stems.transitive

    def _place_nominative(self, item: Item) -> None:
        """A subject: kept for a later verb by a clause that may share it."""
        alien = self.kind == "quoted" and self.verb.features.get("Person") in {"1", "2"}
        alien = alien and self.words[item.node].pos != "PRON"  # "министр ашамыз деп уәде берді"
        shared = (
            alien
            or self.kind in {"linked", "nominal"}
            or (self.kind == "quoted" and self.subject is not None)
        )
        if shared:
            self.left.append(item)
        elif self.subject is None:
            self.subject = item
            self._hang(item, "nsubj:pass" if self.verb.is_passive else "nsubj")
        else:
            self._second(item)

    def _second(self, item: Item) -> None:
        """Two nominatives: the first is the subject of a clause between, or of the verb itself,
        whose nearer one is then its object.
        """
        assert self.subject is not None
        clause = self._clause_between(item.end, self.subject.start)
        if clause is not None:
            passive = self.words[clause].is_passive
            self.row.attach(item.node, clause, "nsubj:pass" if passive else "nsubj")
            self.start = min(self.start, item.start)
        elif self._lacks_object():
            self.words[self.subject.node].relation = "obj"
            self._hang(item, "nsubj")
            self.subject = item
        else:
            self._hang(item, "dislocated")

    def _lacks_object(self) -> bool:
        return self.verb.lemma in self.stems.transitive and not self.verb.is_passive and self.object is None

    def _free_subject(self) -> None:
        """A person right before what is its own, in a clause without a subject: "Әкім қызметінен кетті"."""
        for item in self.taken:
            for at in range(item.start, item.node):
                word = self.words[at]
                owned = word.relation == "nmod:poss" and word.head == item.node and word.case == "Nom"
                if owned and word.lemma in self.stems.persons:
                    self.row.attach(at, self.at, "nsubj")
                    self.subject = item
                    return

    def _clause_between(self, left: int, right: int) -> int | None:
        """Return the clause below this verb whose predicate stands between two words."""
        for at in range(left + 1, right):
            if self.words[at].head == self.at and self.words[at].relation in _CLAUSES:
                return at
        return None

    def _share_tense(self) -> None:
        """Tense carries over to converbs: "барып, талап етпек" is all to come."""
        tense = self.verb.features.get("Tense")
        for word in self.words[self.start : self.at]:
            if tense and word.head == self.at and word.relation == "advcl" and word.form == "Conv":
                word.features.setdefault("Tense", tense)
