"""Coordination: several places or things in one clause are several events.

The codebook splits coordinated objects only where they are distinct named
places or single facilities; "banks and shops" stays one event.
"""

from svod.extraction.events.match import Match
from svod.extraction.parties import group_of, is_party
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.model import Place

_THINGS = ("infrastructure", "authorities", "business", "media", "unknown")


def coordinated_places(reading: Reading, sentence: int, match: Match) -> tuple[Place, ...]:
    """Return the places of a clause if at least two are coordinated, else nothing."""
    tree = reading.trees[sentence]
    heads = {match.clause, match.node, *(n for n in (match.roles.actor, match.roles.target) if n is not None)}
    for head in sorted(heads):
        for child in tree.children(head, "obl", "nmod", "obj"):
            places = _places(reading, tree, child)
            if len(places) > 1:
                return places
    return ()


def _places(reading: Reading, tree: Tree, node: int) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for conjunct in tree.conjuncts(node):
        for mention in reading.annotation.places:
            if not mention.adjective and mention.span.contains(tree[conjunct].span):
                found.setdefault(mention.place.id, mention.place)
    return tuple(found.values())


def coordinated_things(reading: Reading, sentence: int, node: int | None) -> tuple[int, ...]:
    """Return the conjuncts of a target if each is one definite thing, else nothing."""
    tree = reading.trees[sentence]
    nodes = () if node is None else tree.conjuncts(node)
    single = all(_is_one_thing(reading, sentence, n) for n in nodes)
    return nodes if len(nodes) > 1 and single else ()


def _is_one_thing(reading: Reading, sentence: int, node: int) -> bool:
    token = reading.trees[sentence][node]
    singular = token.pos in {"NOUN", "PROPN"} and token.feature("Number") == "Sing"
    return singular and is_party(reading, sentence, node) and group_of(reading, sentence, node) in _THINGS
