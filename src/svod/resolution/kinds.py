"""What sort of thing each mention names: a word found twice, or as two sorts, is settled before names are gathered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from svod.gazetteer.actors import fold_name, load_actors
from svod.model import EntityKind, Mention, Span
from svod.resolution.fold import fold_words
from svod.resolution.words import EMPTY_WORDS

_KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "place": "place"}
# Of kinds that a name is found as equally often, the first is taken: a body is named without a first name,
# and so taken for a person, more often than the other way round.
_RANK: tuple[EntityKind, ...] = ("organisation", "person", "place", "group")


def settle_kinds(
    mentions: Sequence[Mention], publishers: Iterable[str]
) -> Mapping[EntityKind, Sequence[Mention]]:
    """Return kind → mentions, in their order.

    A name inside the words of a place of the gazetteer is left out: it is the
    place. One that is a publisher's or a known actor's is an organisation.
    Other names go to the kind that the same words are found as most often.

    Args:
        mentions: Names and places, sorted.
        publishers: Names of sources.
    """
    sites = _sites(mentions)
    left = [m for m in mentions if m.kind == "place" or not _inside(m, sites)]
    known = frozenset(map(words_key, publishers))
    counts: dict[tuple[str, ...], Counter[EntityKind]] = defaultdict(Counter)
    for mention in left:
        counts[words_key(name_of(mention))][_kind(mention)] += 1
    found: dict[EntityKind, list[Mention]] = defaultdict(list)
    for mention in left:
        found[_settled(mention, counts, known)].append(mention)
    return found


def name_of(mention: Mention) -> str:
    """Return the canonical name that a mention carries, or else its words."""
    return mention.value or mention.text


def known_name(mention: Mention) -> str:
    """Return the English name of the state body that a mention names in any language, else its own name."""
    name = name_of(mention)
    return _bodies().get(words_key(name), name)


@cache
def _bodies() -> Mapping[tuple[str, ...], str]:
    """Return folded words → English name, for bodies that a name tells without their state or city."""
    bodies = load_actors().bodies
    return {words_key(a.text): body.name for body in bodies for a in body.aliases if a.text[:1].isupper()}


def words_key(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without those that it may have or lack."""
    folded = fold_words(name)
    return tuple(word for word in folded if word not in EMPTY_WORDS) or folded


def _settled(
    mention: Mention,
    counts: Mapping[tuple[str, ...], Counter[EntityKind]],
    publishers: frozenset[tuple[str, ...]],
) -> EntityKind:
    if mention.kind == "place":
        return "place"
    name = name_of(mention)
    if words_key(name) in publishers or load_actors().find(fold_name(name)):
        return "organisation"
    here = counts[words_key(name)]
    return min(here, key=lambda kind: (-here[kind], _RANK.index(kind)))


def _kind(mention: Mention) -> EntityKind:
    return "place" if mention.kind == "place" else _KINDS.get(mention.detail, "group")


def _sites(mentions: Iterable[Mention]) -> Mapping[str, Sequence[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "place" and mention.place is not None:
            found[mention.document].append(mention.span)
    return found


def _inside(mention: Mention, sites: Mapping[str, Sequence[Span]]) -> bool:
    return any(span.contains(mention.span) for span in sites.get(mention.document, ()))
