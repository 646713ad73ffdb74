"""Demands: somebody wants something, is against something, or names a grievance."""

from collections.abc import Iterator

from svod.extraction.claims.parts import (
    clause_span,
    complements,
    distinct,
    party_or_none,
    span_of,
    with_group,
    words_of,
)
from svod.extraction.claims.words import ClaimWords, find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import DemandClaim, Party, Span, cover


def find_demands(reading: Reading) -> Iterator[Finding]:
    """Yield the demands of a document in text order, one for each thing demanded."""
    words = load_claim_words(reading.language.tag)
    return distinct(_all(reading, words))


def _all(reading: Reading, words: ClaimWords) -> Iterator[Finding]:
    listing = False
    for sentence, tree in enumerate(reading.trees):
        if not tree.sentence.parsed:
            continue
        listed = listing and _is_item(reading, tree)
        if listed:
            yield _item(reading, sentence)
        for node in range(len(tree)):
            yield from _at(reading, sentence, node, words)
        listing = listed or _opens_list(reading, tree, words)


def _at(reading: Reading, sentence: int, node: int, words: ClaimWords) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    if tree[node].pos in {"VERB", "AUX"}:
        if (used := find_phrase(tree, node, words.demand_verbs)) is not None:
            by = None if is_passive(tree, node) else find_subject(tree, node)
            yield from _demanded(reading, sentence, node, used, by)
        elif (used := find_phrase(tree, node, words.against_verbs)) is not None:
            yield from _against(reading, sentence, node, used, find_subject(tree, node), words)
        elif (used := find_phrase(tree, node, words.complaint_verbs)) is not None:
            yield from _demanded(reading, sentence, node, used, find_subject(tree, node), grievance=True)
    elif tree[node].pos in {"NOUN", "PROPN"}:
        if (used := find_phrase(tree, node, words.demand_nouns)) is not None:
            yield from _demanded(reading, sentence, node, used, _holder(tree, node))
        elif (used := find_phrase(tree, node, words.slogan_nouns)) is not None:
            yield from _slogan(reading, sentence, node)
        elif find_phrase(tree, node, words.protest_nouns) is not None:
            yield from _against(reading, sentence, node, (node,), _holder(tree, node), words)


def _demanded(
    reading: Reading,
    sentence: int,
    node: int,
    used: tuple[int, ...],
    by: int | None,
    *,
    grievance: bool = False,
) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    party = party_or_none(reading, sentence, by)
    inner = [n for n in used[1:] if tree.is_a(n, "case")]
    marked = tree.head(inner[-1]) if inner else None
    parts = tree.conjuncts(marked) if marked is not None else complements(tree, node, used)
    for position, part in enumerate(parts):
        span = clause_span(tree, node, part) if position == 0 else span_of(tree, part)
        content = words_of(reading, tree, part)
        yield _finding(
            reading, sentence, node, used, span, party, f"grievance: {content}" if grievance else content
        )


def _against(
    reading: Reading, sentence: int, node: int, used: tuple[int, ...], by: int | None, words: ClaimWords
) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    for child in tree.children(node, "obl", "nmod", "advcl", "acl", "obj"):
        marks = {tree[n].lemma for n in tree.children(child, "case", "mark")}
        bare = tree[node].pos == "VERB" and not marks and tree.is_a(child, "obj")
        if not bare and not marks & words.against_prepositions:
            continue
        party = with_group(party_or_none(reading, sentence, by), "protesters")
        span = cover(tree[node].span, span_of(tree, child))
        content = words_of(reading, tree, child)
        yield _finding(reading, sentence, node, used, span, party, f"against {content}" if bare else content)


def _slogan(reading: Reading, sentence: int, node: int) -> Iterator[Finding]:
    tree, text = reading.trees[sentence], reading.annotation.document.text
    whole = tree.sentence.span.of(text)
    at = max(whole.find(mark) for mark in (":", "«", "“", '"'))
    if at <= 0 or tree.sentence.span.start + at < tree[node].span.start:
        return
    content = whole[at:].strip(" :«»“”\".'!")
    party = with_group(party_or_none(reading, sentence, _holder(tree, node)), "protesters")
    if content:
        yield _finding(reading, sentence, node, (node,), tree.sentence.span, party, content)


def _opens_list(reading: Reading, tree: Tree, words: ClaimWords) -> bool:
    text = tree.sentence.span.of(reading.annotation.document.text).rstrip()
    opens = any(find_phrase(tree, n, words.list_nouns) is not None for n in range(len(tree)))
    follows = text.endswith(":")
    return follows and (opens or len(tree) < 4)


def _is_item(reading: Reading, tree: Tree) -> bool:
    return tree.sentence.span.of(reading.annotation.document.text)[:1] in "-–—•*·"


def _item(reading: Reading, sentence: int) -> Finding:
    tree, text = reading.trees[sentence], reading.annotation.document.text
    span = tree.sentence.span
    words = span.of(text)
    left = len(words) - len(words.lstrip("-–—•*· \t"))
    right = len(words.rstrip(" ;,."))
    item = Span(span.start + left, span.start + max(right, left + 1))
    node = next((n for n in range(len(tree)) if tree.head(n) is None), 0)
    return Finding(
        DemandClaim(None, item.of(text)), sentence, node, item, "demand: item of a list of demands", item
    )


def _holder(tree: Tree, node: int) -> int | None:
    """Whose demand it is: a possessor, else the subject of the verb that it hangs on."""
    for child in tree.children(node, "nmod"):
        case = {tree[n].lemma for n in tree.children(child, "case")}
        if tree[child].relation == "nmod:poss" or (not case and tree[child].feature("Case") == "Gen"):
            return child
        if case & {"of", "by", "from", "от", "со"}:
            return child
    head = tree.head(node)
    while head is not None and tree[head].pos != "VERB":
        head = tree.head(head)
    return None if head is None else find_subject(tree, head)


def _finding(
    reading: Reading,
    sentence: int,
    node: int,
    used: tuple[int, ...],
    quote: Span,
    by: Party | None,
    content: str,
) -> Finding:
    tree = reading.trees[sentence]
    return Finding(
        claim=DemandClaim(by, content),
        sentence=sentence,
        node=node,
        quote=quote,
        rule=f"demand: “{' '.join(tree[n].lemma for n in used)}”",
        trigger=cover(*(tree[n].span for n in used)),
        modality="actual",
    )
