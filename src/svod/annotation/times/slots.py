"""What a slot of a template reads: class words, number words, days, years, clock times."""

from collections.abc import Callable, Mapping, Sequence

from svod.annotation.times.lexicon import Lexicon
from svod.annotation.times.pieces import Piece

Field = int | str | tuple[int, int]
Fields = Mapping[str, Field]
Reading = tuple[int, Fields]
"""Index behind the last piece read, and what was read."""

_CLEAR = "clear_"
_MOST_WORDS = 7


def whole(fields: Fields, name: str) -> int | None:
    """Return a field that is a whole number, or `None`."""
    value = fields.get(name)
    return value if isinstance(value, int) else None


def _nothing(_: Lexicon, __: Sequence[Piece], ___: int) -> list[Reading]:
    return []


def exists(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a lexicon can fill a slot of that name."""
    return name in _NUMERIC or name.removeprefix(_CLEAR) in lexicon.classes


def first_words(name: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that can begin a slot (digits always may)."""
    if name in _NUMERIC:
        return frozenset(lexicon.numbers) | frozenset(lexicon.ordinals)
    return frozenset(lexicon.classes[name.removeprefix(_CLEAR)])


def takes_digit(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a slot can begin with digits."""
    if name in _NUMERIC:
        return name != "stop"
    return any(word[:1].isdigit() for word in lexicon.classes[name.removeprefix(_CLEAR)])


def read(name: str, lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    """Return the readings of a slot at a piece.

    `clear_month` is `month` without the forms that are mostly other words. The
    field is what stands behind the last `_` of a class: `long_unit` gives `unit`.
    """
    if at >= len(pieces):
        return []
    if name in _NUMERIC:
        return _NUMERIC[name](lexicon, pieces, at)
    return _class(name, lexicon, pieces, at)


def _class(name: str, lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    base = name.removeprefix(_CLEAR)
    found: list[Reading] = []
    for words, value in lexicon.classes[base].get(pieces[at].low, ()):
        end = at + len(words)
        if end > len(pieces) or any(pieces[at + n].low != word for n, word in enumerate(words)):
            continue
        if words[0] in lexicon.weak and words[1:] in ((), (".",)) and _is_weak(name, pieces, at, lexicon):
            continue
        found.append((end, {base.rpartition("_")[2]: value}))
    return found


def _is_weak(name: str, pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    if lexicon.weak_capital and not pieces[at].text[0].isupper() and not _follows_day(pieces, at, lexicon):
        return True
    return name.startswith(_CLEAR) and (at == 0 or pieces[at - 1].low not in lexicon.weak_after)


def _follows_day(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Tell whether an ordinal and a joining word stand before ("the 3rd of march")."""
    if at < 2 or pieces[at - 1].low not in lexicon.weak_after:
        return False
    day = pieces[at - 2]
    return day.suffix == "ordinal" or day.low in lexicon.ordinals


def _plain(piece: Piece) -> int | None:
    return (
        int(piece.text) if piece.kind == "number" and piece.text.isdigit() and len(piece.text) < 9 else None
    )


def _day(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    number = _plain(pieces[at])
    if number is not None:
        fits = 1 <= number <= 31 and pieces[at].suffix != "decade"
        return [(at + 1, {"day": number})] if fits else []
    return [(end, {"day": value}) for end, value in _ordinals(lexicon, pieces, at) if 1 <= value <= 31]


def _year(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    number = _plain(pieces[at])
    if number is not None:
        fits = 1000 <= number <= 2199 and len(pieces[at].text) == 4 and pieces[at].suffix != "decade"
        return [(at + 1, {"year": number})] if fits else []
    return [(end, {"year": value}) for end, value in _ordinals(lexicon, pieces, at) if 1000 <= value <= 2199]


def _short_year(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    number = _plain(pieces[at])
    return [(at + 1, {"short_year": number})] if number is not None and len(pieces[at].text) == 2 else []


def _decade(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    return _tens(pieces[at], at, digits=4)


def _short_decade(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    return _tens(pieces[at], at, digits=2)


def _any_tens(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    """Read tens of years that any ending follows ("90-х"), where the next word tells that years are meant."""
    number, piece = _plain(pieces[at]), pieces[at]
    fits = number is not None and number % 10 == 0 and len(piece.text) in (2, 4) and bool(piece.suffix)
    return [(at + 1, {"decade": number})] if fits and number is not None else []


def _tens(piece: Piece, at: int, *, digits: int) -> list[Reading]:
    number = _plain(piece)
    fits = number is not None and number % 10 == 0 and len(piece.text) == digits and piece.suffix == "decade"
    return [(at + 1, {"decade": number})] if fits and number is not None else []


def _count(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    number = _plain(pieces[at])
    if number is not None:
        return [(at + 1, {"count": number})] if pieces[at].suffix != "decade" else []
    counts = [(end, value) for end, value, ordinal in _run(lexicon, pieces, at) if not ordinal]
    return [(end, {"count": value}) for end, value in counts[-1:]]


def _ordinal(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    number = _plain(pieces[at])
    if number is not None:
        return [(at + 1, {"ordinal": number})] if pieces[at].suffix == "ordinal" else []
    return [(end, {"ordinal": value}) for end, value in _ordinals(lexicon, pieces, at)]


def _ordinals(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[tuple[int, int]]:
    return [(end, value) for end, value, ordinal in _run(lexicon, pieces, at) if ordinal]


def _run(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[tuple[int, int, bool]]:
    """Read number words from `at` on: index behind, value, whether it is an ordinal."""
    found: list[tuple[int, int, bool]] = []
    total, part, here = 0, 0, at
    while here < min(len(pieces), at + _MOST_WORDS):
        low = pieces[here].low
        ordinal = low not in lexicon.numbers
        value = lexicon.ordinals.get(low) if ordinal else lexicon.numbers[low]
        if value is None:
            if found and (low == "-" or low in lexicon.number_joints):
                here += 1
                continue
            break
        if not _fits(part, value):
            break
        total, part = _added(total, part, value)
        here += 1
        found.append((here, total + part, ordinal))
        if ordinal:
            break
    return found


def _fits(part: int, value: int) -> bool:
    if value >= 100 or part == 0:
        return True
    return part % 100 == 0 or (part % 10 == 0 and value < 10)


def _added(total: int, part: int, value: int) -> tuple[int, int]:
    if value >= 1000:
        return total + max(1, part) * value, 0
    if value == 100:
        return total, max(1, part) * 100
    return total, part + value


def _hour(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    found = _count(lexicon, pieces, at)
    return [(end, {"hour": fields["count"]}) for end, fields in found if _is_hour(fields["count"])]


def _minute(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    found = _count(lexicon, pieces, at) if not pieces[at].suffix else []
    return [
        (end, {"minute": count}) for end, fields in found if 0 <= (count := whole(fields, "count") or 0) < 60
    ]


def _nth(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    """Read a day of the month in digits with an ordinal ending: nothing else tells it to be one."""
    return _day(lexicon, pieces, at) if pieces[at].suffix == "ordinal" else []


def _is_hour(value: Field) -> bool:
    return isinstance(value, int) and 0 <= value <= 24


def _clock(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    return _hour_and_minute(pieces[at].text, ":", at) if pieces[at].kind == "clock" else []


def _dotted_clock(_: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    return _hour_and_minute(pieces[at].text, ".", at) if pieces[at].kind == "number" else []


def _hour_and_minute(text: str, sign: str, at: int) -> list[Reading]:
    hour, _, rest = text.partition(sign)
    minute = rest.partition(sign)[0]  # seconds are finer than an account needs
    if not (hour.isdigit() and minute.isdigit() and len(minute) == 2 and len(hour) <= 2):
        return []
    return [(at + 1, {"clock": (int(hour), int(minute))})] if int(hour) < 25 and int(minute) < 60 else []


def _numeric(lexicon: Lexicon, pieces: Sequence[Piece], at: int) -> list[Reading]:
    fields: dict[str, Field] = {}
    if pieces[at].kind == "iso":
        date, _, clock = pieces[at].text.partition("T")
        fields = dict(zip(("year", "month", "day"), map(int, date.split("-")), strict=False))
        if clock:
            fields["clock"] = (int(clock[:2]), int(clock[3:5]))
    elif pieces[at].kind == "dotted":
        fields = _dotted(pieces[at].text, lexicon)
    return [(at + 1, fields)] if fields and _is_date(fields) else []


def _dotted(text: str, lexicon: Lexicon) -> dict[str, Field]:
    one, two, year = (int(part) for part in text.replace("/", ".").split("."))
    day, month = (one, two) if lexicon.day_first or one > 12 or "." in text else (two, one)
    if month > 12:
        day, month = month, day
    return {"year": year if year > 99 else year + (2000 if year < 70 else 1900), "month": month, "day": day}


def _is_date(fields: Mapping[str, Field]) -> bool:
    month, day = fields["month"], fields.get("day", 1)
    return isinstance(month, int) and 1 <= month <= 12 and isinstance(day, int) and 1 <= day <= 31


_NUMERIC: Mapping[str, Callable[[Lexicon, Sequence[Piece], int], list[Reading]]] = {
    "day": _day,
    "year": _year,
    "short_year": _short_year,
    "decade": _decade,
    "short_decade": _short_decade,
    "tens": _any_tens,
    "count": _count,
    "ordinal": _ordinal,
    "hour": _hour,
    "minute": _minute,
    "nth": _nth,
    "clock": _clock,
    "dotted_clock": _dotted_clock,
    "numeric": _numeric,
    "stop": _nothing,
}
