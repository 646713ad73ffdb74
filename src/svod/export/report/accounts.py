"""Section: what the case holds."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from svod.export.report.descent import Descent, descents
from svod.export.report.index import Index
from svod.export.report.quote import Account, account
from svod.lang import installed_languages
from svod.model import Document
from svod.tongue import Tongue
from svod.tongue.dates import render_when


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in the table of accounts and at the head of its text.

    Attributes:
        account: How the report names it.
        title: Title, or an empty string.
        tag: BCP 47 tag of its language.
        language: Name of its language.
        genre: What sort of account it is, or an empty string.
        published: Day of publication in words.
        evidence: Where that day was read, or an empty string.
        url: Where it was published, if that is a web address.
        file: Path of the file.
        sha256: Digest of the original bytes.
        characters: Length of its text.
        statements: How many statements it makes.
        reprint: The account that it reprints, or `None`.
        descents: What it copies, retells or quotes, and what it changes.
    """

    account: Account
    title: str
    tag: str
    language: str
    genre: str
    published: str
    evidence: str
    url: str
    file: str
    sha256: str
    characters: int
    statements: int
    reprint: Account | None
    descents: tuple[Descent, ...]


def account_rows(index: Index) -> list[AccountRow]:
    """Return all accounts in the order of their numbers."""
    made = Counter(said.citation.document for said in index.record.statements)
    tags = {document.language for document in index.documents.values()}
    languages = {tag: _language(index.tongue, tag) for tag in tags}
    return [
        _row(index, document, languages[document.language], made[document.id])
        for document in index.documents.values()
    ]


def web_address(url: str) -> str:
    """Return an http or https address, and nothing for any other."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _language(tongue: Tongue, tag: str) -> str:
    """Name of a language; of one without a plug-in, that it is read coarsely."""
    known = tag.split("-", maxsplit=1)[0].lower() in installed_languages()
    name = tongue.language(tag)
    return name if known else f"{name} ({tongue.word('reading', 'coarse')})"


def _row(index: Index, document: Document, language: str, statements: int) -> AccountRow:
    reprints = document.reprint_of in index.documents
    tongue = index.tongue
    return AccountRow(
        account=account(index, document.id),
        title=document.title,
        tag=document.language,
        language=language,
        genre=tongue.word("genre", document.genre),
        published=render_when(tongue, document.published),
        evidence=tongue.word("evidence", document.published_from) if document.published_from else "",
        url=web_address(document.url),
        file=document.file,
        sha256=document.sha256,
        characters=len(document.text),
        statements=statements,
        reprint=account(index, document.reprint_of) if document.reprint_of and reprints else None,
        descents=descents(index, document.id),
    )
