"""Trees of Kazakh sentences: verbs take what stands before them, the first main verb is the root."""

from svod.lang.kk.ahead import THAT, end_of_verb, is_attributive, is_named, is_quoted
from svod.lang.kk.arguments import Arguments
from svod.lang.kk.merging import merge_verbs
from svod.lang.kk.phrases import Item, Row
from svod.lang.kk.stems import load_stems
from svod.lang.kk.tense import put_ahead
from svod.lang.kk.word import Word

_DASHES = frozenset("–—-")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_ATTRIBUTIVE = ("дағы", "дегі", "тағы", "тегі", "ғы", "гі", "қы", "кі")
"""Endings that make a postposition an attribute: "кезіндегі", of the time of."""


def build_tree(words: list[Word]) -> None:
    """Give every word of a tagged sentence its head and UD relation, in place.

    Source:
        Own rules from knowledge of the language: heads stand last, cases tell
        roles, non-finite verbs tell what a clause is to the next one.
    """
    merge_verbs(words)
    _Reader(words).read()
    put_ahead(words)


class _Reader:
    """Reads a sentence from left to right, with a row of phrases that wait for a head."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.row = Row(words)
        self.stems = load_stems()
        self.roots: list[int] = []
        self.begun: dict[int, int] = {}

    def read(self) -> None:
        for at, word in enumerate(self.words):
            if not word.relation:
                self._read_word(at, word)
        self._finish()

    def _read_word(self, at: int, word: Word) -> None:
        if word.pos == "VERB":
            self._read_verb(at)
        elif word.pos in _NOMINAL:
            self._read_noun(at)
        elif word.pos in {"ADJ", "DET", "NUM"}:
            self._read_modifier(at)
        elif word.pos == "ADP":
            self._read_postposition(at)
        elif word.pos == "AUX":
            self._read_copula(at)
        elif word.pos == "SCONJ":
            self._read_conjunction(at)
        elif word.pos == "PART":
            self.row.attach(at, max(0, at - 1), "discourse")
        elif word.lemma in self.stems.grammar["comparing"] and self._is_number(at + 1):
            self.row.attach(at, at + 1, "advmod")
        elif word.pos in {"ADV", "INTJ", "X"}:
            self.row.items.append(Item(at, at, at, "adverb"))

    def _is_number(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].pos == "NUM"

    # --- Words that are no verbs -----------------------------------------------------------------

    def _read_noun(self, at: int) -> None:
        word = self.words[at]
        if word.features.get("Predicate") == "Yes":
            self._read_predicate(at)
            return
        if self._is_measure(at):
            self.row.add_modifier(at, self.row.take_phrase(at, at), "nmod")
            return
        self.row.add_noun(at)
        if word.features.get("Attributive") == "Yes":
            item = self.row.items[-1]
            self.row.items[-1] = Item(item.node, item.start, at, "modifier", "nmod")

    def _is_measure(self, at: int) -> bool:
        """Tell whether a number, a measure and what is measured stand in a row: "екі мың тонна ұн"."""
        words = self.words
        if not 0 < at < len(words) - 1 or words[at].lemma not in self.stems.grammar["measures"]:
            return False
        bare = words[at].case in {"", "Nom"} and not words[at].is_possessed
        return bare and words[at - 1].pos == "NUM" and words[at + 1].pos == "NOUN"

    def _read_modifier(self, at: int) -> None:
        word = self.words[at]
        if word.features.get("Predicate") == "Yes":
            self._read_predicate(at)
        elif word.pos == "NUM":
            self._read_number(at)
        else:
            self.row.add_modifier(at, at)

    def _read_number(self, at: int) -> None:
        """Numerals in a row are one number, headed by the last; "алтауы", six of them, stands as a noun."""
        items, start = self.row.items, at
        if items and items[-1].end == at - 1 and self.words[items[-1].node].pos == "NUM":
            item = items.pop()
            self.row.attach(item.node, at, "compound")
            start = item.start
        if self.words[at].is_possessed and self.words[at].features.get("Person[psor]") == "3":
            self.row.add_noun(at, start)
        else:
            self.row.add_modifier(at, start)

    def _read_postposition(self, at: int) -> None:
        items = self.row.items
        host = items[-1] if items else None
        if host is None or host.end != at - 1:
            items.append(Item(at, at, at, "adverb"))
        elif self.words[host.node].pos == "NUM":  # "мыңға жуық": about a thousand
            self.row.attach(at, host.node, "advmod")
            host.end = at
        elif host.sort == "clause":
            self.row.attach(at, host.node, "mark")
            host.end, host.marked, host.relation = at, True, "advcl"
        else:
            self.row.attach(at, host.node, "case")
            sort, relation = self._sort_of(at, host)
            items[-1] = Item(host.node, host.start, at, sort, relation, host.case or "Nom", marked=True)

    def _sort_of(self, at: int, host: Item) -> tuple[str, str]:
        """Return what a phrase with a postposition is: an attribute of the noun behind it, or an oblique."""
        word = self.words[at].text.lower()
        follows = at + 1 < len(self.words) and self.words[at + 1].pos == "NOUN"
        if host.sort == "noun" and word in self.stems.grammar["between"] and follows:
            return "modifier", "nmod:poss"
        return ("modifier", "nmod") if host.sort == "noun" and word.endswith(_ATTRIBUTIVE) else ("noun", "")

    def _read_copula(self, at: int) -> None:
        """A predicate without a verb: with "жоқ" that word, with "емес", "еді" the one before."""
        word, items = self.words[at], self.row.items
        if word.lemma == "жоқ":
            word.pos, word.features = "ADJ", {"Polarity": "Neg"}
            self._deny_below()
            self._close(at, "quoted" if is_quoted(self.words, at) else "main")
        elif items and items[-1].end == at - 1 and items[-1].sort != "clause":
            node = items.pop().node
            self.row.attach(at, node, "cop")
            if word.lemma == "емес":
                self.words[node].features["Polarity"] = "Neg"
            self._close(node, "quoted" if is_quoted(self.words, at) else "main")
        else:
            items.append(Item(at, at, at, "adverb"))

    def _deny_below(self) -> None:
        """What nobody did is denied: "зардап шеккен ешкім жоқ"."""
        item = self.row.items[-1] if self.row.items else None
        if item and self.words[item.node].lemma.startswith("еш"):
            for word in self.words[item.start : item.node]:
                if word.head == item.node and word.relation == "acl":
                    word.features["Polarity"] = "Neg"

    def _read_predicate(self, at: int) -> None:
        """A noun or adjective that auxiliaries made a predicate; in a case it is a clause below another."""
        kind = "nominal" if self.words[at].features.get("VerbForm") == "Part" else "main"
        self._close(at, kind, self.row.take_phrase(at, at))

    def _read_conjunction(self, at: int) -> None:
        word, items = self.words[at], self.row.items
        said = word.lemma == "деп"
        if word.lemma in THAT and self.roots:
            node = self.roots.pop()
            self.row.attach(at, node, "mark")
            sort, relation = ("clause", "ccomp") if said else ("modifier", "acl")
            items.append(Item(node, self.begun.get(node, node), at, sort, relation))
        elif word.lemma in THAT and items and items[-1].sort in {"noun", "modifier"}:
            item = items[-1]
            self.row.attach(at, item.node, "case")
            sort, relation = (item.sort, item.relation) if said else ("modifier", "nmod")
            items[-1] = Item(item.node, item.start, at, sort, relation, item.case, marked=True)
        else:
            items.append(Item(at, at, at, "adverb", "mark"))

    # --- Verbs -----------------------------------------------------------------------------------

    def _read_verb(self, at: int) -> None:
        word = self.words[at]
        if word.form == "Part" and is_attributive(self.words, at):
            self.row.add_modifier(at, Arguments(self.row, at, "attributive").take(), "acl")
        elif word.form == "Part" and word.features.get("Number") == "Plur":
            Arguments(self.row, at, "attributive").take()
            self.row.add_noun(at)
        elif word.form == "Vnoun" and is_named(self.words, at):
            self._read_verbal_noun(at)
        elif word.form in {"Part", "Vnoun"}:
            self._close(at, "nominal")
        elif word.form == "Conv" or word.features.get("Mood") == "Cnd":
            self._close(at, "linked")
        elif self.stems.closed.get(word.lemma, ("", ""))[1] == "VERB":
            self._read_remark(at)
        else:
            self._close(at, "quoted" if is_quoted(self.words, at) else "main")

    def _read_verbal_noun(self, at: int) -> None:
        """What is named, not told: it stands as a noun and asserts nothing."""
        word = self.words[at]
        start = Arguments(self.row, at, "attributive").take()
        if word.case != "Gen":
            word.lemma = word.text.lower()
        word.pos = "NOUN"
        word.features = {"Case": word.case or "Nom", "Number": "Sing", "VerbForm": "Vnoun"}
        self.row.items.append(Item(at, start, at, "noun", case=word.case))

    def _close(self, at: int, kind: str, start: int | None = None) -> None:
        """Let a predicate take its arguments and wait for the clause that governs it, or be a root."""
        says = self.words[at].pos == "VERB" and self.words[at].lemma == "де"
        if says and not self.roots:
            self._quote_noun(at)
        begun = min(Arguments(self.row, at, kind).take(), at if start is None else start)
        self.begun[at] = begun
        if kind not in {"main", "quoted"}:
            end = end_of_verb(self.words, at)
            if kind == "nominal" and self.row.join_clauses(at, begun, end):
                return
            self.row.items.append(Item(at, begun, end, "clause", self._link(at)))
            return
        if self.roots and says and kind == "main":
            self.row.attach(self.roots.pop(), at, "ccomp")
        elif self.roots:
            self.row.attach(at, self.roots[0], "conj")
            del self.roots[1:]
        self.roots.append(at)

    def _quote_noun(self, at: int) -> None:
        """Read a sentence without a verb as what was said: "Бәрі аман", – деді."""
        items = self.row.items
        if items and items[-1].sort in {"noun", "modifier"} and self.row.is_apart(items[-1].end, at):
            node = items.pop().node
            self.begun[node] = Arguments(self.row, node, "main").take()
            self.roots.append(node)

    def _read_remark(self, at: int) -> None:
        """Read "X айтуынша": who says it stands right before, and is its subject."""
        start, items = at, self.row.items
        if items and items[-1].sort == "noun" and items[-1].end == at - 1:
            item = items.pop()
            self.row.attach(item.node, at, "nsubj")
            start = item.start
        items.append(Item(at, start, at, "clause", "parataxis"))

    def _link(self, at: int) -> str:
        """Return what a dependent clause is to the one that will take it."""
        word = self.words[at]
        if word.form == "Conv" or word.features.get("Mood") == "Cnd":
            return "advcl"
        bare = word.case in {"", "Nom"}
        if word.case == "Acc" or (word.form == "Vnoun" and bare and not word.is_possessed):
            return "ccomp"  # bare also of an impersonal passive: "шешу тапсырылды"
        if bare:
            return "csubj"
        return "xcomp" if word.form == "Vnoun" and word.case == "Dat" else "advcl"

    # --- The end of the sentence -----------------------------------------------------------------

    def _finish(self) -> None:
        if self.roots:
            self._read_nominal_clause()
        root = self._root()
        for extra in self.roots[1:]:
            if extra != root and not self.words[extra].relation:
                self.row.attach(extra, root, "parataxis")
        for item in self.row.items:
            if item.node != root and not self.words[item.node].relation:
                self._attach_rest(item, self.roots[-1] if self.roots else root)
        self.words[root].head, self.words[root].relation = root, "root"
        loose = {"PUNCT": "punct", "CCONJ": "cc"}
        for at, word in enumerate(self.words):
            if not word.relation:
                self.row.attach(at, root, loose.get(word.pos, "dep"))

    def _read_nominal_clause(self) -> None:
        """Read what follows the main verb without a verb of its own: "…, олардың үшеуі – әйел"."""
        named = [item for item in self.row.items if item.sort == "noun" and item.start > self.roots[-1]]
        if len(named) < 2 or named[-2].case != "Nom" or named[-1].case != "Nom":
            return
        between = {word.text for word in self.words[named[-2].end + 1 : named[-1].start]}
        if between & _DASHES:
            predicate = named[-1].node
            self.row.items.remove(named[-1])
            Arguments(self.row, predicate, "main").take()
            self.row.attach(predicate, self.roots[0], "parataxis")

    def _root(self) -> int:
        if self.roots:
            return self.roots[0]
        chosen = self._nominal_root()
        if chosen is not None:
            return chosen
        return next((n for n, word in enumerate(self.words) if word.pos != "PUNCT"), 0)

    def _nominal_root(self) -> int | None:
        """Return the predicate of a sentence without a finite verb: its last noun, adjective or clause."""
        items = self.row.items
        ranked = [
            item
            for sorts in (("noun", "modifier"), ("clause",))
            for item in reversed(items)
            if item.sort in sorts
        ]
        if not ranked:
            return items[-1].node if items else None
        items.remove(ranked[0])
        Arguments(self.row, ranked[0].node, "main").take()
        return ranked[0].node

    def _attach_rest(self, item: Item, root: int) -> None:
        """What stands behind the verb: its subject ("деді министр"), an afterthought."""
        word = self.words[item.node]
        held = any(w.head == root and w.relation.startswith("nsubj") for w in self.words)
        if item.sort == "noun" and item.case == "Nom" and not item.marked and not held:
            relation = "nsubj:pass" if self.words[root].is_passive else "nsubj"
        elif item.sort == "noun":
            relation = "obj" if item.case == "Acc" else "obl"
        elif item.sort == "clause":
            relation = item.relation or "advcl"
        else:
            relation = {"SCONJ": "mark", "ADV": "advmod"}.get(word.pos, "dep")
        self.row.attach(item.node, root, relation)
