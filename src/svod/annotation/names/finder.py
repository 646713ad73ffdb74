"""Finding names: what the model finds, put right and filled up by known actors and titles."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svod.annotation.names.binding import abbreviations, bind_names, surnames
from svod.annotation.names.bodies import PlaceAt, find_owner
from svod.annotation.names.known import Index, find_known, find_known_at, load_index
from svod.annotation.names.lexicon import NameLexicon, load_lexicon
from svod.annotation.names.persons import run_after, title_before, title_near, title_within
from svod.annotation.names.script import romanize
from svod.annotation.names.words import Word, words_of
from svod.gazetteer.actors import Actor, Body, Country, KnownActors
from svod.lang.protocol import Language
from svod.model import Name, Sentence, Span


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence being searched for names."""

    text: str
    words: tuple[Word, ...]
    model: tuple[Name, ...]
    lexicon: NameLexicon
    index: Index
    sentence: Sentence


def find_names(
    text: str, sentences: tuple[Sentence, ...], language: Language, actors: KnownActors
) -> tuple[Name, ...]:
    """Return the names of a document in text order, never overlapping.

    What the language's model finds is merged with known actors and state
    bodies, with persons told by a title before them, and with abbreviations
    that the text explains. Of two that overlap a known actor wins over the
    model unless the model's name is longer and needs no translation.

    Args:
        text: The document's text.
        sentences: As the language gives them for this text.
        language: Its plug-in.
        actors: Known actors, as `svod.gazetteer.actors.load_actors` gives them.

    Returns:
        Names whose `name` is in Latin script and the nominative, and full
        where the document gives it in full anywhere.
    """
    lexicon = load_lexicon(language)  # type: ignore[arg-type]  # plug-ins hash by identity
    index = load_index(language, lexicon, actors)  # type: ignore[arg-type]
    model = language.names(text, sentences)
    found: list[Name] = []
    for sentence in sentences:
        first = bisect_left(model, sentence.span.start, key=lambda name: name.span.end - 1)
        last = bisect_left(model, sentence.span.end, key=lambda name: name.span.start)
        inside = tuple(_trimmed(name) for name in model[first:last])
        row = _Row(text, words_of(sentence, language, lexicon), inside, lexicon, index, sentence)
        found += _in_sentence(row)
    bound = bind_names(text, found)
    return _filled(text, sentences, bound)


def _in_sentence(row: _Row) -> tuple[Name, ...]:
    places = {
        name.span.start: (_place_name(name, row), name.span.end) for name in row.model if name.kind == "place"
    }
    known = [*_known(row, places)]
    given = [_from_model(name, row, places) for name in row.model]
    merged = _merged(known, [name for name in given if name is not None], row.lexicon)
    merged = _merged_titles(merged, [*_titled(row, merged)])
    return tuple(_with_title(name, row) for name in merged)


def _known(row: _Row, places: Mapping[int, PlaceAt]) -> Iterator[Name]:
    for hit in find_known(row.text, row.words, row.index):
        target = hit.entry.target
        if isinstance(target, Actor):
            yield _named(row, hit.start, hit.end, target.name, f"known {target.kind}")
        elif isinstance(target, Body):
            owned = find_owner(row.text, row.words, hit, row.index, places)
            if owned:
                yield _named(row, owned.start, owned.end, owned.name, "state body")


def _named(row: _Row, start: int, end: int, name: str, rule: str) -> Name:
    span = Span(row.words[start].span.start, row.words[end - 1].span.end)
    return Name(span, span.of(row.text), "organisation", name, "", rule)


def _place_name(name: Name, row: _Row) -> str:
    at = _word_at(row.words, name.span.start)
    hit = find_known_at(row.text, row.words, at, row.index) if at is not None else None
    if hit and isinstance(hit.entry.target, Country) and row.words[hit.end - 1].span.end >= name.span.end:
        return hit.entry.target.name
    return romanize(name.name, row.lexicon)


def _trimmed(name: Name) -> Name:
    """Cut a bracket that the model took into a name."""
    at = name.text.find("(")
    if at < 1:
        return name
    text = name.text[:at].rstrip()
    shown = name.name.split("(")[0].strip()
    return replace(name, span=Span(name.span.start, name.span.start + len(text)), text=text, name=shown)


def _from_model(name: Name, row: _Row, places: Mapping[int, PlaceAt]) -> Name | None:
    if name.kind == "place":
        return replace(name, name=places[name.span.start][0])
    inside = [word for word in row.words if name.span.contains(word.span)]
    if not inside or name.text.islower() or all(word.key in row.lexicon.never_names for word in inside):
        return None
    if name.kind == "person" and (cut := title_within(inside, row.lexicon)):
        start = inside[cut].span.start
        shown = " ".join(_nominative(name, row).split()[cut:]) or name.name
        return replace(
            name,
            span=Span(start, name.span.end),
            text=row.text[start : name.span.end],
            name=romanize(shown, row.lexicon),
        )
    shown = _nominative(name, row) if name.kind == "person" else name.name
    return replace(name, name=romanize(shown, row.lexicon).strip("«»“”\"'"))


def _nominative(name: Name, row: _Row) -> str:
    """Return a person's name in the nominative; the model's form where its case is not told."""
    tokens = [token for token in row.sentence.tokens if name.span.overlaps(token.span)]
    if tokens and all(token.feature("Case") == "Nom" for token in tokens):
        return name.text
    if tokens and tokens[-1].feature("Gender") == "Masc" and name.name.split()[-1:] == name.text.split()[-1:]:
        ending = next((end for end in row.lexicon.masculine if name.name.endswith(end)), "")
        return name.name.removesuffix(ending) + row.lexicon.masculine.get(ending, "")
    return name.name


def _merged(known: Sequence[Name], given: Sequence[Name], lexicon: NameLexicon) -> list[Name]:
    """Join two rows of names; every overlap is settled for one side."""
    kept = [
        _absorbing(name, given, lexicon)
        for name in known
        if not any(_beats(other, name, lexicon) for other in given)
    ]
    kept += [name for name in given if not any(name.span.overlaps(other.span) for other in kept)]
    return sorted(kept, key=lambda name: name.span)


def _absorbing(known: Name, given: Sequence[Name], lexicon: NameLexicon) -> Name:
    """Return a known name with the office of it that stands right before ("пресс-служба МЧС"),
    where names have cases: there the office without its owner could not be translated.
    """
    before = next((o for o in given if o.kind == "organisation" and o.span.end + 1 == known.span.start), None)
    if before is None or not lexicon.letters:
        return known
    return replace(known, span=Span(before.span.start, known.span.end), text=f"{before.text} {known.text}")


def _beats(given: Name, known: Name, lexicon: NameLexicon) -> bool:
    """Tell whether a model's name that overlaps a known one is the better of the two."""
    if not given.span.overlaps(known.span):
        return False
    longer = given.span.contains(known.span) and given.span != known.span
    if given.kind == "person":
        return longer
    return longer and not lexicon.letters and given.kind == "organisation"


def _titled(row: _Row, names: Sequence[Name]) -> Iterator[Name]:
    """Yield capitalised runs right after a title, where no person stands yet."""
    at = 0
    while at < len(row.words):
        end = run_after(row.words, at, row.lexicon) if title_before(row.words, at, row.lexicon) else at
        span = Span(row.words[at].span.start, row.words[end - 1].span.end) if end > at else None
        if span and _is_free(span, names, row.lexicon, end - at):
            shown = romanize(span.of(row.text), row.lexicon)
            yield Name(span, span.of(row.text), "person", shown, "", "title before a capitalised run")
        at = max(end, at + 1)


def _is_free(span: Span, names: Sequence[Name], lexicon: NameLexicon, size: int) -> bool:
    across = [name for name in names if name.span.overlaps(span)]
    if not across:
        return True
    # A model that took the first word of "Mayor London Breed" for a place is overruled;
    # languages with cases put the place of office there ("мэр Москвы").
    return (
        not lexicon.letters
        and size > 1
        and all(
            name.kind in {"place", "other"} and span.contains(name.span) and name.span != span
            for name in across
        )
    )


def _merged_titles(names: Sequence[Name], titled: Sequence[Name]) -> list[Name]:
    kept = [name for name in names if not any(name.span.overlaps(other.span) for other in titled)]
    return sorted([*kept, *titled], key=lambda name: name.span)


def _with_title(name: Name, row: _Row) -> Name:
    at = _word_at(row.words, name.span.start)
    if at is None or name.rule.startswith(("known", "state body")):
        return name
    if name.kind == "person" or _is_apposed(name, at, row):
        return replace(name, kind="person", title=" ".join(title_near(row.words, at, row.lexicon)))
    return name


def _is_apposed(name: Name, at: int, row: _Row) -> bool:
    """Tell whether a name that the model takes for no person stands behind a title ("the mayor, Kai Roe")."""
    words = [word for word in row.words if name.span.contains(word.span)]
    return (
        at > 1
        and row.words[at - 1].text == ","
        and len(name.text.split()) > 1
        and run_after(row.words, at, row.lexicon) >= at + len(words)
        and bool(title_near(row.words, at, row.lexicon))
    )


def _word_at(words: Sequence[Word], start: int) -> int | None:
    return next((at for at, word in enumerate(words) if word.span.start <= start < word.span.end), None)


def _filled(text: str, sentences: tuple[Sentence, ...], names: Sequence[Name]) -> tuple[Name, ...]:
    """Add the places where the text uses an abbreviation that it explained, or a surname alone."""
    short = {
        word: (full, "abbreviation bound in the text") for word, full in abbreviations(text, names).items()
    }
    short |= {word: (full, "surname of a person named in full") for word, full in surnames(names).items()}
    taken = {place for name in names for place in range(name.span.start, name.span.end)}
    added = [
        Name(token.span, token.text, full.kind, full.name, "", rule)
        for sentence in sentences
        for token in sentence.tokens
        if token.text in short and token.span.start not in taken and token.span.end - 1 not in taken
        for full, rule in [short[token.text]]
    ]
    return tuple(sorted([*names, *added], key=lambda name: name.span))
