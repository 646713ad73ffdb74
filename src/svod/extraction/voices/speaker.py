"""Who a noun phrase names as a voice."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.extraction.voices.roles import Roles
from svod.gazetteer.actors import KnownActors, fold_name
from svod.model import Name, Span, Token, Voice

Gender = Literal["male", "female", "plural", "thing", ""]

ASIDE = frozenset(
    {"acl", "acl:relcl", "advcl", "parataxis", "conj", "cc", "ccomp", "xcomp", "punct", "nsubj", "obj", "obl"}
)
"""Relations that lead out of a noun phrase."""

_TOUCHING = frozenset(
    {
        "appos",
        "flat",
        "flat:name",
        "flat:foreign",
        "compound",
        "nmod",
        "amod",
        "name",
        "dep",
        "nmod:poss",
        "nummod",
    }
)
_REACH_SENTENCES = 8  # a person further back than this is rarely meant by "he" or "she"
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_SAME = frozenset({"appos", "flat", "flat:name", "flat:foreign"})
_OF_NAME = frozenset({"flat", "flat:name", "flat:foreign", "compound"})


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
        if (
            token.lemma in self.lexicon.some
            and token.pos != "PROPN"
            and not tree.children(node, "amod", "nmod")
        ):
            return Speaker(Voice(self.lexicon.some[token.lemma], named=False, span=token.span), "plural")
        name = self._name_of(tree, node)
        if name:
            return self.of_name(name, tree, node)
        if token.lemma in self.lexicon.source_nouns and token.lemma not in self.lexicon.people:
            return self.owner(sentence, node)
        if token.lemma in self.lexicon.transparent and (body := self._behind(sentence, node)):
            return body
        return self._anaphor(tree, node) or self._role(tree, node)

    def of_name(self, name: Name, tree: Tree | None = None, node: int | None = None) -> Speaker:
        """Return a name as a voice; a capital stands for the government that sits there."""
        country = self.actors.find_government(fold_name(name.name))
        shown = f"{country.adjective} government" if country else name.name
        gender: Gender = "thing" if country else self._gender(name, tree, node)
        return Speaker(Voice(shown, named=True, span=name.span), gender, outlet=self.is_outlet(name))

    def owner(self, sentence: int, node: int) -> Speaker | None:
        """Return whose statement, data or report a noun is; a speaker still to be found if nobody's."""
        tree = self.reading.trees[sentence]
        for child in tree.children(node, "nmod", "nmod:poss", "compound", "amod", "appos", "acl"):
            owner = self._owning(sentence, child)
            if owner and owner.pronoun != "nobody":
                return owner
        unowned = self.lexicon.unowned.get(tree[node].lemma)
        if unowned:
            return Speaker(Voice(unowned, named=False, span=tree[node].span), "thing", pronoun="source")
        return Speaker(Voice("", named=False, span=tree[node].span), pronoun="source")

    def _owning(self, sentence: int, child: int) -> Speaker | None:
        """Return whom a word below a source names as its owner ("… from X", "X's …", "… posted by X")."""
        tree = self.reading.trees[sentence]
        case = tree.child(child, "case")
        if case is not None and tree[case].lemma not in self.lexicon.owner | _POSSESSIVES:
            return None
        if tree[child].relation == "acl":
            agent = tree.child(child, "obl:agent")
            return self.named(sentence, agent) if agent is not None else None
        if tree[child].relation in {"amod", "compound"} and not self.name_at(tree[child].span):
            return self._role(tree, child) if tree[child].relation == "compound" else None
        return self.named(sentence, child)

    def is_outlet(self, name: Name) -> bool:
        """Tell whether a name is an agency, an outlet or called one beside its name."""
        actor = self.actors.find(fold_name(name.name))
        if actor:
            return actor.kind in {"agency", "outlet"}
        if name.kind == "person":
            return False
        words = set(fold_name(name.name).split())
        return bool(words & self.lexicon.outlets) or self._called(name) in self.lexicon.outlets

    def name_at(self, span: Span) -> Name | None:
        """Return the name that covers a word, or `None`."""
        names = self.reading.annotation.names
        at = bisect_left(names, span.end, key=lambda name: name.span.start) - 1
        return names[at] if at >= 0 and names[at].span.overlaps(span) else None

    def persons_before(self, sentence: int, end: int) -> tuple[Speaker, ...]:
        """Return the persons that are subjects in the few sentences before `end`, nearest first."""
        found = []
        for at in range(max(0, sentence - _REACH_SENTENCES), sentence + 1):
            tree = self.reading.trees[at]
            for node in range(len(tree)):
                if tree[node].span.end <= end and tree.is_a(node, "nsubj"):
                    speaker = self.named(at, node)
                    name = speaker and speaker.voice.span and self.name_at(speaker.voice.span)
                    if speaker and name and name.kind == "person":
                        found.append(speaker)
        return tuple(reversed(found))

    def _called(self, name: Name) -> str:
        """Return the lemma of the word before a name in its sentence, or an empty string."""
        sentences = self.reading.annotation.sentences
        at = bisect_left(sentences, name.span.end, key=lambda sentence: sentence.span.start) - 1
        tokens = sentences[at].tokens if at >= 0 else ()
        before = [t for t in tokens if t.span.end <= name.span.start and t.pos != "PUNCT"]
        return before[-1].lemma if before else ""

    def _name_of(self, tree: Tree, node: int) -> Name | None:
        """Return the name that the phrase is about: a person in apposition to a post, else the
        name that holds the head, else the body whose spokesman or press office the head is.
        """
        own = self.name_at(tree[node].span)
        if own and own.kind == "person":
            return own
        below = [n for n in tree.subtree(node, ASIDE) if n != node]
        person = next((name for n in below if (name := self._person(tree, node, n))), None)
        if person:
            return person
        if own and (own.kind in {"organisation", "place"} or tree[node].lemma not in self.lexicon.people):
            return own
        touching = [
            name for n in below if (name := self.name_at(tree[n].span)) and name.kind == "organisation"
        ]
        joined = [name for name in touching if self._is_joined(tree, node, name)]
        if joined:
            return joined[0]
        return touching[0] if tree[node].lemma in self.lexicon.transparent and touching else None

    def _person(self, tree: Tree, node: int, below: int) -> Name | None:
        """Return the person at a node below, if it is the head's own name rather than its owner's."""
        name = self.name_at(tree[below].span)
        if name is None or name.kind != "person":
            return None
        at = below
        while at != node:
            if not tree.is_a(at, *_TOUCHING) or tree.children(at, "case") or tree[at].relation == "nmod:poss":
                return None
            at = tree[at].head
        case = tree[node].feature("Case")
        if not case or case == "Gen":
            return name
        inside = tree.at(name.span)
        nominative = any(tree[n].feature("Case") == case for n in inside)
        return name if nominative or all(tree[n].lemma == tree[n].text.lower() for n in inside) else None

    def _is_joined(self, tree: Tree, node: int, name: Name) -> bool:
        top = tree.top(name.span)
        if top is None or tree[top].head != node:
            return name.span.overlaps(tree[node].span)
        outlet = tree[node].lemma in self.lexicon.outlets and tree[top].relation in _OF_NAME | _SAME | {
            "nmod",
            "amod",
        }
        return tree[top].relation in _SAME or outlet

    def _behind(self, sentence: int, node: int) -> Speaker | None:
        """Return the body without a name that a spokesman or press office speaks for."""
        tree = self.reading.trees[sentence]
        for child in tree.children(node, "nmod"):
            if tree[child].lemma in self.lexicon.people and not self.name_at(tree[child].span):
                return self.named(sentence, child)
        return None

    def _anaphor(self, tree: Tree, node: int) -> Speaker | None:
        """Return the name said before that a bare noun goes back to ("the ministry", "губернатор")."""
        token = tree[node]
        if token.feature("Number") == "Plur" or token.lemma not in self.lexicon.people:
            return None
        if any(
            tree[child].lemma in {"a", "an", "another", "один", "другой"}
            for child in tree.children(node, "det", "amod")
        ):
            return None
        before = [n for n in self.reading.annotation.names if n.span.end <= token.span.start]
        if self.lexicon.anaphora.get(token.lemma) == "company":
            before = self._companies()
        for name in reversed(before):
            if (name.kind == "person" and token.lemma in _titles(name)) or self._goes_back(tree, node, name):
                speaker = self.of_name(name)
                return Speaker(
                    Voice(speaker.voice.name, named=True, span=token.span), speaker.gender, "", speaker.outlet
                )
        return None

    def _companies(self) -> list[Name]:
        """Return the organisations of the document, the one named most often last."""
        names = [name for name in self.reading.annotation.names if name.kind == "organisation"]
        counts = Counter(name.name for name in names)
        return sorted(names, key=lambda name: (counts[name.name], -name.span.start))

    def _goes_back(self, tree: Tree, node: int, name: Name) -> bool:
        """Tell whether a bare noun is what a name of a body or company would be called in short."""
        lemma = tree[node].lemma
        if name.kind != "organisation" or tree.children(node, "amod", "nmod", "compound", "nmod:poss"):
            return False
        kind = self.lexicon.anaphora.get(lemma)
        actor = self.actors.find(fold_name(name.name))
        if kind == "outlet":
            return self.is_outlet(name)
        if kind == "body":
            return name.rule.startswith("state body")
        if kind == "company":
            return actor is None and not name.rule.startswith("state body") and not self.is_outlet(name)
        return lemma in self.lexicon.bodies and lemma in name.text.lower()

    def _role(self, tree: Tree, node: int) -> Speaker | None:
        token = tree[node]
        if token.lemma in self.lexicon.mute:
            return None
        if token.pos == "PROPN" and token.lemma not in self.lexicon.people:
            span = tree.span(node, ASIDE | {"nmod", "det", "case"})
            words = " ".join(span.of(self.reading.annotation.document.text).split())
            return Speaker(Voice(words, named=True, span=span))
        if not self._speaks(token):
            return None
        name = Roles(self.lexicon, self.actors, self.name_at).name(tree, node)
        named = token.lemma in self.lexicon.bodies and any(word[:1].isupper() for word in name.split())
        return Speaker(Voice(name, named=named, span=tree.span(node, ASIDE)), self._role_gender(tree, node))

    def _speaks(self, token: Token) -> bool:
        """Tell whether a common noun can speak: it is a known role or built like a word for people."""
        if token.lemma in self.lexicon.people:
            return True
        return (
            token.pos == "NOUN" and token.text.isalpha() and token.lemma.endswith(self.lexicon.person_endings)
        )

    def _role_gender(self, tree: Tree, node: int) -> Gender:
        token = tree[node]
        if token.feature("Number") == "Plur" or token.text.lower() in {"police", "people", "media"}:
            return "plural"
        if told := self._word_gender(token.lemma):
            return told
        if token.lemma in self.lexicon.bodies | self.lexicon.outlets or token.feature("Animacy") == "Inan":
            return "thing"
        return _GRAMMATICAL.get(token.feature("Gender"), "")

    def _gender(self, name: Name, tree: Tree | None, node: int | None) -> Gender:
        if name.kind != "person":
            return "thing"
        told = next((gender for word in name.title.split() if (gender := self._word_gender(word))), None)
        first = name.name.split()[0].lower()
        if told or tree is None or node is None:
            return told or self._word_gender(first)
        top = tree.top(name.span)
        grammatical = _GRAMMATICAL.get(tree[node if top is None else top].feature("Gender"), "")
        return grammatical or self._word_gender(first)

    def _word_gender(self, word: str) -> Gender:
        if word in self.lexicon.female or word in self.lexicon.female_names:
            return "female"
        return "male" if word in self.lexicon.male or word in self.lexicon.male_names else ""


_GRAMMATICAL: dict[str, Gender] = {"Masc": "male", "Fem": "female"}


def _titles(name: Name) -> frozenset[str]:
    """Return the words of a person's title and the title itself, joined as nouns are written."""
    words = name.title.split()
    return frozenset({*words, "-".join(words)})
