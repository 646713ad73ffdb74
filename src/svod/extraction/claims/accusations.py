"""Accusations: somebody is blamed, named as the culprit, or denies it."""

from collections.abc import Iterator

from svod.extraction.claims.parts import clause_span, complements, distinct, party_or_none, words_of
from svod.extraction.claims.words import ClaimWords, find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import AccusationClaim, Modality, Polarity, cover


def find_accusations(reading: Reading) -> Iterator[Finding]:
    """Yield the accusations of a document in text order, denials among them."""
    words = load_claim_words(reading.language.tag)
    return distinct(_all(reading, words))


def _all(reading: Reading, words: ClaimWords) -> Iterator[Finding]:
    for sentence, tree in enumerate(reading.trees):
        if tree.sentence.parsed:
            for node in range(len(tree)):
                yield from _at(reading, sentence, node, words)


def _at(reading: Reading, sentence: int, node: int, words: ClaimWords) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    subject = find_subject(tree, node) if tree[node].pos in {"VERB", "AUX", "ADJ", "NOUN"} else None
    passive = is_passive(tree, node)
    blamed = subject if passive else tree.child(node, "obj")
    accuser = None if passive else subject
    if (used := find_phrase(tree, node, words.accuse_verbs)) is not None:
        if blamed is None and not passive:
            blamed = _marked(tree, used)
        yield _finding(reading, sentence, node, used, accuser, blamed)
    elif (used := find_phrase(tree, node, words.suspect_verbs)) is not None:
        if complements(tree, node, (*used, *(() if blamed is None else (blamed,)))):
            yield _finding(reading, sentence, node, used, accuser, blamed, modality="uncertain")
    elif (used := find_phrase(tree, node, words.denial_verbs)) is not None:
        yield _finding(reading, sentence, node, used, None, subject, polarity="denied")
    elif (used := find_phrase(tree, node, words.not_us)) is not None:
        polarity = "denied" if _is_negated(tree, node) else "affirmed"
        yield _finding(reading, sentence, node, used, None, subject, polarity=polarity)
    elif (used := find_phrase(tree, node, words.guilt_words)) is not None:
        yield _finding(reading, sentence, node, used, None, subject)
    elif (used := find_phrase(tree, node, words.call_verbs)) is not None:
        if _is_labelled(tree, node, words):
            yield _finding(reading, sentence, node, used, accuser, blamed)
    elif _is_label(tree, node, words) and subject is not None:
        yield _finding(reading, sentence, node, (node,), None, subject)
    elif (used := find_phrase(tree, node, words.accuse_nouns)) is not None:
        yield from _named(reading, sentence, node, used)


def _marked(tree: Tree, used: tuple[int, ...]) -> int | None:
    marker = next((n for n in reversed(used[1:]) if tree.is_a(n, "case")), None)
    return None if marker is None else tree.head(marker)


def _is_labelled(tree: Tree, node: int, words: ClaimWords) -> bool:
    below = tree.children(node, "xcomp", "obl", "obj", "ccomp", "iobj", "conj")
    near = {m for n in below for m in (n, *tree.children(n, "conj", "amod", "nmod", "compound"))}
    return any(find_phrase(tree, n, words.labels) is not None for n in near)


def _is_label(tree: Tree, node: int, words: ClaimWords) -> bool:
    """A noun of blame that is said of a subject: "they are terrorists"."""
    predicate = tree[node].pos in {"NOUN", "PROPN"} and tree.child(node, "nsubj") is not None
    return predicate and find_phrase(tree, node, words.labels) is not None


def _is_negated(tree: Tree, node: int) -> bool:
    near = (node, *tree.children(node))
    return any(tree[n].lemma in {"not", "nothing", "no", "не", "никакой", "ни"} for n in near) or any(
        tree[m].lemma in {"no", "nothing", "никакой", "не"} for n in near for m in tree.children(n)
    )


def _named(reading: Reading, sentence: int, node: int, used: tuple[int, ...]) -> Iterator[Finding]:
    """A noun of blame with its own complement: "accusations of fraud against the mayor"."""
    tree = reading.trees[sentence]
    against = next(
        (
            child
            for child in tree.children(node, "nmod", "obl")
            if {tree[n].lemma for n in tree.children(child, "case")} & {"against", "на", "против", "в"}
        ),
        None,
    )
    if complements(tree, node, used):
        yield _finding(reading, sentence, node, used, None, against)


def _finding(
    reading: Reading,
    sentence: int,
    node: int,
    used: tuple[int, ...],
    by: int | None,
    against: int | None,
    *,
    polarity: Polarity | None = None,
    modality: Modality | None = None,
) -> Finding:
    tree = reading.trees[sentence]
    taken = (*used, *(n for n in (by, against) if n is not None))
    parts = complements(tree, node, taken)
    quote = clause_span(tree, node, *parts[:1])
    if against is not None and against in tree.subtree(node):
        quote = cover(quote, tree.span(against, ("acl:relcl", "punct", "appos")))
    text = reading.annotation.document.text
    return Finding(
        claim=AccusationClaim(
            by=party_or_none(reading, sentence, by),
            against=party_or_none(reading, sentence, against),
            content=words_of(reading, tree, parts[0]) if parts else quote.of(text),
        ),
        sentence=sentence,
        node=node,
        quote=quote,
        rule=f"accusation: “{' '.join(tree[n].lemma for n in used)}”",
        trigger=cover(*(tree[n].span for n in used)),
        polarity=polarity,
        modality=modality,
    )
