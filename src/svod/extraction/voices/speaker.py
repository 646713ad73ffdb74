"""Who a noun phrase names as a voice."""

from dataclasses import dataclass
from typing import Literal

from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.gazetteer.actors import KnownActors, fold_name
from svod.model import Name, Span, Voice

Gender = Literal["male", "female", "plural", "thing", ""]

_ASIDE = frozenset({"acl", "acl:relcl", "advcl", "parataxis", "conj", "cc", "ccomp", "xcomp", "punct", "nsubj", "obj", "obl"})
_TOUCHING = frozenset({"appos", "flat", "flat:name", "flat:foreign", "compound", "nmod", "amod", "name", "dep", "nmod:poss"})
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "flat")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice with what a pronoun can point back by.

    Attributes:
        voice: The voice.
        gender: `male`, `female`, `plural`, `thing` (a body), or empty if not told.
        pronoun: Kind of the pronoun it stands for, until that is resolved.
        outlet: Whether it passes on what others say.
    """

    voice: Voice
    gender: Gender = ""
    pronoun: str = ""
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Speakers:
    """Reads voices off noun phrases of one document."""

    reading: Reading
    lexicon: VoiceLexicon
    actors: KnownActors

    def named(self, sentence: int, node: int) -> Speaker | None:
        """Return who the noun phrase headed by `node` names, or `None` if it is nobody that speaks."""
        tree = self.reading.trees[sentence]
        token = tree[node]
        kind = self.lexicon.pronouns.get(token.lemma) or self.lexicon.pronouns.get(token.text.lower())
        if kind and token.pos in {"PRON", "DET", "SCONJ"}:
            return Speaker(Voice("", named=False, span=token.span), pronoun=kind)
        if token.lemma in self.lexicon.some and token.pos not in {"PROPN"} and not tree.children(node, "amod", "nmod"):
            return Speaker(Voice(self.lexicon.some[token.lemma], named=False, span=token.span), "plural")
        name = self._name_of(tree, node)
        if name:
            return self.of_name(name, tree, node)
        if token.lemma in self.lexicon.source_nouns:
            return self._owner(sentence, node)
        return self._role(tree, node)

    def of_name(self, name: Name, tree: Tree | None = None, node: int | None = None) -> Speaker:
        """Return a name as a voice."""
        shown = name.name
        if name.kind in {"place", "organisation"}:
            country = self.actors.find_government(fold_name(shown))
            shown = f"{country.adjective} government" if country else shown
        return Speaker(Voice(shown, named=True, span=name.span), self._gender(name, tree, node), outlet=self.is_outlet(name))

    def is_outlet(self, name: Name) -> bool:
        """Tell whether a name is an agency, an outlet or called one beside its name."""
        actor = self.actors.find(fold_name(name.name))
        if actor:
            return actor.kind in {"agency", "outlet"}
        words = set(fold_name(name.name).split())
        if name.kind == "person":
            return False
        return bool(words & self.lexicon.outlets) or self._called(name) in self.lexicon.outlets

    def name_at(self, span: Span) -> Name | None:
        """Return the name that covers a word, or `None`."""
        return next((name for name in self.reading.annotation.names if name.span.overlaps(span)), None)

    def _called(self, name: Name) -> str:
        for sentence in self.reading.annotation.sentences:
            if sentence.span.contains(name.span):
                before = [t for t in sentence.tokens if t.span.end <= name.span.start and t.pos != "PUNCT"]
                return before[-1].lemma if before else ""
        return ""

    def _name_of(self, tree: Tree, node: int) -> Name | None:
        """Return the name that the phrase is about: a person in apposition to a post, else the
        name that holds the head, else the body whose spokesman or press office the head is.
        """
        own = self.name_at(tree[node].span)
        if own and own.kind == "person":
            return own
        below = [n for n in tree.subtree(node, _ASIDE) if n != node]
        person = next((name for n in below if (name := self._person(tree, node, n))), None)
        if person:
            return person
        if own and own.kind in {"organisation", "place"}:
            return own
        touching = [name for n in below if (name := self.name_at(tree[n].span)) and name.kind == "organisation"]
        joined = [name for name in touching if self._is_joined(tree, node, name)]
        if joined:
            return joined[0]
        if tree[node].lemma in self.lexicon.transparent and touching:
            return touching[0]
        return None

    def _person(self, tree: Tree, node: int, below: int) -> Name | None:
        """Return the person at a node below, if it shares the head's reference rather than owning it."""
        name = self.name_at(tree[below].span)
        if name is None or name.kind != "person":
            return None
        case = tree[node].feature("Case")
        at = below
        while at != node:
            if not tree.is_a(at, *_TOUCHING) or tree.children(at, "case"):
                return None
            if tree[at].relation == "nmod:poss":
                return None
            at = tree[at].head
        theirs = tree[tree.top(name.span) or below].feature("Case")
        if case and theirs and case != theirs and theirs != "Nom" and not name.title:
            return None
        return None if case and case != theirs == "Gen" and tree[node].lemma not in self.lexicon.people else name

    def _is_joined(self, tree: Tree, node: int, name: Name) -> bool:
        if name.span.overlaps(tree[node].span):
            return True
        top = tree.top(name.span)
        return (
            top is not None
            and tree[top].head == node
            and tree[top].relation in {"appos", "flat", "flat:name", "compound", "flat:foreign"}
            and (tree[node].lemma in self.lexicon.outlets or tree[top].relation != "compound")
        )

    def _owner(self, sentence: int, node: int) -> Speaker | None:
        """Return whose statement, data or report a noun is; `None` if nobody owns it."""
        tree = self.reading.trees[sentence]
        for child in tree.children(node, "nmod", "nmod:poss", "compound", "amod", "appos"):
            case = tree.child(child, "case")
            if case is not None and tree[case].lemma not in self.lexicon.owner:
                continue
            if tree[child].relation in {"amod", "compound"} and not self.name_at(tree[child].span):
                continue
            owner = self.named(sentence, child)
            if owner and not (owner.voice.named and tree[child].relation == "amod"):
                return owner
        unowned = self.lexicon.unowned.get(tree[node].lemma)
        if unowned:
            return Speaker(Voice(unowned, named=False, span=tree[node].span), "thing")
        return Speaker(Voice("", named=False, span=tree[node].span), pronoun="source")

    def _role(self, tree: Tree, node: int) -> Speaker | None:
        token = tree[node]
        if token.lemma in self.lexicon.mute:
            return None
        if token.pos == "PROPN" and token.lemma not in self.lexicon.people:
            span = tree.span(node, _ASIDE | {"nmod", "det", "case"})
            words = " ".join(span.of(self.reading.annotation.document.text).split())
            return Speaker(Voice(words, named=True, span=span))
        if token.lemma not in self.lexicon.people:
            return None
        english = self.lexicon.people[token.lemma]
        words = [*self._modifiers(tree, node), english or token.text.lower()]
        body = token.lemma in self.lexicon.bodies and len(words) > 1 and any(w[:1].isupper() for w in words)
        name = " ".join(words) + self._of_whom(tree, node)
        plural = token.feature("Number") == "Plur" or token.text.lower() in {"police", "people", "media"}
        gender: Gender = "plural" if plural else self._word_gender(token.lemma) or ("thing" if token.lemma in self.lexicon.bodies else "")
        return Speaker(Voice(name, named=body, span=tree.span(node, _ASIDE)), gender)

    def _modifiers(self, tree: Tree, node: int) -> list[str]:
        """Return the modifiers of a role in English: proper adjectives and names, and in a
        language whose roles are not translated the common ones too.
        """
        words = []
        translated = bool(self.lexicon.people.get(tree[node].lemma))
        for child in tree.children(node, *_MODIFIERS):
            token = tree[child]
            if tree.children(child, "case") and tree[child].relation != "nmod:poss":
                continue
            name = self.name_at(token.span)
            country = self.actors.find_country(fold_name(token.lemma)) or (
                self.actors.find_country(fold_name(name.name)) if name else None
            )
            if country:
                words.append(country.adjective)
            elif name and name.kind in {"place", "organisation"}:
                words.append(name.name)
            elif name is None and not translated and child < node and token.lemma not in self.lexicon.dropped and token.text.isalpha():
                words.append(token.text)
        return words

    def _of_whom(self, tree: Tree, node: int) -> str:
        """Return ` of NAME` for "friends of …" and "supporters of …" in the text's own words."""
        if self.lexicon.people.get(tree[node].lemma) and tree[node].lemma not in {"друг", "сторонник", "противник", "семья"}:
            return ""
        for child in tree.children(node, "nmod"):
            name = self.name_at(tree[child].span)
            if name and name.kind in {"person", "organisation"}:
                case = tree.child(child, "case")
                return f" {tree[case].lemma if case is not None else 'of'} {name.name}"
        return ""

    def _gender(self, name: Name, tree: Tree | None, node: int | None) -> Gender:
        if name.kind != "person":
            return "thing"
        told = next((g for word in name.title.split() if (g := self._word_gender(word))), "")
        if told or tree is None or node is None:
            return told  # type: ignore[return-value]  # `_word_gender` gives these words only
        gender = tree[tree.top(name.span) or node].feature("Gender")
        return {"Masc": "male", "Fem": "female"}.get(gender, "")  # type: ignore[return-value]

    def _word_gender(self, word: str) -> Gender:
        if word in self.lexicon.female:
            return "female"
        return "male" if word in self.lexicon.male else ""
