"""A grammar of times: templates over the pieces of a text, longest match first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from svod.annotation.times import reckoning, slots
from svod.annotation.times.lexicon import Lexicon, read_lexicon
from svod.annotation.times.pieces import Piece, cut, scanner
from svod.annotation.times.rules import RULES
from svod.annotation.times.slots import Fields, Reading
from svod.annotation.times.template import Constant, Slot, Word, spell_out
from svod.errors import MalformedLexiconError

_WORDS = frozenset({"word", "mark", "gap"})


@dataclass(frozen=True, slots=True)
class Match:
    """An expression found in the pieces.

    Attributes:
        first: Index of its first piece.
        end: Index behind its last piece.
        rule: Name of the rule whose template it fits.
        fields: What it says.
    """

    first: int
    end: int
    rule: str
    fields: Fields


_Reading = tuple[int, Fields, str, int]
"""Index behind, fields, rule and rank of its template."""
_Step = tuple[str, str, "_Node", frozenset[str], bool]
"""Slot, label, the node behind it, words that can begin it, whether digits can."""


@dataclass(slots=True)
class _Node:
    """A point in the tree of templates, with the steps from it that a piece can begin."""

    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[tuple[str, str], "_Node"] = field(default_factory=dict)
    rules: dict[tuple[str, tuple[tuple[str, int | str], ...]], int] = field(default_factory=dict)
    stop: "_Node | None" = None
    steps: tuple[_Step, ...] = ()


class Grammar:
    """The grammar of one language.

    Raises:
        MalformedLexiconError: If a template names a slot or rule that is not there.
    """

    def __init__(self, words: Mapping[str, object]) -> None:
        self.lexicon = read_lexicon(words)
        self.pattern = scanner(self.lexicon.ordinal_suffixes, self.lexicon.decade_suffixes)
        self._symbols = {name: _Node() for name in self.lexicon.symbols}
        self._root = _Node()
        _Builder(self.lexicon).build(self._root, self._symbols)
        self._firsts: dict[str, frozenset[str]] = {}
        for node in (*self._symbols.values(), self._root):
            self._index(node)
        self._first = frozenset(self._root.words).union(*(step[3] for step in self._root.steps))

    def cut(self, text: str) -> list[Piece]:
        """Cut a text into pieces."""
        return cut(text, self.pattern)

    def matches(self, pieces: Sequence[Piece]) -> list[Match]:
        """Return the longest expressions from left to right, never overlapping."""
        found, at = [], 0
        while at < len(pieces):
            match = self._match(pieces, at)
            if match is None or match.rule == "skip":
                at += 1
                continue
            found.append(match)
            at = match.end
        return found

    def _match(self, pieces: Sequence[Piece], at: int) -> Match | None:
        piece = pieces[at]
        if piece.kind == "gap" or (piece.kind in _WORDS and piece.low not in self._first):
            return None
        best: tuple[int, int, str, Fields] | None = None
        for end, fields, rule, rank in self._walk(self._root, pieces, at, {}, {}):
            if best is None or (end, -rank) > (best[0], -best[1]):
                best = (end, rank, rule, fields)
        return Match(at, best[0], best[2], best[3]) if best else None

    def _walk(
        self,
        node: _Node,
        pieces: Sequence[Piece],
        at: int,
        fields: Fields,
        memo: dict[tuple[str, int], list[Reading]],
    ) -> list[_Reading]:
        found: list[_Reading] = [
            (at, {**fields, **dict(constants)}, rule, rank) for (rule, constants), rank in node.rules.items()
        ]
        if node.stop is not None and _stops(pieces, at):
            found += self._walk(node.stop, pieces, at, fields, memo)
        if at >= len(pieces):
            return found
        piece = pieces[at]
        if (behind := node.words.get(piece.low)) is not None:
            found += self._walk(behind, pieces, at + 1, fields, memo)
        digit = piece.kind not in _WORDS
        for name, label, after, words, digits in node.steps:
            if not (digits if digit else piece.low in words):
                continue
            for end, more in self._read(name, pieces, at, memo):
                merged = {**fields, **(_labelled(label, more) if label else more)}
                found += self._walk(after, pieces, end, merged, memo)
        return found

    def _read(
        self, name: str, pieces: Sequence[Piece], at: int, memo: dict[tuple[str, int], list[Reading]]
    ) -> list[Reading]:
        known = memo.get((name, at))
        if known is None:
            symbol = self._symbols.get(name)
            if symbol is None:
                known = slots.read(name, self.lexicon, pieces, at)
            else:
                rows = self._walk(symbol, pieces, at, {}, memo)
                rows.sort(key=lambda row: row[3])
                known = list({row[0]: (row[0], row[1]) for row in reversed(rows)}.values())
            memo[name, at] = known
        return known

    def _index(self, node: _Node) -> None:
        """Note for a node and those behind it which slots a word or a digit can begin."""
        node.steps = tuple(
            (name, label, after, self._firsts_of(name), self._takes_digit(name))
            for (name, label), after in node.slots.items()
        )
        node.stop = node.slots.get(("stop", ""))
        for after in (*node.words.values(), *node.slots.values()):
            self._index(after)

    def _firsts_of(self, name: str) -> frozenset[str]:
        if name not in self._firsts:
            symbol = self._symbols.get(name)
            if symbol is None:
                self._firsts[name] = slots.first_words(name, self.lexicon)
            else:
                inner = [self._firsts_of(slot) for slot, _ in symbol.slots]
                self._firsts[name] = frozenset(symbol.words).union(*inner)
        return self._firsts[name]

    def _takes_digit(self, name: str) -> bool:
        symbol = self._symbols.get(name)
        if symbol is None:
            return slots.takes_digit(name, self.lexicon)
        return any(word[:1].isdigit() for word in symbol.words) or any(
            self._takes_digit(slot) for slot, _ in symbol.slots
        )


class _Builder:
    """Lays the templates of a lexicon out as trees that share their beginnings."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.rank = 0

    def build(self, root: _Node, symbols: Mapping[str, _Node]) -> None:
        known: set[str] = set()
        for name, rows in self.lexicon.symbols.items():
            for row in rows:
                self._add(symbols[name], name, row, known)
            known.add(name)
        for how in self.lexicon.holidays.values():
            self._check_holiday(how)
        for name, rows in self.lexicon.rules.items():
            if name not in RULES:
                raise self._error(f"unknown rule {name!r}")
            for row in rows:
                self._add(root, name, row, known)

    def _check_holiday(self, how: str) -> None:
        try:
            reckoning.holiday(how, 2000)
        except (ValueError, TypeError, IndexError) as error:
            raise self._error(f"no day is told by {how!r}") from error

    def _add(self, root: _Node, rule: str, template: str, known: set[str]) -> None:
        self.rank += 1
        try:
            sequences = spell_out(template)
        except ValueError as error:
            raise self._error(f"template {template!r}: {error}") from error
        for sequence in sequences:
            node, constants = root, {}
            for element in sequence:
                match element:
                    case Word(text):
                        node = node.words.setdefault(text, _Node())
                    case Slot(name, label):
                        if name not in known and not slots.exists(name, self.lexicon):
                            raise self._error(f"template {template!r}: no slot {name!r} (symbols come first)")
                        node = node.slots.setdefault((name, label), _Node())
                    case Constant(name, value):
                        constants[name] = value
            if node is root:
                raise self._error(f"template {template!r} may be empty")
            node.rules.setdefault((rule, tuple(sorted(constants.items()))), self.rank)

    def _error(self, reason: str) -> MalformedLexiconError:
        return MalformedLexiconError(f"lang/{self.lexicon.language}/times.toml", reason)


def _labelled(label: str, fields: Fields) -> Fields:
    return {f"{label}.{name}": value for name, value in fields.items()}


def _stops(pieces: Sequence[Piece], at: int) -> bool:
    return at >= len(pieces) or pieces[at].kind in {"mark", "gap"}
