"""Entities: who and what several documents name, however they spell it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from svod.model import Entity, EntityKind, Mention, Place
from svod.resolution.fold import fold_words
from svod.resolution.kinds import known_name, name_of, settle_kinds, words_key
from svod.resolution.person import PersonName, compatible, parse_person


@dataclass(slots=True)
class _Group:
    """Mentions taken for one thing, while they are being gathered."""

    mentions: list[Mention]
    why: list[str]


def resolve_names(mentions: Sequence[Mention], publishers: Iterable[str] = ()) -> tuple[Entity, ...]:
    """Gather the names and places of all documents into entities.

    Places with a gazetteer entry are one if its id is. Other names are one if
    their folded words are; beyond that
    - persons need one surname under the folding key and given names or
      initials that can be the same; a bare surname joins a full name only
      if its own document, or else the whole case, knows one such person;
    - a state body named in several languages is one by the table of such bodies;
    - an organisation's initials (three letters or more) join its full name
      if only one full name has them.

    Args:
        mentions: Of any number of documents, in any order; times are skipped.
        publishers: Names of sources, in any order. One that an entity has,
            save for script and spelling, joins its names and is no mention.

    Returns:
        Entities sorted by kind and name. Every name and place mention counts
        in exactly one; words found both as a name and as a place of the
        gazetteer count once, as the place.
    """
    publishers = tuple(sorted(set(publishers)))
    kinds = settle_kinds(sorted((m for m in mentions if m.kind != "time"), key=_order), publishers)
    groups = [
        (kind, group)
        for kind in sorted(kinds)
        for group in (_persons(kinds[kind]) if kind == "person" else _things(kinds[kind]))
    ]
    entities = _published([_entity(kind, group) for kind, group in groups], publishers)
    return tuple(sorted(entities, key=lambda e: (e.kind, e.name, e.id)))


def _published(entities: list[Entity], publishers: Iterable[str]) -> list[Entity]:
    """Add the names of publishers to the entities that they are."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, entity in enumerate(entities):
        if entity.kind != "place":
            owners[words_key(entity.name)].add(at)
    for publisher in publishers:
        if len(found := owners.get(words_key(publisher), set())) == 1:
            (at,) = found
            names = tuple(sorted({*entities[at].names, publisher}))
            entities[at] = replace(entities[at], names=names)
    return entities


def _order(mention: Mention) -> tuple[str, int, int, str, str, str]:
    at = mention.span
    return (mention.document, at.start, at.end, mention.kind, name_of(mention), mention.detail)


def _things(mentions: Sequence[Mention]) -> list[_Group]:
    by_key: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_key[_thing_key(mention)].append(mention)
    groups = {key: _Group(by_key[key], _spelt(by_key[key])) for key in sorted(by_key)}
    return _join_initials(groups)


def _thing_key(mention: Mention) -> tuple[str, ...]:
    if mention.place is not None:
        return ("", mention.place.id)
    return words_key(known_name(mention))


def _join_initials(groups: dict[tuple[str, ...], _Group]) -> list[_Group]:
    full: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in groups:
        if len(key) >= 3 and key[0]:
            full["".join(word[0] for word in key)].append(key)
    for key in [key for key in groups if len(key) == 1 and _is_acronym(groups[key])]:
        if len(keys := full.get(key[0], [])) == 1:
            _join(groups[keys[0]], groups.pop(key), "initials of the full name")
    return list(groups.values())


def _is_acronym(group: _Group) -> bool:
    return all(len(name := name_of(m)) >= 3 and name.isupper() for m in group.mentions)


def _persons(mentions: Sequence[Mention]) -> list[_Group]:
    by_surname: dict[str, dict[PersonName, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        person = parse_person(name_of(mention))
        by_surname[person.surname][person].append(mention)
    return [group for surname in sorted(by_surname) for group in _namesakes(by_surname[surname])]


def _namesakes(forms: dict[PersonName, list[Mention]]) -> list[_Group]:
    """Gather the forms of one surname, fullest first, each into the one group it fits."""
    people: list[tuple[list[PersonName], _Group]] = []
    for form in sorted(forms, key=lambda f: (-f.fullness, f)):
        for mentions in _by_document(forms[form]):
            _place_form(form, mentions, people)
    return [group for _, group in people]


def _by_document(mentions: list[Mention]) -> list[list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.document].append(mention)
    return [found[document] for document in sorted(found)]


def _place_form(
    form: PersonName, mentions: list[Mention], people: list[tuple[list[PersonName], _Group]]
) -> None:
    fitting = [entry for entry in people if all(compatible(form, known) for known in entry[0])]
    here = [entry for entry in fitting if mentions[0].document in {m.document for m in entry[1].mentions}]
    chosen = here if len(here) == 1 else fitting
    if len(chosen) != 1:
        exact = [entry for entry in chosen if form == entry[0][0]]
        chosen = exact if len(exact) == 1 else []
    if chosen:
        known, group = chosen[0]
        _join(group, _Group(mentions, _spelt(mentions)), _reason(form, known))
        known.append(form)
    else:
        people.append(([form], _Group(mentions, _spelt(mentions))))


def _reason(form: PersonName, known: list[PersonName]) -> str:
    if form in known:
        return "same name under the folding key"
    return (
        "same surname, no other person of that name" if not form.given else "same surname, given names agree"
    )


def _join(group: _Group, other: _Group, reason: str) -> None:
    here, there = (sorted({name_of(m) for m in g.mentions}) for g in (group, other))
    if set(there) - set(here):
        group.why.append(f"{', '.join(there)} = {here[0]}: {reason}")
    group.why.extend(other.why)
    group.mentions.extend(other.mentions)


def _spelt(mentions: Iterable[Mention]) -> list[str]:
    mentions = list(mentions)
    names = sorted({name_of(mention) for mention in mentions})
    if len(names) < 2:
        return []
    same = "same place in the gazetteer" if mentions[0].place else "same name under the folding key"
    if len({words_key(name) for name in names}) > 1:
        same = f"names of one body, the {known_name(mentions[0])}"
    return [f"{' = '.join(names)}: {same}"]


def _entity(kind: EntityKind, group: _Group) -> Entity:
    place = _place(group.mentions)
    name = place.name if place else _canonical(group.mentions)
    key = "\x1f".join((kind, place.id if place else " ".join(fold_words(name)) or name))
    return Entity(
        id=blake2b(key.encode(), digest_size=6).hexdigest(),
        kind=kind,
        name=name,
        names=tuple(sorted({m.text for m in group.mentions} | {name_of(m) for m in group.mentions})),
        documents=tuple(sorted({m.document for m in group.mentions})),
        mentions=len(group.mentions),
        why=tuple(sorted(set(group.why))),
        place=place,
    )


def _place(mentions: list[Mention]) -> Place | None:
    return min((m.place for m in mentions if m.place), key=lambda p: (p.id, p.name), default=None)


def _canonical(mentions: list[Mention]) -> str:
    """Return the fullest Latin form, the most frequent among equals."""
    counts = Counter(known_name(mention) for mention in mentions)
    return min(counts, key=lambda n: (not n.isascii(), -len(fold_words(n)), -counts[n], len(n), n))
