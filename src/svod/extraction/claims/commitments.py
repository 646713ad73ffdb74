"""Commitments: somebody in charge says what will be done, or orders it done."""

from collections.abc import Iterator

from svod.extraction.claims.parts import (
    clause_span,
    complements,
    distinct,
    party_or_none,
    span_of,
    words_of,
)
from svod.extraction.claims.words import ClaimWords, find_phrase, load_claim_words
from svod.extraction.events.roles import find_subject, is_passive
from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.model import CommitmentClaim, NumberMention, Party, Span, cover


def find_commitments(reading: Reading) -> Iterator[Finding]:
    """Yield the commitments of a document in text order, one for each thing promised."""
    words = load_claim_words(reading.language.tag)
    return distinct(_all(reading, words))


def _all(reading: Reading, words: ClaimWords) -> Iterator[Finding]:
    for sentence, tree in enumerate(reading.trees):
        if tree.sentence.parsed:
            for node in range(len(tree)):
                yield from _at(reading, sentence, node, words)


def _at(reading: Reading, sentence: int, node: int, words: ClaimWords) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    if tree[node].pos in {"NOUN", "PROPN"}:
        if (used := find_phrase(tree, node, words.promise_nouns)) is not None:
            yield from _promised(reading, sentence, node, used, None, words)
        return
    if tree[node].pos not in {"VERB", "AUX", "ADJ"}:
        return
    subject = find_subject(tree, node)
    if (used := find_phrase(tree, node, words.promise_verbs)) is not None:
        by = None if is_passive(tree, node) else subject
        yield from _promised(reading, sentence, node, used, by, words)
    elif (used := find_phrase(tree, node, words.order_verbs)) is not None and subject is not None:
        party = party_or_none(reading, sentence, subject)
        if party is not None and party.group in {"authorities", "foreign_state", "organisation"}:
            yield from _promised(reading, sentence, node, used, subject, words)
    elif _is_first_person_future(tree, node, subject, words):
        quote = clause_span(tree, node)
        by = party_or_none(reading, sentence, subject)
        yield _finding(
            reading, sentence, node, (node,), quote, by, quote.of(reading.annotation.document.text), words
        )


def _is_first_person_future(tree: Tree, node: int, subject: int | None, words: ClaimWords) -> bool:
    if tree[node].pos != "VERB":
        return False
    person = tree[node].feature("Person") == "1" and tree[node].feature("Tense") == "Fut"
    plural = tree[node].feature("Number") == "Plur"
    spoken = subject is not None and tree[subject].text.lower() in words.first_person
    if person and (plural or spoken):
        return True
    auxiliaries = {tree[n].text.lower() for n in tree.children(node, "aux")}
    future = bool(auxiliaries & words.future) or any(
        tree[n].feature("Tense") == "Fut" for n in tree.children(node, "aux")
    )
    return spoken and future


def _promised(
    reading: Reading,
    sentence: int,
    node: int,
    used: tuple[int, ...],
    by: int | None,
    words: ClaimWords,
) -> Iterator[Finding]:
    tree = reading.trees[sentence]
    party = party_or_none(reading, sentence, by)
    for position, part in enumerate(complements(tree, node, used)):
        quote = clause_span(tree, node, part) if position == 0 else span_of(tree, part)
        yield _finding(
            reading, sentence, node, used, quote, party, words_of(reading, tree, part), words, part
        )


def _finding(
    reading: Reading,
    sentence: int,
    node: int,
    used: tuple[int, ...],
    quote: Span,
    by: Party | None,
    content: str,
    words: ClaimWords,
    part: int | None = None,
) -> Finding:
    tree = reading.trees[sentence]
    amount = _amount(reading, quote)
    trigger = cover(*(tree[n].span for n in used))
    claim = CommitmentClaim(
        by=by,
        content=content,
        beneficiary=_beneficiary(reading, tree, node if part is None else part, words),
        amount=None if amount is None else amount.low,
        unit="" if amount is None else amount.unit,
        due=_due(reading, quote, trigger),
    )
    rule = f"commitment: “{' '.join(tree[n].lemma for n in used)}”"
    return Finding(claim, sentence, node, quote, rule, trigger, modality="planned")


def _amount(reading: Reading, quote: Span) -> NumberMention | None:
    money = (
        n
        for n in reading.annotation.numbers
        if quote.contains(n.span) and len(n.unit) == 3 and n.unit.isupper()
    )
    return next(money, None)


def _beneficiary(reading: Reading, tree: Tree, node: int, words: ClaimWords) -> str:
    for at in (node, *tree.subtree(node)):
        for child in tree.children(at, "iobj", "obl", "nmod"):
            cases = {tree[n].lemma for n in tree.children(child, "case")}
            dative = not cases and tree[child].feature("Case") == "Dat"
            if tree.is_a(child, "iobj") or dative or cases & words.benefit_prepositions:
                if tree[child].pos in {"NOUN", "PROPN", "PRON"}:
                    return words_of(reading, tree, child)
    return ""


def _due(reading: Reading, quote: Span, trigger: Span) -> str | None:
    """A time inside the promise, behind the promising word, is when it falls due."""
    times = (
        t.value
        for t in reading.annotation.times
        if quote.contains(t.span) and t.span.start > trigger.start and t.value and not t.duration
    )
    return next(times, None)
