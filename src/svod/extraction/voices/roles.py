"""Unnamed voices under English words: "residents", "Greek officials", "Almaty police"."""

from collections.abc import Callable
from dataclasses import dataclass

from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.gazetteer.actors import KnownActors, fold_name
from svod.model import Name, Span

_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "flat")


@dataclass(frozen=True, slots=True)
class Roles:
    """Reads roles in one language.

    Attributes:
        lexicon: Words of the language.
        actors: For the adjectives of countries.
        name_at: Gives the name that covers a word.
    """

    lexicon: VoiceLexicon
    actors: KnownActors
    name_at: Callable[[Span], Name | None]

    def name(self, tree: Tree, node: int) -> str:
        """Return the English words for the unnamed voice at a noun, one of `lexicon.people`.

        Countries and places among the modifiers are kept as adjectives and
        names; common modifiers only where they need no translation.
        """
        english = self.lexicon.people.get(tree[node].lemma, "")
        words = [self._modifier(tree, node, child) for child in tree.children(node, *_MODIFIERS)]
        return " ".join([*(word for word in words if word), english or tree[node].text.lower()])

    def _modifier(self, tree: Tree, node: int, child: int) -> str:
        token = tree[child]
        if tree.children(child, "case") and token.relation != "nmod:poss":
            return ""
        name = self.name_at(token.span)
        country = self.actors.find_country(fold_name(token.lemma))
        if country is None and name:
            country = self.actors.find_country(fold_name(name.name))
        if country:
            return country.adjective
        if name:
            return name.name if name.kind in {"place", "organisation"} else ""
        translated = bool(self.lexicon.people.get(tree[node].lemma))
        plain = child < node and token.lemma not in self.lexicon.dropped and token.text.isalpha()
        if not plain or translated:
            return ""
        return f"{token.text}'s" if token.relation == "nmod:poss" else token.text
