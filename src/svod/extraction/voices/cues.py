"""Words in a sentence that tell who says what."""

from collections.abc import Iterator
from dataclasses import dataclass

from svod.extraction.tree import Tree
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.model import Span, Token, cover

_SUBJECTS = ("nsubj", "csubj")
_NEGATIONS = frozenset({"not", "n't", "never", "не", "ни"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb, marker or noun that brings in what somebody says.

    Attributes:
        sentence: Index of the sentence.
        node: The word in it.
        span: The words of the cue without the speaker.
        kind: `say`, `opinion`, `act`, `quote`, `marker`, `noun`, `impersonal`.
        speaker: Who speaks; `None` if the cue names nobody.
        outlets: Who passes it on, nearest first.
        contents: Passages that the voice says; empty where the cue stands
            beside a quotation or points back.
        back: Whether it points back at what stands before ("this was announced by …").
    """

    sentence: int
    node: int
    span: Span
    kind: str
    speaker: Speaker | None
    outlets: tuple[Speaker, ...]
    contents: tuple[Span, ...]
    back: bool = False


def find_cues(speakers: Speakers, sentence: int) -> tuple[Cue, ...]:
    """Return the cues of a sentence in text order."""
    found = [*_verb_cues(speakers, sentence), *_marker_cues(speakers, sentence), *_noun_cues(speakers, sentence)]
    return tuple(sorted(found, key=lambda cue: (cue.span, cue.kind)))


def subject_of(tree: Tree, node: int) -> int | None:
    """Return the subject of a verb; that of the verb it is coordinated with or
    hangs on as a participle where it has none of its own.
    """
    at: int | None = node
    while at is not None:
        subject = tree.child(at, *_SUBJECTS)
        if subject is not None:
            return subject
        if tree[at].relation not in {"conj", "advcl", "xcomp", "parataxis"} or (at != node and tree[at].pos != "VERB"):
            break
        if tree[at].relation == "parataxis":
            break
        at = tree.head(at)
    return None


def _verb_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node, token in enumerate(tree.tokens):
        kind = _verb_kind(tree, node, lexicon)
        if kind and not (_is_negated(tree, node) and kind != "act"):
            cue = _verb_cue(speakers, sentence, node, kind)
            if cue:
                yield cue
        del token


def _verb_kind(tree: Tree, node: int, lexicon: VoiceLexicon) -> str:
    token = tree[node]
    if token.pos not in {"VERB", "AUX"} and token.lemma not in lexicon.verbs:
        return ""
    if token.pos in {"NOUN", "PROPN", "ADJ", "ADP"}:
        return ""
    after = tree[node + 1].lemma if node + 1 < len(tree) else ""
    if (token.lemma, after) in lexicon.act_with or (token.lemma in lexicon.act and token.lemma not in lexicon.say):
        return "act"
    if token.lemma in lexicon.say:
        return "say"
    if token.lemma in lexicon.opinion:
        return "opinion"
    if token.lemma in lexicon.quote:
        return "quote"
    return "impersonal" if token.lemma in lexicon.impersonal else ""


def _is_negated(tree: Tree, node: int) -> bool:
    return any(tree[child].lemma in _NEGATIONS for child in tree.children(node, "advmod"))


def _verb_cue(speakers: Speakers, sentence: int, node: int, kind: str) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    passive = tree.child(node, "nsubj:pass", "csubj:pass") is not None or "Voice=Pass" in tree[node].features
    if passive or tree[node].lemma.endswith(("ться", "тись")) and tree[node].lemma in lexicon.impersonal:
        return _passive_cue(speakers, sentence, node, kind)
    subject = subject_of(tree, node)
    if subject is None and tree[node].relation in {"acl", "amod"} and tree[node].feature("VerbForm") == "Part":
        subject = tree.head(node)
    speaker = _speaker(speakers, sentence, node, subject)
    outlets = _outlets(speakers, sentence, node, speaker)
    if speaker and speaker.outlet and lexicon.quote & {tree[node].lemma}:
        quoted = _quoted(speakers, sentence, node)
        if quoted:
            speaker, outlets = quoted, (speaker, *(o for o in outlets if o.voice.name != quoted.voice.name))
    if subject is None and speaker is None:
        kind = "impersonal" if kind == "say" and tree[node].lemma in lexicon.impersonal else kind
        if kind != "impersonal":
            return None
    elif speaker is None:
        return None
    contents = _contents(tree, node, kind, subject, lexicon)
    back = not contents and _points_back(tree, node, lexicon)
    return Cue(sentence, node, tree[node].span, kind, speaker, outlets, contents, back)


def _speaker(speakers: Speakers, sentence: int, node: int, subject: int | None) -> Speaker | None:
    tree = speakers.reading.trees[sentence]
    if subject is None:
        return _beside(speakers, sentence, node)
    speaker = speakers.named(sentence, subject)
    if speaker and speaker.pronoun == "relative":
        head = next((a for a in tree.ancestors(node) if tree[a].pos in {"NOUN", "PROPN"}), None)
        return speakers.named(sentence, head) if head is not None and head != node else None
    if speaker and speaker.pronoun == "nobody":
        return None
    return speaker


def _beside(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return the name right behind a verb whose subject the parser missed."""
    tree = speakers.reading.trees[sentence]
    if tree[node].feature("VerbForm") in {"Inf", "Conv"}:
        return None
    for at in range(node + 1, min(node + 4, len(tree))):
        if tree[at].pos in {"PUNCT", "VERB", "SCONJ", "ADP"} and tree[at].text not in {"«", "\"", "“"}:
            return None
        name = speakers.name_at(tree[at].span)
        if name and name.kind in {"person", "organisation"} and tree[at].feature("Case") in {"", "Nom"}:
            return speakers.of_name(name, tree, at)
    return None


def _passive_cue(speakers: Speakers, sentence: int, node: int, kind: str) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    agent = next((c for c in tree.children(node, "obl") if _is_agent(tree, c)), None)
    speaker = speakers.named(sentence, agent) if agent is not None else None
    subject = tree.child(node, "nsubj:pass", "nsubj")
    back = subject is not None and tree[subject].lemma in lexicon.back
    contents = _contents(tree, node, "say", subject, lexicon) if tree.child(node, "ccomp", "csubj") is not None else ()
    if speaker is None:
        return _impersonal_cue(tree, sentence, node, contents, lexicon)
    if not contents and not back and subject is not None and kind in {"say", "act"}:
        contents = (tree.span(node),)
    outlets = _outlets(speakers, sentence, node, speaker)
    return Cue(sentence, node, tree[node].span, kind, speaker, outlets, contents, back)


def _is_agent(tree: Tree, node: int) -> bool:
    if tree[node].relation == "obl:agent" or tree[node].feature("Case") == "Ins":
        return tree.child(node, "case") is None or tree[node].relation == "obl:agent"
    case = tree.child(node, "case")
    return case is not None and tree[case].lemma == "by"


def _impersonal_cue(
    tree: Tree, sentence: int, node: int, contents: tuple[Span, ...], lexicon: VoiceLexicon
) -> Cue | None:
    token = tree[node]
    if token.lemma not in lexicon.impersonal:
        return None
    subject = tree.child(node, "nsubj:pass", "nsubj")
    if subject is not None and tree[subject].lemma not in {"it", "это"} and tree[subject].relation != "nsubj:pass":
        return None
    if not contents:
        contents = _about(tree, node, lexicon)
    if not contents and token.lemma.endswith("ться"):
        contents = (_around(tree, node, node),)
    return Cue(sentence, node, token.span, "impersonal", None, (), contents) if contents else None


def _about(tree: Tree, node: int, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    return tuple(
        Span(tree.span(child).start, max(tree.span(child).end, tree.span(child).start))
        for child in tree.children(node, "obl", "nmod")
        if any(tree[case].lemma in lexicon.about for case in tree.children(child, "case"))
        and tree[child].lemma not in lexicon.back
    )


def _quoted(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return whose words an outlet quotes."""
    tree = speakers.reading.trees[sentence]
    for child in tree.children(node, "obj", "obl", "iobj"):
        for at in tree.subtree(child, {"acl", "acl:relcl", "ccomp"}):
            name = speakers.name_at(tree[at].span)
            if name and not speakers.is_outlet(name):
                return speakers.of_name(name, tree, at)
    return None


def _outlets(speakers: Speakers, sentence: int, node: int, speaker: Speaker | None) -> tuple[Speaker, ...]:
    """Return the outlets that somebody speaks to or on ("told AFP", "в эфире «…»")."""
    tree = speakers.reading.trees[sentence]
    found: dict[str, Speaker] = {}
    for child in tree.children(node, "obj", "iobj", "obl", "nmod"):
        for at in tree.subtree(child, {"acl", "acl:relcl", "ccomp", "advcl", "parataxis", "conj"}):
            name = speakers.name_at(tree[at].span)
            if name and speakers.is_outlet(name) and (speaker is None or name.name != speaker.voice.name):
                found.setdefault(name.name, speakers.of_name(name, tree, at))
    return tuple(found.values())


def _points_back(tree: Tree, node: int, lexicon: VoiceLexicon) -> bool:
    below = tree.children(node, "obj", "obl", "nsubj:pass", "iobj")
    return any(tree[child].lemma in lexicon.back or tree[child].text.lower() in lexicon.back for child in below)


def _contents(tree: Tree, node: int, kind: str, subject: int | None, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    if kind == "act":
        return (_whole_clause(tree, node, subject),)
    clause = next((c for c in tree.children(node, "ccomp", "csubj") if tree[c].pos != "PRON"), None)
    if clause is None and kind in {"say", "opinion"}:
        clause = tree.child(node, "xcomp") if kind == "opinion" else None
    if clause is not None and clause > node:
        return (_behind(tree, node, clause),)
    if kind == "opinion" and clause is None:
        return ()
    if clause is not None or _is_parenthesis(tree, node, subject):
        return _both_sides(tree, node, subject)
    about = _about(tree, node, lexicon)
    if about:
        return tuple(Span(span.start, _end_of_clause(tree, node)) for span in about)
    if tree[node].lemma in lexicon.clause_only or kind == "quote":
        return ()
    objects = [c for c in tree.children(node, "obj") if tree[c].lemma not in lexicon.back and tree[c].pos != "PRON"]
    return tuple(Span(tree.span(child).start, max(tree.span(child).end, _end_of_clause(tree, node))) for child in objects)


def _whole_clause(tree: Tree, node: int, subject: int | None) -> Span:
    start = min(tree[node].span.start, tree.span(subject).start if subject is not None else tree[node].span.start)
    return Span(start, _end_of_clause(tree, node))


def _behind(tree: Tree, node: int, clause: int) -> Span:
    first = min(n for n in tree.subtree(clause) if n > node)
    while first < clause and (tree[first].relation == "mark" or tree[first].pos in {"PUNCT", "SCONJ"}):
        first += 1
    return Span(tree[first].span.start, _end_of_clause(tree, node, clause))


def _end_of_clause(tree: Tree, node: int, clause: int | None = None) -> int:
    """Return where what a verb brings in ends: with the sentence, before a coordinated
    clause with a subject of its own, or with the clause where the verb is subordinate.
    """
    last = tree[-1 + len(tree)].span.end
    if any(tree[at].relation in {"advcl", "acl", "acl:relcl"} for at in (node, *tree.ancestors(node))):
        return max(tree[n].span.end for n in tree.subtree(node))
    begin = clause if clause is not None else node
    for child in tree.children(node, "conj", "parataxis"):
        if child > begin and tree.child(child, *_SUBJECTS) is not None and tree.child(child, "mark") is None:
            return _before(tree, min(tree.subtree(child)))
    return last


def _before(tree: Tree, node: int) -> int:
    """Return where the words before `node` end, without the comma and conjunction between."""
    at = node - 1
    while at > 0 and (tree[at].pos in {"PUNCT", "CCONJ"}):
        at -= 1
    return tree[at].span.end


def _is_parenthesis(tree: Tree, node: int, subject: int | None) -> bool:
    """Tell whether a verb with its subject stands beside a clause that it brings in ("…, said X")."""
    if tree[node].relation == "parataxis":
        return True
    if tree[node].relation == "advcl" and any(tree[m].lemma in {"как", "as"} for m in tree.children(node, "mark", "advmod")):
        return True
    clause = tree.child(node, "parataxis")
    if clause is None:
        return False
    group = [node] if subject is None else [node, *tree.subtree(subject)]
    return tree[clause].pos in {"VERB", "AUX", "ADJ"} and (clause < min(group) or clause > max(group))


def _both_sides(tree: Tree, node: int, subject: int | None) -> tuple[Span, ...]:
    """Return the sentence on both sides of a verb with its subject."""
    group = _group(tree, node, subject)
    first, last = tree[min(group)].span, tree[max(group)].span
    sides = (Span(tree.sentence.span.start, first.start), Span(last.end, tree.sentence.span.end))
    return tuple(side for side in sides if side.end - side.start > 3)


def _around(tree: Tree, node: int, subject: int) -> Span:
    sides = _both_sides(tree, node, subject)
    return max(sides, key=lambda side: side.end - side.start) if sides else tree.sentence.span


def _group(tree: Tree, node: int, subject: int | None) -> tuple[int, ...]:
    below = [c for c in tree.children(node, "obl", "advmod", "iobj", "aux", "mark", "obj") if abs(c - node) < 12]
    nodes = {node}
    for child in [*below, *([] if subject is None else [subject])]:
        nodes.update(tree.subtree(child, {"ccomp", "parataxis", "conj"}))
    return tuple(sorted(nodes))


def _marker_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    tree = speakers.reading.trees[sentence]
    at = 0
    while at < len(tree):
        cue = _marker_at(speakers, sentence, at)
        if cue:
            yield cue
        at += 1


def _marker_at(speakers: Speakers, sentence: int, at: int) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    words = [token.text.lower() for token in tree.tokens]
    for marker in lexicon.markers:
        end, between = _match(tree, words, at, marker)
        if not end:
            continue
        speaker = _after_marker(speakers, sentence, end, between, tuple(marker))
        if speaker is None:
            return None
        voice_end = speaker.voice.span.end if speaker.voice.span else tree[end - 1].span.end
        cue = Span(tree[at].span.start, max(voice_end, tree[end - 1].span.end))
        relay = marker in lexicon.relay and speaker.outlet
        contents = _marked(tree, at, cue, lexicon)
        if relay:
            return Cue(sentence, at, cue, "marker", None, (speaker,), contents)
        return Cue(sentence, at, cue, "marker", speaker, (), contents)
    return None


def _match(tree: Tree, words: list[str], at: int, marker: tuple[str, ...]) -> tuple[int, list[int]]:
    """Return where a marker that begins at `at` ends (0 if none does) and what stands inside it:
    adjectives and pronouns may follow its first word.
    """
    if words[at] != marker[0]:
        return 0, []
    between: list[int] = []
    place = at + 1
    for word in marker[1:]:
        while (
            word == marker[1] and place < len(words) and words[place] != word
            and len(between) < 3 and tree[place].pos in {"ADJ", "DET", "PRON", "VERB"}
        ):
            between.append(place)
            place += 1
        if place >= len(words) or words[place] != word:
            return 0, []
        place += 1
    return place, between


def _after_marker(
    speakers: Speakers, sentence: int, end: int, between: list[int], marker: tuple[str, ...]
) -> Speaker | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node in between:
        kind = lexicon.pronouns.get(tree[node].text.lower()) or lexicon.pronouns.get(tree[node].lemma)
        if kind and kind not in {"nobody", "relative"}:
            return speakers_pronoun(tree[node], kind)
    if end < len(tree) and tree[end].pos not in {"PUNCT", "VERB", "AUX"}:
        node = _phrase_at(tree, end)
        speaker = speakers.named(sentence, node) if _is_noun(tree[node]) else None
        if speaker and speaker.pronoun != "nobody":
            return speaker
        name = next((n for n in range(end, min(end + 4, len(tree))) if speakers.name_at(tree[n].span)), None)
        if name is not None and all(tree[n].pos != "PUNCT" or tree[n].text in "«\"“" for n in range(end, name)):
            found = speakers.name_at(tree[name].span)
            return speakers.of_name(found, tree, name) if found else None
    del marker
    for node in between:
        voice = lexicon.adjectives.get(tree[node].text.lower())
        if voice:
            from svod.model import Voice

            return Speaker(Voice(voice, named=False, span=tree[node].span), "plural")
    return None


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN", "PRON", "ADJ", "X", "DET", "NUM"}


def _phrase_at(tree: Tree, first: int) -> int:
    """Return the head of the noun phrase that begins at a word."""
    at = first
    while True:
        head = tree.head(at)
        if head is None or head < first or tree[head].pos in {"VERB", "AUX"} or min(tree.subtree(head)) < first - 4:
            return at
        at = head


def speakers_pronoun(token: Token, kind: str) -> Speaker:
    """Return a pronoun as a speaker that is still to be resolved."""
    from svod.model import Voice

    return Speaker(Voice("", named=False, span=token.span), pronoun=kind)


def _marked(tree: Tree, at: int, cue: Span, lexicon: VoiceLexicon) -> tuple[Span, ...]:
    """Return the sentence, or its part behind a conjunction right before the marker."""
    place = at - 1
    while place >= 0 and at - place <= 3 and tree[place].pos in {"PUNCT", "ADV"}:
        place -= 1
    if place > 0 and at - place <= 3 and tree[place].lemma in lexicon.parting:
        return (Span(cue.end, tree.sentence.span.end),)
    start, end = tree.sentence.span.start, tree.sentence.span.end
    sides = (Span(start, cue.start), Span(cue.end, end))
    return tuple(side for side in sides if side.end - side.start > 3)


def _noun_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node, token in enumerate(tree.tokens):
        if token.lemma not in lexicon.content_nouns | lexicon.content_of or token.pos not in {"NOUN", "SCONJ"}:
            continue
        clause = next((c for c in tree.children(node, "acl", "ccomp") if tree.child(c, "mark") is not None), None)
        contents: tuple[Span, ...] = ()
        if clause is not None:
            contents = (tree.span(clause),)
        elif token.lemma in lexicon.content_of:
            contents = _about(tree, node, lexicon)
        head = tree.head(node)
        if not contents or (head is not None and tree[head].lemma in lexicon.verbs and tree[node].relation != "nsubj"):
            continue
        speaker = speakers._owner(sentence, node)
        if speaker and speaker.pronoun != "source":
            yield Cue(sentence, node, token.span, "noun", speaker, (), contents)


__all__ = ["Cue", "cover", "find_cues", "subject_of"]
