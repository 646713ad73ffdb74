"""Parties: which words name who did something or suffered it, and of what class they are."""

from collections.abc import Iterator, Sequence
from functools import cache

from svod.extraction.actor_words import ActorWords, load_actor_words
from svod.extraction.reading import Reading
from svod.extraction.tree import Tree
from svod.gazetteer.actors import fold_name, load_actors
from svod.model import Group, Name, Party, Place, Span, cover

_OUTSIDE = ("acl", "acl:relcl", "advcl", "appos", "parataxis", "ccomp", "punct", "cc", "conj", "case", "mark")
"""Branches that are no part of the words for a party."""
_BESIDE = tuple(relation for relation in _OUTSIDE if relation != "punct")  # quotation marks of a name
_BREAKS = frozenset(",;:()—–-")
_DEEPEST = 4  # steps from pronoun to noun to "group of …"; a longer chain is a circle
_LOOKBACK = 3  # sentences in which a pronoun seeks its antecedent; further back it is a guess


def find_party(reading: Reading, sentence: int, node: int, *, alone: bool = False) -> Party:
    """Return the party that the phrase headed by `node` names.

    Its words are those of the noun phrase with coordinated nouns, without
    relative clauses and appositions. A pronoun keeps its word and takes the
    class of its antecedent: the noun of the relative clause, else the last
    party of the preceding clauses.

    Args:
        reading: The document.
        sentence: Index of the sentence.
        node: Head of the phrase.
        alone: Leave coordinated nouns out of the words.
    """
    tree = reading.trees[sentence]
    span = tree.span(node, _OUTSIDE) if alone else _phrase(reading, tree, node)
    return Party(
        text=span.of(reading.annotation.document.text),
        group=_group(reading, sentence, node),
        span=span,
        name=_proper_name(reading, span),
    )


def is_party(reading: Reading, sentence: int, node: int) -> bool:
    """Tell whether a phrase can name a party: no happening, means, measure or time."""
    token = reading.trees[sentence][node]
    if token.lemma in load_actor_words(reading.language.tag).nobody:
        return False
    return not any(time.span.contains(token.span) for time in reading.annotation.times)


def group_of(reading: Reading, sentence: int, node: int) -> Group:
    """Return only the class of the phrase headed by `node`."""
    return _group(reading, sentence, node)


def _phrase(reading: Reading, tree: Tree, node: int) -> Span:
    heads = tree.conjuncts(node)
    nodes = [n for head in heads for n in tree.subtree(head, _OUTSIDE)]
    nodes += [
        n for head in heads for name in _called(reading, tree, head) for n in tree.subtree(name, _BESIDE)
    ]
    return cover(*(tree[n].span for n in nodes))


def _called(reading: Reading, tree: Tree, node: int) -> tuple[int, ...]:
    """Return the names that follow a title without a comma: "полковник *Иван Седов*".

    A place ("порт *Тромсё*") only tells where, and is asked elsewhere.
    """
    named = (name for name in reading.annotation.names if name.kind != "place")
    whole = [name.span for name in named if not name.span.contains(tree[node].span)]
    nouns = (n for n in tree.children(node, "appos") if n > node)
    names = (n for n in nouns if any(span.contains(tree[n].span) for span in whole))
    return tuple(n for n in names if not any(t.text in _BREAKS for t in tree.tokens[node + 1 : n]))


def _group(reading: Reading, sentence: int, node: int, depth: int = 0) -> Group:
    tree, words = reading.trees[sentence], load_actor_words(reading.language.tag)
    token = tree[node]
    if depth > _DEEPEST:
        return "unknown"
    if token.lemma in words.pronouns or token.pos == "PRON":
        antecedent = find_antecedent(reading, sentence, node)
        return _group(reading, *antecedent, depth + 1) if antecedent else "unknown"
    if own := _named_group(reading, sentence, node, words) or _worded_group(reading, tree, node, words):
        return own
    inner = tree.child(node, "nmod") if token.lemma in words.collective or token.pos == "NUM" else None
    return _modified(tree, node, words) if inner is None else _group(reading, sentence, inner, depth + 1)


def _worded_group(reading: Reading, tree: Tree, node: int, words: ActorWords) -> Group | None:
    """Class that the words give: a participle that names persons, a noun, a phrase."""
    if tree[node].feature("VerbForm") == "Part" and tree[node].lemma in words.participles:
        return words.participles[tree[node].lemma]
    group = _phrase_group(tree, node, words)
    return group and _foreign(reading, tree, node, group)


def _phrase_group(tree: Tree, node: int, words: ActorWords) -> Group | None:
    """Class of the longest phrase of lemmas in text order that ends or begins at the head."""
    around = [tree[n].lemma for n in range(max(0, node - 3), min(len(tree), node + 4))]
    at = min(node, 3)
    best: tuple[int, Group] | None = None
    for start in range(at + 1):
        for end in range(at + 1, len(around) + 1):
            group = words.heads.get(tuple(around[start:end]))
            if group and (best is None or end - start > best[0]):
                best = (end - start, group)
    if best and best[0] == 1 and (group := _modified_strongly(tree, node, words, best[1])):
        return group
    return best[1] if best else None


def _modified_strongly(tree: Tree, node: int, words: ActorWords, own: Group) -> Group | None:
    """A neutral head ("people") takes the class of its modifier ("armed")."""
    if tree[node].lemma not in words.neutral:
        return None
    group = _modified(tree, node, words)
    return group if group not in {"unknown", own} else None


def _modified(tree: Tree, node: int, words: ActorWords) -> Group:
    below = tree.children(node, "amod", "compound", "nmod", "acl", "flat", "nmod:poss")
    for child in below:
        if (group := words.modifiers.get(tree[child].lemma)) is not None:
            return group
    for child in below:
        if tree.is_a(child, "compound", "amod") and (group := words.heads.get((tree[child].lemma,))):
            return group
    return "unknown"


def _foreign(reading: Reading, tree: Tree, node: int, group: Group) -> Group:
    """Forces called by another country's adjective are foreign ones."""
    if group != "security_forces":
        return group
    home = home_country(reading)
    span = tree.span(node, _OUTSIDE)
    for mention in reading.annotation.places:
        if span.contains(mention.span) and mention.place.kind == "country" and home:
            return "foreign_forces" if mention.place.country != home else group
    return group


def _named_group(reading: Reading, sentence: int, node: int, words: ActorWords) -> Group | None:
    tree = reading.trees[sentence]
    token = tree[node]
    name = next((n for n in reading.annotation.names if n.span.contains(token.span)), None)
    place = next(
        (p for p in reading.annotation.places if p.span.contains(token.span) and not p.adjective), None
    )
    if place and (name is None or name.kind == "place" or place.span.contains(name.span)):
        return _place_group(reading, tree, node, place.place, words)
    if name and name.kind == "person":
        return _titled(reading, name, words)
    if name and name.kind == "organisation":
        return _organisation(name, words)
    return None


def _place_group(reading: Reading, tree: Tree, node: int, place: Place, words: ActorWords) -> Group | None:
    """A country acts through its state, a capital that does something stands for its government."""
    ours: Group = "authorities" if place.country == home_country(reading) else "foreign_state"
    if place.kind == "country":
        return ours
    acts = tree[node].relation in {"nsubj", "obl:agent"}
    if acts and load_actors().find_government(fold_name(place.name)) is not None:
        return ours
    return None if _phrase_group(tree, node, words) else "infrastructure"


def _titled(reading: Reading, name: Name, words: ActorWords) -> Group | None:
    """Class of a person from the title at any mention of the same name."""
    titles = [other.title for other in reading.annotation.names if other.name == name.name and other.title]
    for title in titles:
        lemmas = tuple(title.lower().split())
        for size in range(len(lemmas), 0, -1):
            for start in range(len(lemmas) - size + 1):
                if group := words.heads.get(lemmas[start : start + size]):
                    return group
    return None if not titles else "authorities"


def _organisation(name: Name, words: ActorWords) -> Group:
    for word in f"{name.text} {name.name}".lower().replace("-", " ").split():
        if group := words.organisations.get(word.strip("«»\"'“”(),.")):
            return group
    whole = tuple(name.text.lower().split())
    return words.heads.get(whole, "organisation")


def _proper_name(reading: Reading, span: Span) -> str:
    inside = [n for n in reading.annotation.names if span.contains(n.span) and n.kind != "place"]
    return inside[0].name if inside else ""


def find_antecedent(reading: Reading, sentence: int, node: int) -> tuple[int, int] | None:
    """Return sentence and node of the noun that a pronoun stands for, or `None`.

    A relative pronoun stands for the noun that its clause hangs on. A personal
    one takes the nearest subject before it that names persons and agrees in
    number as far as the forms tell, in this sentence or up to three back.
    """
    tree = reading.trees[sentence]
    if (noun := relative_antecedent(tree, node)) is not None:
        return sentence, noun
    plural = _is_plural(tree, node)
    for at in range(sentence, max(-1, sentence - _LOOKBACK - 1), -1):
        for candidate in _candidates(reading.trees[at], node if at == sentence else None):
            if _is_person(reading, at, candidate) and _is_plural(reading.trees[at], candidate) == plural:
                return at, candidate
    return None


def relative_antecedent(tree: Tree, node: int) -> int | None:
    """Return the noun that the relative clause of a pronoun hangs on, or `None`."""
    clause = tree.clause(node)
    relative = tree[clause].relation == "acl:relcl" and tree[node].relation != "nmod:poss"
    return tree.head(clause) if relative else None


def _candidates(tree: Tree, before: int | None) -> Iterator[int]:
    limit = len(tree) if before is None else before
    nouns = [n for n in range(limit) if tree[n].pos in {"NOUN", "PROPN"}]
    subjects = [n for n in nouns if tree.is_a(n, "nsubj")]
    yield from reversed(subjects)
    yield from (n for n in reversed(nouns) if n not in subjects and tree.is_a(n, "obj", "obl", "nmod"))


def _is_person(reading: Reading, sentence: int, node: int) -> bool:
    return _group(reading, sentence, node, depth=_DEEPEST) not in {"unknown", "infrastructure"}


def _is_plural(tree: Tree, node: int) -> bool:
    return tree[node].feature("Number") == "Plur" or bool(tree.children(node, "conj"))


@cache
def _home(countries: tuple[str, ...]) -> str:
    ranked = sorted(set(countries), key=lambda c: (-countries.count(c), c))
    return ranked[0] if ranked else ""


def home_country(reading: Reading) -> str:
    """Return the country that a document speaks of most, ISO 3166-1, or an empty string."""
    return _home(tuple(m.place.country for m in reading.annotation.places if m.place.country))


def mark_scare_quotes(party: Party | None, quotes: Sequence[Span]) -> Party | None:
    """Return the party with `scare_quotes` set if its words hold or stand in such quotes."""
    if party is None or party.span is None or party.scare_quotes:
        return party
    if not any(party.span.overlaps(quote) for quote in quotes):
        return party
    return Party(party.text, party.group, scare_quotes=True, span=party.span, name=party.name)
