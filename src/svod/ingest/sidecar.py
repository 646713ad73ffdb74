"""`documents.jsonl`: facts about documents that stand beside them."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from svod.ingest.publication import parse_published
from svod.model import Trouble

NAME = "documents.jsonl"
MAX_LINE_BYTES = 64 * 1024
"""A line holds a handful of names and an address: a few hundred bytes."""
MAX_TROUBLES = 20
"""A file of another kind under this name has thousands of broken lines; twenty tell the story."""

_KEYS = ("doc", "title", "published", "publisher", "author", "url", "lang", "genre", "columns")
_SHARED = frozenset({"publisher", "lang", "genre", "columns"})
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
COLUMN_FIELDS = ("text", "title", "published", "url", "publisher", "author", "language", "genre", "id")
"""What a column of a table may hold."""
_COLUMNS = re.compile(r"\w+=[^=,]+(?:,\w+=[^=,]+)*")

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sidecar says of one file; an empty string where it says nothing.

    Attributes:
        doc: Id of the document.
        title: Title.
        published: Day of publication, EDTF.
        publisher: Who published it.
        url: Where.
        lang: BCP 47 tag.
        genre: `wire`, `address`, `testimony`, …
        author: Who wrote it.
        columns: Which columns of a table mean what: `text=body,title=head`.
    """

    doc: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    lang: str = ""
    genre: str = ""
    author: str = ""
    columns: str = ""

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the facts that are told as pairs of key and value, sorted by key."""
        told = ((key, getattr(self, key)) for key in sorted(_KEYS))
        return tuple((key, value) for key, value in told if value)

    def over(self, others: "Facts") -> "Facts":
        """Return these facts, and those of `others` where these say nothing."""
        return Facts(**dict(others.pairs()) | dict(self.pairs()))

    def shared(self) -> "Facts":
        """Return the facts about a container that hold for all documents in it."""
        return Facts(**{key: value for key, value in self.pairs() if key in _SHARED})


NO_FACTS = Facts()
"""What is known of a file that no sidecar names."""


@dataclass(frozen=True, slots=True)
class Line:
    """A good line of a sidecar.

    Attributes:
        number: Number of the line, from 1.
        file: The file that it names, relative to the folder of the sidecar,
            in Unicode NFC.
        facts: What it says.
    """

    number: int
    file: str
    facts: Facts


def read_sidecar(path: Path, name: str) -> tuple[tuple[Line, ...], tuple[Trouble, ...]]:
    """Return the good lines of the sidecar at `path` and what is wrong with the others,
    as `parse_sidecar` does; what cannot be read is told as a trouble.
    """
    try:
        with path.open("rb") as stream:
            return _parsed(stream, name)
    except OSError as error:
        return (), (Trouble(name, f"cannot be read: {error.strerror or error}"),)


def parse_sidecar(data: bytes, name: str) -> tuple[tuple[Line, ...], tuple[Trouble, ...]]:
    """Return the good lines of a sidecar in order, and what is wrong with the others.

    Unknown keys are passed over. A fact of a wrong type or form is told and
    left out; the other facts of its line stand. A second line on one file is
    told and left out.

    Args:
        data: Its bytes.
        name: How to call it in a trouble, e.g. `sub/documents.jsonl`.
    """
    return _parsed(BytesIO(data), name)


def _parsed(stream: IO[bytes], name: str) -> tuple[tuple[Line, ...], tuple[Trouble, ...]]:
    lines: dict[str, Line] = {}
    troubles: list[Trouble] = []
    for number, data in _raw_lines(stream):
        line, reasons = _line(number, data)
        if line is not None and line.file in lines:
            reasons.append(f"names {line.file} a second time")
        elif line is not None:
            lines[line.file] = line
        troubles += [Trouble(f"{name}:{number}", reason) for reason in reasons]
    return tuple(lines.values()), _shortened(troubles, name)


def columns_fault(mapping: str) -> str:
    """Return what is wrong with a mapping of columns, as one clause, or an empty string."""
    if not _COLUMNS.fullmatch(mapping):
        return f"is not like text=body,title=head: {mapping[:40]}"
    fields = (pair.partition("=")[0] for pair in mapping.split(","))
    unknown = next((field for field in fields if field not in COLUMN_FIELDS), "")
    return f"there is no field {unknown}; there are {', '.join(COLUMN_FIELDS)}" if unknown else ""


def facts_of(pairs: Mapping[str, str]) -> Facts:
    """Return the facts that `Facts.pairs` gave away."""
    return Facts(**{key: value for key, value in pairs.items() if key in _KEYS})


def _shortened(troubles: list[Trouble], name: str) -> tuple[Trouble, ...]:
    if len(troubles) <= MAX_TROUBLES:
        return tuple(troubles)
    rest = len(troubles) - MAX_TROUBLES
    return (*troubles[:MAX_TROUBLES], Trouble(name, f"has {rest} more faults like these"))


def _raw_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank; an overlong one is passed over piece by
    piece, only its beginning is yielded.
    """
    number = 0
    while data := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        piece = data
        while piece and not piece.endswith(b"\n"):
            piece = stream.readline(MAX_LINE_BYTES)
        if data.strip():
            yield number, data


def _line(number: int, data: bytes) -> tuple[Line | None, list[str]]:
    if len(data) > MAX_LINE_BYTES:
        return None, [f"is longer than {MAX_LINE_BYTES // 1024} KB"]
    try:
        loaded = json.loads(data.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return None, ["is not UTF-8"]
    except (ValueError, RecursionError) as error:
        return None, [f"is not JSON: {getattr(error, 'msg', 'cannot be parsed')}"]
    if not isinstance(loaded, dict):
        return None, ["is not a JSON object"]
    file = loaded.get("file")
    reason = _file_fault(file)
    if reason:
        return None, [reason]
    facts, reasons = _facts(loaded)
    return Line(number, unicodedata.normalize("NFC", str(PurePosixPath(str(file)))), facts), reasons


def _file_fault(file: Any) -> str:
    if not isinstance(file, str) or not file.strip():
        return "`file` is missing or is not text"
    if _CONTROL.search(file) or "\\" in file or not _is_unicode(file):
        return "`file` holds characters that no file name should"
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or re.match("[A-Za-z]:", file) or not path.parts:
        return f"`file` leads out of the folder: {file[:200]}"
    return ""


def _facts(loaded: Mapping[str, Any]) -> tuple[Facts, list[str]]:
    told: dict[str, str] = {}
    reasons = []
    for key in _KEYS:
        value = loaded.get(key)
        if value is None or value == "":
            continue
        reason, good = _checked(key, value)
        if reason:
            reasons.append(f"`{key}` {reason}, ignored")
        else:
            told[key] = good
    return Facts(**told), reasons


def _checked(key: str, value: Any) -> tuple[str, str]:
    """Return what is wrong with a fact, or an empty string and the fact."""
    if key == "columns" and isinstance(value, dict):
        value = ",".join(f"{field}={column}" for field, column in sorted(value.items()))
    if not isinstance(value, str) or not _is_unicode(value):
        return "is not text", ""
    value = value.strip()
    if _CONTROL.search(value):
        return "holds control characters", ""
    if key == "published":
        parsed = parse_published(value)
        return ("", parsed) if parsed else (f"is no date in EDTF: {value[:40]}", "")
    if key == "columns" and (fault := columns_fault(value)):
        return fault, ""
    if key == "lang" and not _LANGUAGE_TAG.fullmatch(value):
        return f"is no BCP 47 tag: {value[:40]}", ""
    return "", value


def _is_unicode(value: str) -> bool:
    """Tell whether a text is free of lone surrogates, which no file can hold."""
    return value.isprintable() or not any("\ud800" <= letter <= "\udfff" for letter in value)
