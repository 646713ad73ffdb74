"""Verbs of saying with their speakers."""

from collections.abc import Iterator

from svod.extraction.tree import Tree
from svod.extraction.voices.cues import Cue
from svod.extraction.voices.extent import (
    SUBJECTS,
    about_spans,
    both_sides,
    clause_below,
    contents_of,
    is_parenthesis,
)
from svod.extraction.voices.lexicon import VoiceLexicon
from svod.extraction.voices.speaker import Speaker, Speakers
from svod.model import Span

_NEGATIONS = frozenset({"not", "n't", "never", "не", "ни", "n’t"})
_APPOSITION = 18  # words from a post to the name of who holds it: "the head of … of the … region, N. N."
_PARTS = ("obj", "obl", "advmod", "nmod", "compound:lvc")
"""Relations of the nouns that make a phrase of saying with their verb."""
_DOWN = ("acl", "acl:relcl", "ccomp", "advcl", "parataxis", "conj")


def find_verb_cues(speakers: Speakers, sentence: int) -> Iterator[Cue]:
    """Yield the verbs of saying in a sentence, in text order."""
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for node in range(len(tree)):
        kind = _kind(tree, node, lexicon)
        if kind and (kind == "act" or not _is_negated(tree, node)):
            cue = _passive(speakers, sentence, node, kind) if _is_passive(tree, node, lexicon) else None
            cue = cue or _active(speakers, sentence, node, kind)
            if cue:
                yield cue


def subject_of(tree: Tree, node: int) -> int | None:
    """Return the subject of a verb; that of the verb it is coordinated with or
    hangs on as a participle where it has none of its own.
    """
    at: int | None = node
    while at is not None:
        subject = tree.child(at, *SUBJECTS)
        if (subject is not None and not tree.is_a(subject, "nsubj:pass")) or (
            at == node and subject is not None
        ):
            return subject
        if tree[at].relation not in {"conj", "advcl", "xcomp"}:
            break
        at = tree.head(at)
    return None


def _kind(tree: Tree, node: int, lexicon: VoiceLexicon) -> str:
    token = tree[node]
    if token.pos not in {"VERB", "AUX"} or (
        token.feature("Person") == "1" and token.feature("Mood") != "Ind"
    ):
        return ""
    if node and tree[node - 1].pos == "ADP" and token.feature("VerbForm") in {"Part", "Ger"}:
        return ""  # "without warning" is nobody's speech
    below = {tree[child].lemma for child in tree.children(node, *_PARTS)}
    after = tree[node + 1].lemma if node + 1 < len(tree) else ""
    if any(verb == token.lemma and noun in below | {after} for verb, noun in lexicon.act_with):
        return "act"
    if any(verb == token.lemma and noun in below for verb, noun in lexicon.phrases):
        return "say"
    kinds = (
        ("say", lexicon.say),
        ("act", lexicon.act),
        ("opinion", lexicon.opinion),
        ("quote", lexicon.quote),
        ("impersonal", lexicon.impersonal),
    )
    return next((kind for kind, words in kinds if token.lemma in words), "")


def _is_negated(tree: Tree, node: int) -> bool:
    return any(tree[child].lemma in _NEGATIONS for child in tree.children(node, "advmod"))


def _is_passive(tree: Tree, node: int, lexicon: VoiceLexicon) -> bool:
    token = tree[node]
    passive = (
        tree.child(node, "nsubj:pass", "csubj:pass", "aux:pass") is not None
        or token.feature("Voice") == "Pass"
    )
    return passive or (token.lemma.endswith(("ться", "тись")) and token.lemma in lexicon.impersonal)


def _active(speakers: Speakers, sentence: int, node: int, kind: str) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    if _is_passive(tree, node, lexicon):
        return None
    subject = subject_of(tree, node)
    speaker = _speaker(speakers, sentence, node, subject)
    if speaker is None:
        return None if subject is not None else _impersonal(speakers, sentence, node)
    outlets = _outlets(speakers, sentence, node, speaker)
    if tree[node].lemma in lexicon.quote and speaker.outlet:
        quoted = _quoted(speakers, sentence, node)
        if quoted:
            speaker, outlets = quoted, (speaker, *(o for o in outlets if o.voice.name != quoted.voice.name))
    contents = contents_of(tree, node, kind, subject, lexicon)
    return Cue(
        sentence, node, tree[node].span, kind, speaker, outlets, contents, _points_back(tree, node, lexicon)
    )


def _speaker(speakers: Speakers, sentence: int, node: int, subject: int | None) -> Speaker | None:
    tree = speakers.reading.trees[sentence]
    if subject is None:
        return (
            _participle(speakers, sentence, node)
            or _beside(speakers, sentence, node)
            or _from_where(speakers, sentence, node)
        )
    apposed = _apposed(speakers, sentence, node, subject)
    if apposed:
        return apposed
    speaker = speakers.named(sentence, subject)
    if speaker and speaker.pronoun == "relative":
        head = next((a for a in tree.ancestors(node) if tree[a].pos in {"NOUN", "PROPN"}), None)
        return speakers.named(sentence, head) if head is not None else None
    return None if speaker and speaker.pronoun == "nobody" else speaker


def _apposed(speakers: Speakers, sentence: int, node: int, subject: int) -> Speaker | None:
    """Return the person who stands behind the subject in its own case, or between commas
    right before the verb, whatever the parser hangs it on.
    """
    tree = speakers.reading.trees[sentence]
    if speakers.name_at(tree[subject].span) or tree[subject].pos == "PRON":
        return None
    case = tree[subject].feature("Case")
    for at in range(subject + 1, min(len(tree), subject + _APPOSITION)):
        token = tree[at]
        name = speakers.name_at(token.span)
        if name and name.kind == "person":
            closed = tree[at - 1].text == "," and any(
                tree[n].text == "," and n < node for n in range(at, min(at + 5, len(tree)))
            )
            agrees = case == "Nom" == token.feature("Case") and tree[subject].lemma in speakers.lexicon.people
            return speakers.of_name(name, tree, at) if agrees or (closed and at < node) else None
        if token.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} or (case and token.pos == "PUNCT"):
            return None
    return None


def _participle(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return the noun that a participle of saying hangs on ("leaders calling him a …")."""
    tree = speakers.reading.trees[sentence]
    head = tree.head(node)
    if head is None or tree[node].relation not in {"acl", "amod"} or tree[head].pos not in {"NOUN", "PROPN"}:
        return None
    return speakers.named(sentence, head)


def _beside(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return the name right behind a verb whose subject the parser missed."""
    tree = speakers.reading.trees[sentence]
    if tree[node].feature("VerbForm") in {"Inf", "Conv"}:
        return None
    for at in range(node + 1, min(node + 4, len(tree))):
        if tree[at].pos in {"PUNCT", "VERB", "SCONJ", "ADP"} and tree[at].text not in {"«", '"', "“"}:
            return None
        name = speakers.name_at(tree[at].span)
        if name and name.kind in {"person", "organisation"} and tree[at].feature("Case") in {"", "Nom"}:
            return speakers.of_name(name, tree, at)
    return None


def _from_where(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return the body in whose name an unnamed plural speaks ("в мэрии сообщили")."""
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    if tree[node].feature("Number") != "Plur" or tree[node].feature("VerbForm") not in {"Fin", ""}:
        return None
    for child in tree.children(node, "obl", "nmod"):
        case = tree.child(child, "case")
        if case is None or tree[case].lemma not in lexicon.speak_from:
            continue
        name = speakers.name_at(tree[child].span)
        if (name and name.kind == "organisation") or tree[
            child
        ].lemma in lexicon.bodies | lexicon.transparent:
            return speakers.named(sentence, child)
    return None


def _passive(speakers: Speakers, sentence: int, node: int, kind: str) -> Cue | None:
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    agent = next((c for c in tree.children(node, "obl") if _is_agent(tree, c)), None)
    speaker = speakers.named(sentence, agent) if agent is not None else None
    if speaker is None:
        return _impersonal(speakers, sentence, node)
    subject = tree.child(node, "nsubj:pass", "nsubj")
    back = subject is not None and tree[subject].lemma in lexicon.back
    clause = clause_below(tree, node, lexicon)
    contents: tuple[Span, ...] = ()
    if clause is not None:
        contents = contents_of(tree, node, "say", subject, lexicon)
    elif not back and subject is not None and tree[node].lemma in lexicon.say - lexicon.clause_only:
        contents = (tree.span(node),)
    if kind == "act" and not contents:
        return None
    return Cue(
        sentence,
        node,
        tree[node].span,
        kind,
        speaker,
        _outlets(speakers, sentence, node, speaker),
        contents,
        back,
    )


def _is_agent(tree: Tree, node: int) -> bool:
    if tree[node].relation == "obl:agent":
        return True
    case = tree.child(node, "case")
    return tree[case].lemma == "by" if case is not None else tree[node].feature("Case") == "Ins"


def _impersonal(speakers: Speakers, sentence: int, node: int) -> Cue | None:
    """Return a verb of being told; the source that it names, if any, is the speaker."""
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    token = tree[node]
    bare = tree.child(node, "aux:pass") is None and token.feature("Variant") != "Short"
    if token.lemma not in lexicon.impersonal or token.feature("VerbForm") in {"Inf", "Conv"}:
        return None
    if token.feature("VerbForm") == "Part" and bare:
        return None
    subject = tree.child(node, "nsubj:pass", "nsubj")
    if (
        subject is not None
        and tree[subject].pos != "PRON"
        and tree[subject].lemma not in lexicon.source_nouns
    ):
        return None
    if not token.lemma.endswith(("ться", "тись")) and subject is None and token.feature("Number") != "Plur":
        return None
    clause = clause_below(tree, node, lexicon)
    contents = (
        contents_of(tree, node, "say", subject, lexicon)
        if clause is not None
        else about_spans(tree, node, lexicon)
    )
    if not contents and is_parenthesis(tree, node, subject, lexicon):
        contents = both_sides(tree, node, subject)
    if not contents:
        return None
    return Cue(
        sentence, node, token.span, "impersonal", _source(speakers, sentence, node, subject), (), contents
    )


def _source(speakers: Speakers, sentence: int, node: int, subject: int | None) -> Speaker | None:
    """Return whose statement it is that "says" something ("в заявлении X говорится")."""
    tree, lexicon = speakers.reading.trees[sentence], speakers.lexicon
    for child in (*tree.children(node, "obl", "nmod"), *([] if subject is None else [subject])):
        if tree[child].lemma in lexicon.source_nouns:
            return speakers.named(sentence, child)
    return None


def _quoted(speakers: Speakers, sentence: int, node: int) -> Speaker | None:
    """Return whose words an outlet quotes."""
    tree = speakers.reading.trees[sentence]
    for child in tree.children(node, "obj", "obl", "iobj"):
        for at in tree.subtree(child, {"acl", "acl:relcl", "ccomp"}):
            name = speakers.name_at(tree[at].span)
            if name and (name.kind == "person" or not speakers.is_outlet(name)):
                return speakers.of_name(name, tree, at)
    return None


def _outlets(speakers: Speakers, sentence: int, node: int, speaker: Speaker) -> tuple[Speaker, ...]:
    """Return the outlets that somebody speaks to or on ("told AFP", "в эфире «…»")."""
    tree = speakers.reading.trees[sentence]
    found: dict[str, Speaker] = {}
    for child in tree.children(node, "obj", "iobj", "obl", "nmod"):
        for at in tree.subtree(child, _DOWN):
            name = speakers.name_at(tree[at].span)
            if name and speakers.is_outlet(name) and name.name != speaker.voice.name:
                found.setdefault(name.name, speakers.of_name(name, tree, at))
    return tuple(found.values())


def _points_back(tree: Tree, node: int, lexicon: VoiceLexicon) -> bool:
    for child in tree.children(node, "obj", "obl", "nsubj:pass", "iobj"):
        words = {tree[n].lemma for n in (child, *tree.children(child, "det", "amod"))}
        cases = {tree[n].lemma for n in tree.children(child, "case")}
        if cases and not cases & lexicon.about and tree[child].lemma in lexicon.back:
            continue
        if words & lexicon.back and clause_below(tree, node, lexicon) is None:
            return True
    return False
