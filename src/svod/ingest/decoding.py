"""Bytes to text: the encoding is told by what is certain, then by a checked guess."""

import re

from charset_normalizer import from_bytes

from svod.errors import UnreadableDocumentError

# Longest mark first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"RIFF", "a RIFF image or recording"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.002
"""Prose holds no control characters; stray ones of old editors stay far below one in 500."""

# Encodings of the languages that svod meets. A longer list makes charset-normalizer
# worse: over all of its encodings 19 of 29 English texts in cp1252 came out wrong.
_GUESSES = ["cp1251", "koi8_r", "cp866", "iso8859_5", "kz1048", "ptcp154", "cp1252"]
MIN_GUESS_BYTES = 16
"""Below so many bytes beyond ASCII a guess between Cyrillic encodings is a coin toss."""
MAX_WESTERN_SHARE = 0.1
"""In English, French or German one byte in ten at most lies beyond ASCII; in Russian most do."""
MAX_ODD_SHARE = 0.02
"""Share of words that look wrong; right guesses stay under 1 %, wrong ones exceed 20 %."""
MAX_SHOUTED_SHARE = 0.5
"""KOI8-R read as cp1251 turns small letters into capitals; prose has few words in capitals."""

_CYRILLIC = "а-яёіїєґўәғқңөұүһ"
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(f"(?:[a-zß-öø-ſ]+|[{_CYRILLIC}]+)", re.IGNORECASE)
_MISPLACED_CAPITALS = re.compile(r"[а-яё]+[А-ЯЁ]{2,}\w*|\w*[а-яё][А-ЯЁ]")
_STRANGE_WESTERN = re.compile(r"[\x80-\x9f¤¦¨¬¯¶¸¹¼-¾þÞ]|[À-ÖØ-öø-ÿŠšŽžŒœŸ]{3}")


def decode(data: bytes, file: str, declared: str = "") -> tuple[str, str]:
    """Return the text of `data` and the name of the encoding that it was read in.

    A byte order mark decides; else strict UTF-8; else UTF-16 without a mark, the
    `declared` encoding, and a guess, each only if the outcome reads like text.
    Newlines and the form of composed letters stay as they are; the mark goes.

    Args:
        data: The bytes of the file.
        file: How to call the file in an error.
        declared: Encoding that the file claims (`<meta charset>`), if any.

    Raises:
        UnreadableDocumentError: If the bytes are a known binary format, hold
            binary data, or fit no encoding well: a wrong guess is worse.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding), encoding, file)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableDocumentError(file, f"is {what}, not text")
    if b"\x00" in data:
        return _unmarked_utf16(data, file)
    text = _strictly(data, "utf-8")
    if text is not None:
        return _checked(text, "utf-8", file)
    return _guessed(data, file, declared)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _checked(text: str | None, encoding: str, file: str) -> tuple[str, str]:
    if text is None:
        raise UnreadableDocumentError(file, f"is marked as {encoding} but is not")
    if len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise UnreadableDocumentError(file, "is binary data, not text")
    return text, encoding


def _unmarked_utf16(data: bytes, file: str) -> tuple[str, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text is not None and not _CONTROL.search(text) and _odd_share(text) <= MAX_ODD_SHARE:
            return text, encoding
    raise UnreadableDocumentError(file, "is binary data, not text")


def _guessed(data: bytes, file: str, declared: str) -> tuple[str, str]:
    beyond_ascii = sum(byte > 0x7F for byte in data)
    candidates = [declared] if declared else []
    if beyond_ascii <= MAX_WESTERN_SHARE * len(data):
        candidates.append("cp1252")
    elif beyond_ascii >= MIN_GUESS_BYTES:
        best = from_bytes(data, cp_isolation=_GUESSES).best()
        candidates += [best.encoding] if best else []
    for encoding in candidates:
        text = _strictly(data, encoding)
        if text is not None and _reads_well(text, encoding):
            return text, encoding.lower().replace("_", "-")
    raise UnreadableDocumentError(file, "is in no encoding that can be told for sure")


def _reads_well(text: str, encoding: str) -> bool:
    if _CONTROL.search(text) or "\ufffd" in text:
        return False
    if encoding.lower() in {"cp1252", "windows-1252", "iso-8859-1", "latin-1", "latin1"}:
        return not _STRANGE_WESTERN.search(text)
    return _odd_share(text) <= MAX_ODD_SHARE


def _odd_share(text: str) -> float:
    """Share of words with foreign letters, mixed scripts or capitals behind a small letter."""
    words = _WORD.findall(text)
    if not words or sum(map(str.isupper, words)) > MAX_SHOUTED_SHARE * len(words):
        return 1.0
    return sum(_is_odd(word) for word in words) / len(words)


def _is_odd(word: str) -> bool:
    if not _PLAIN_WORD.fullmatch(word):
        return True
    return _MISPLACED_CAPITALS.fullmatch(word) is not None
