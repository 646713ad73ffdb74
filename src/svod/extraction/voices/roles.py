"""Unnamed voices under English words: "residents", "Greek officials", "Almaty police"."""

from collections.abc import Callable

from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.gazetteer.actors import KnownActors, fold_name
from svod.model import Name, Span

_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod", "flat")


def role_name(
    tree: Tree, node: int, lexicon: VoiceLexicon, actors: KnownActors, name_at: Callable[[Span], Name | None]
) -> str:
    """Return the English words for an unnamed voice.

    Countries and places among the modifiers are kept as adjectives and names;
    common modifiers are kept only where they need no translation.

    Args:
        tree: The sentence.
        node: The noun, one of `lexicon.people`.
        lexicon: Words of the language.
        actors: For the adjectives of countries.
        name_at: Gives the name that covers a word.
    """
    english = lexicon.people[tree[node].lemma]
    words = [
        _modifier(tree, node, child, lexicon, actors, name_at) for child in tree.children(node, *_MODIFIERS)
    ]
    return " ".join([*(word for word in words if word), english or tree[node].text.lower()])


def _modifier(  # noqa: PLR0913 - all of them are needed to read one word
    tree: Tree,
    node: int,
    child: int,
    lexicon: VoiceLexicon,
    actors: KnownActors,
    name_at: Callable[[Span], Name | None],
) -> str:
    token = tree[child]
    if tree.children(child, "case") and token.relation != "nmod:poss":
        return ""
    name = name_at(token.span)
    country = actors.find_country(fold_name(token.lemma)) or (
        actors.find_country(fold_name(name.name)) if name else None
    )
    if country:
        return country.adjective
    if name and name.kind in {"place", "organisation"}:
        return name.name
    translated = bool(lexicon.people[tree[node].lemma])
    if name or translated or child > node or token.lemma in lexicon.dropped or not token.text.isalpha():
        return ""
    return token.text
