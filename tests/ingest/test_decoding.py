"""Encodings: told for sure or refused. Composed texts."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svod.errors import UnreadableDocumentError
from svod.ingest.decoding import decode

ENGLISH = "The café’s roof – 40 metres long – fell in at noon; “nobody was inside”, the owner said.\r\n" * 2
RUSSIAN = "Пожар на складе потушили к утру. Пострадавших нет, сообщили спасатели города.\r\nДорога закрыта."
KAZAKH = (
    "Өрт таңға қарай сөндірілді. Зардап шеккендер жоқ, деді қала құтқарушылары. Жол жабық, көлік жүрмейді."
)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN, "iso8859-5", "iso8859-5"),
        (RUSSIAN, "utf-16", "utf-16-le"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-32", "utf-32-le"),
        (KAZAKH, "kz1048", "kz1048"),
        (KAZAKH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
    ],
)
def test_text_comes_back_from_its_encoding(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding), "f.txt") == (text, name)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\r\n")))
def test_utf8_comes_back_to_the_letter(text: str) -> None:
    try:
        assert decode(text.encode(), "f.txt") == (text.removeprefix("\ufeff"), "utf-8")
    except UnreadableDocumentError:
        assert text.startswith(("GIF8", "%PDF-", "{\\rtf", "OggS", "ID3", "RIFF"))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_error(data: bytes) -> None:
    with suppress(UnreadableDocumentError):
        text, encoding = decode(data, "f.txt")
        assert data.endswith(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["mac_cyrillic", "shift_jis", "cp037"])
def test_an_encoding_that_is_not_expected_is_refused(encoding: str) -> None:
    text = RUSSIAN * 3 if encoding != "cp037" else "The road is closed until further notice. " * 3
    with pytest.raises(UnreadableDocumentError):
        decode(text.encode(encoding), "f.txt")


def test_a_declared_encoding_is_believed_if_the_text_then_reads_well() -> None:
    assert decode("Жыл".encode("cp1251"), "f", declared="windows-1251") == ("Жыл", "windows-1251")


@pytest.mark.parametrize("declared", ["koi8-r", "no-such-code", "base64", "rot13", "idna", "undefined"])
def test_a_false_declaration_is_not_believed(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), "f", declared)[0] == RUSSIAN
