"""Retellings: accounts that say of themselves that they retell another, or name another as their source."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

from svod.fusion.origins import canonical
from svod.model import Derivation, Document, Mention, Passage, Span, Statement, edtf

# An account tells in its first words, or in its last, whose account it is.
_HEAD = 400
_TAIL = 200
# Letters that inflection may change at the end of a name of more than five.
_ENDING = 3
_LONG = _ENDING + 2

_WORD = re.compile(r"\w+")
_GAP = r"\W+"
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.](?=\S)[^.!?…\n]+)*")


def find_retold(documents: Mapping[str, Document], mentions: Iterable[Mention]) -> tuple[Derivation, ...]:
    """Return what each account says it retells, by document and source.

    Only publishers of the case are looked for. Which of their accounts is meant
    is told where one alone was published by then, or on the day that the words
    give. A reprint retells nothing of its own.
    """
    published = {d.source.name for d in documents.values() if d.source.named}
    names = {name: pattern for name in published if (pattern := _name(name))}
    times = _times(mentions)
    found = (
        Derivation(document.id, "retelling", name, _meant(name, words, documents, times), words, ())
        for _, document in sorted(documents.items())
        if document.reprint_of not in documents
        for name, words in _told(document, names)
    )
    return tuple(sorted(found, key=lambda d: (d.document, d.source)))


def retold_sources(retold: Iterable[Derivation]) -> dict[str, str]:
    """Return document → who stands behind all that it says in its own voice: the one source that it retells."""
    sources: dict[str, set[str]] = defaultdict(set)
    for one in retold:
        sources[one.document].add(one.source)
    return {document: min(found) for document, found in sources.items() if len(found) == 1}


def find_citations(
    documents: Mapping[str, Document],
    mentions: Iterable[Mention],
    statements: Iterable[Statement],
    names: Mapping[str, str],
) -> Iterator[Derivation]:
    """Yield one derivation for each publisher of the case that another account names for some of what it says."""
    times = _times(mentions)
    sources = {canonical(d.source.name, names): d.source.name for d in documents.values() if d.source.named}
    first: dict[tuple[str, str], Span] = {}
    for said in statements:
        for voice in said.voice:
            name = sources.get(canonical(voice.name, names)) if voice.named and voice.span else None
            if name is not None and voice.span is not None:
                at = (said.citation.document, name)
                first[at] = min(first.get(at, voice.span), voice.span)
    for (key, name), span in sorted(first.items()):
        document = documents.get(key)
        if document is not None and document.source.name != name:
            words = _sentence_of(document.text, span)
            passage = Passage(key, words, words.of(document.text))
            yield Derivation(key, "citation", name, _meant(name, passage, documents, times), passage, ())


def _told(document: Document, names: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[str, Passage]]:
    """Yield each source that the account says it retells, with the sentence that says so."""
    text = document.text
    for sentence in _SENTENCE.finditer(text):
        near = sentence.start() < _HEAD or sentence.end() > len(text) - _TAIL
        cue = _CUES.search(sentence[0]) if near else None
        if cue is not None:
            for name, pattern in sorted(names.items()):
                if name != document.source.name and pattern.search(sentence[0]):
                    span = _trimmed(text, Span(*sentence.span()))
                    yield name, Passage(document.id, span, span.of(text))


def _meant(
    name: str, words: Passage, documents: Mapping[str, Document], times: Mapping[str, Sequence[Mention]]
) -> str | None:
    """Return the account of a publisher that the words go back to, if it can be no other."""
    told = {m.value for m in times.get(words.document, ()) if words.span.contains(m.span)}
    last = edtf.days(documents[words.document].published)[1]
    able = [
        d
        for d in documents.values()
        if d.source.name == name and d.id != words.document and edtf.days(d.published)[0] <= last
    ]
    dated = [d for d in able if d.published in told] or able
    return dated[0].id if len(dated) == 1 else None


def _times(mentions: Iterable[Mention]) -> Mapping[str, Sequence[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "time":
            found[mention.document].append(mention)
    return found


def _sentence_of(text: str, span: Span) -> Span:
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= span.start < sentence.end():
            return _trimmed(text, Span(*sentence.span()))
    return span


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _name(name: str) -> re.Pattern[str] | None:
    """Return what finds a name in a text, in any form."""
    words = [_in_any_form(word) for word in _WORD.findall(name)]
    return re.compile(rf"\b{_GAP.join(words)}\b", re.IGNORECASE) if words else None


def _in_any_form(word: str) -> str:
    if len(word) > _LONG:
        return re.escape(word[:-_ENDING]) + r"\w*"
    return re.escape(word) + ("" if word.isascii() else rf"\w{{0,{_ENDING}}}")


def _load_cues() -> re.Pattern[str]:
    table = tomllib.loads(files("svod.fusion").joinpath("retelling.toml").read_text("utf-8"))
    cues = sorted(cue for language in sorted(table) for cue in table[language])
    phrases = (r"\s+".join(re.escape(word).replace(r"\~", r"\w*") for word in cue.split()) for cue in cues)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


_CUES = _load_cues()
