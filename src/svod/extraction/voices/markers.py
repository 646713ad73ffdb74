"""Markers such as "according to", and nouns such as "reports that"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from svod.extraction.tree import Tree
from svod.extraction.voices.cues import Cue
from svod.extraction.voices.extent import about_spans, clause_below
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.model import Span, Token, Voice

_INSIDE = frozenset({"ADJ", "DET", "PRON", "VERB"})  # what may stand between the words of a marker
_OPENING = frozenset("«\"“‘'")


def find_marker_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    """Yield the markers in a sentence that name a voice, in text order."""
    tree = speakers.reading.trees[sentence]
    words = [token.text.lower() for token in tree.tokens]
    for at, word in enumerate(words):
        for marker in _by_first(speakers.lexicon.markers).get(word, ()):
            end, between = _match(tree, words, at, marker)
            if end:
                cue = _marker_cue(speakers, sentence, range(at, end), between, marker)
                if cue:
                    yield cue
                break


@cache
def _by_first(markers: tuple[tuple[str, ...], ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    rows: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for marker in markers:
        rows[marker[0]].append(marker)
    return {first: tuple(row) for first, row in rows.items()}


def find_noun_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    """Yield the nouns in a sentence that bring in a clause or an event, in text order."""
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node, token in enumerate(tree.tokens):
        if token.lemma not in lexicon.content_nouns | lexicon.content_of or token.pos not in {
            "NOUN",
            "PROPN",
        }:
            continue
        contents = _content_of_noun(tree, node, lexicon)
        head = tree.head(node)
        told = head is not None and tree[head].lemma in lexicon.verbs | lexicon.impersonal
        if not contents or told:
            continue
        speaker = _place_of(speakers, sentence, head) or speakers.owner(sentence, node)
        if speaker and speaker.voice.name:
            yield Cue(sentence, node, token.span, "noun", replace(speaker, pronoun=""), (), contents)


def _content_of_noun(tree: Tree, node: int, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    clause = next((c for c in tree.children(node, "acl", "ccomp") if tree.child(c, "mark") is not None), None)
    clause = clause if clause is not None else clause_below(tree, node, lexicon)
    if clause is not None:
        return (tree.span(clause),)
    return about_spans(tree, node, lexicon) if tree[node].lemma in lexicon.content_of else ()


def _place_of(speakers: Speakers, sentence: int, head: int | None) -> Speaker | None:
    """Return where a report appeared ("в СМИ появилась информация о …")."""
    if head is None:
        return None
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for child in tree.children(head, "obl"):
        case = tree.child(child, "case")
        if (
            case is not None
            and tree[case].lemma in lexicon.speak_from
            and tree[child].lemma in lexicon.bodies | lexicon.outlets
        ):
            return speakers.named(sentence, child)
    return None


def _marker_cue(
    speakers: Speakers, sentence: int, at: range, between: Sequence[int], marker: tuple[str, ...]
) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    speaker = _after_marker(speakers, sentence, at.stop, between)
    if speaker is None:
        return None
    voice_end = speaker.voice.span.end if speaker.voice.span else 0
    cue = Span(tree[at.start].span.start, max(voice_end, tree[at.stop - 1].span.end))
    contents = _marked(tree, at.start, cue, lexicon)
    kind = "citing" if marker in lexicon.citing else "marker"
    if marker in lexicon.relay and speaker.outlet:
        return Cue(sentence, at.start, cue, kind, None, (speaker,), contents)
    return Cue(sentence, at.start, cue, kind, speaker, (), contents)


def _match(tree: Tree, words: Sequence[str], at: int, marker: tuple[str, ...]) -> tuple[int, list[int]]:
    """Return where a marker that begins at `at` ends (0 if none does) and what stands inside it:
    adjectives and pronouns may follow its first word.
    """
    if words[at] != marker[0]:
        return 0, []
    between: list[int] = []
    place = at + 1
    for number, word in enumerate(marker[1:]):
        while (
            not number
            and place < len(words)
            and words[place] != word
            and tree[place].pos in _INSIDE
            and len(between) < 3
        ):
            between.append(place)
            place += 1
        if place >= len(words) or words[place] != word:
            return 0, []
        place += 1
    return place, between


def _after_marker(speakers: Speakers, sentence: int, end: int, between: Sequence[int]) -> Speaker | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node in between:
        kind = lexicon.pronouns.get(tree[node].text.lower()) or lexicon.pronouns.get(
            tree[node].lemma, "nobody"
        )
        if kind not in {"nobody", "relative"}:
            return Speaker(Voice("", named=False, span=tree[node].span), pronoun=kind)
    if end < len(tree) and (tree[end].pos not in {"PUNCT", "VERB", "AUX"} or tree[end].text in _OPENING):
        speaker = _phrase(speakers, sentence, end)
        if speaker:
            return speaker
    for node in between:
        voice = lexicon.adjectives.get(tree[node].text.lower())
        if voice:
            return Speaker(Voice(voice, named=False, span=tree[node].span), "plural")
    return None


def _phrase(speakers: Speakers, sentence: int, first: int) -> Speaker | None:
    """Return the voice that the noun phrase beginning at a word names."""
    tree = speakers.reading.trees[sentence]
    while first + 1 < len(tree) and tree[first].text in _OPENING:
        first += 1
    node = _phrase_at(tree, first)
    speaker = speakers.named(sentence, node) if _is_noun(tree[node]) else None
    name = _name_ahead(speakers, tree, first)
    if (
        name
        and (speaker is None or not speaker.voice.name or not speaker.voice.named)
        and not (speaker and speaker.pronoun)
    ):
        found = speakers.name_at(tree[name].span)
        if found and (found.kind != "place" or speaker is None):
            return speakers.of_name(found, tree, name)
    return None if speaker and speaker.pronoun == "nobody" else speaker


def _name_ahead(speakers: Speakers, tree: Tree, first: int) -> int | None:
    """Return the first word of a person's or organisation's name a few words on, before any stop."""
    places = []
    for at in range(first, min(first + 6, len(tree))):
        if (tree[at].pos == "PUNCT" and tree[at].text not in _OPENING | {"-"}) or tree[at].pos in {
            "VERB",
            "AUX",
            "ADP",
            "SCONJ",
        }:
            break
        name = speakers.name_at(tree[at].span)
        if name and name.kind in {"person", "organisation"}:
            return at
        places += [at] if name else []
    return places[0] if places else None


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "PRON", "ADJ", "X", "DET", "NUM"}


def _phrase_at(tree: Tree, first: int) -> int:
    """Return the head of the noun phrase that begins at a word."""
    at = first
    while tree[at].pos != "PRON":
        head = tree.head(at)
        if (
            head is None
            or head < first
            or tree[head].pos in {"VERB", "AUX"}
            or tree[at].relation in {"obl", "nsubj", "obj"}
        ):
            return at
        if any(tree[n].text in {",", "—", "–"} for n in range(at, head)):
            return at
        at = head
    return at


def _marked(tree: Tree, at: int, cue: Span, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    """Return the sentence, or its part behind a conjunction right before the marker."""
    place = at - 1
    while place >= 0 and at - place <= 3 and tree[place].pos in {"PUNCT", "ADV"}:
        place -= 1
    start, end = tree.sentence.span.start, tree.sentence.span.end
    clause = tree.clause(at)
    if tree[clause].relation.startswith("acl") and tree.span(clause).contains(cue):
        start, end = tree.span(clause).start, tree.span(clause).end
    if place > 0 and at - place <= 3 and tree[place].lemma in lexicon.parting:
        return (Span(cue.end, end),)
    sides = (Span(start, cue.start), Span(cue.end, end))
    return tuple(side for side in sides if side.end - side.start > 3)
