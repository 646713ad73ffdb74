"""What the PDF says: the views of the report as plain data for the template."""

from collections.abc import Iterable

from svod import __version__
from svod.export.report.accounts import AccountRow, account_rows
from svod.export.report.chronology import EventEntry, Group, event_entries, grouped
from svod.export.report.descent import Changed
from svod.export.report.differences import Difference, difference_views
from svod.export.report.figures import SeriesEntry, series_entries
from svod.export.report.framing import name_changes
from svod.export.report.gaps import Gaps, find_gaps
from svod.export.report.index import Index, index_record
from svod.export.report.ledgers import Entry, ledger
from svod.export.report.overview import overview
from svod.export.report.quote import Quote
from svod.model import Record
from svod.tongue import ENGLISH, Tongue

Content = dict[str, object]
"""Strings, numbers, lists and dictionaries of them, as JSON holds them."""

_LONGEST_TAG = 3  # letters of an ISO 639 code, all that the typesetter takes


def content_of(record: Record, tongue: Tongue = ENGLISH) -> Content:
    """Return the sections of the report in reading order, ready for the template."""
    index = index_record(record, tongue)
    entries = event_entries(index)
    series = series_entries(index)
    differences, incomparable = difference_views(index)
    summary = overview(index, entries, series, differences)
    return {
        "title": record.title.strip() or tongue.say("Untitled case"),
        "version": __version__,
        "lang": tongue.code,
        "words": _words(tongue),
        "sentences": list(filter(None, summary.sentences)),
        "numbers": [list(pair) for pair in summary.numbers],
        "differences": [_difference(index, one) for one in differences],
        "incomparable": [_difference(index, one) for one in incomparable],
        "series": [_series(index, one) for one in series],
        "groups": [_group(index, one) for one in grouped(tongue, entries)],
        "ledgers": [
            {"title": title, "entries": [_entry(index, one) for one in ledger(index, kind)]}
            for title, kind in (
                (tongue.say("Demands"), "demand"),
                (tongue.say("Promises"), "commitment"),
                (tongue.say("Accusations"), "accusation"),
            )
        ],
        "shifts": [change.sentence for change in name_changes(index)],
        "accounts": [_account(tongue, one) for one in account_rows(index)],
        "gaps": _gaps(tongue, find_gaps(index, entries)),
    }


def _difference(index: Index, one: Difference) -> Content:
    return {
        "kind": one.kind,
        "why": one.why,
        "sides": [
            {
                "value": side.value,
                "origins": f"{index.tongue.counted(len(side.origins), 'origin')}: {index.tongue.listed(side.origins)}",
                "quotes": _quotes(index, side.quotes),
            }
            for side in one.sides
        ],
    }


def _series(index: Index, one: SeriesEntry) -> Content:
    return {
        "title": one.item.title,
        "range": one.range,
        "when": one.when,
        "band": list(one.band) if one.band else [],
        "ticks": [[at, label] for at, label in one.ticks],
        "rows": [
            {
                "said": row.said,
                "origin": row.origin,
                "value": row.value,
                "status": row.status_word,
                "stands": row.status == "standing",
                "low": row.mark.low,
                "high": row.mark.high,
                "quote": _quote(index, row.quote),
            }
            for row in one.rows
        ],
        "silent": index.tongue.listed([account.name for account in one.silent]),
    }


def _group(index: Index, group: Group) -> Content:
    return {"heading": group.heading, "events": [_event(index, entry) for entry in group.entries]}


def _event(index: Index, entry: EventEntry) -> Content:
    return {
        "code": entry.item.code,
        "title": entry.item.title,
        "certain": entry.timing.certainty == "certain",
        "facts": [fact.text for fact in entry.facts],
        "flags": list(entry.flags),
        "support": f"{index.tongue.counted(len(entry.support.origins), 'origin')}: {index.tongue.listed(entry.event.origins)}",
        "quotes": _quotes(index, entry.quotes),
    }


def _entry(index: Index, entry: Entry) -> Content:
    say = index.tongue.say
    facts = {
        say("to"): entry.beneficiary,
        say("amount"): entry.amount,
        say("due"): entry.due,
        say("against"): entry.against.text if entry.against else "",
        say("said"): entry.when,
    }
    return {
        "by": entry.by.text if entry.by else say("not told"),
        "content": entry.content,
        "facts": [f"{name}: {value}" for name, value in facts.items() if value],
        "quote": _quote(index, entry.quote),
        "later": [{"how": one.how, "quote": _quote(index, one.quote)} for one in entry.later],
    }


def _account(tongue: Tongue, row: AccountRow) -> Content:
    facts = (row.language, row.genre, row.published, row.url, tongue.counted(row.statements, "statement"))
    return {
        "number": row.account.number,
        "name": row.account.name,
        "title": row.title,
        "lang": _language(row.tag),
        "facts": " · ".join(filter(None, facts)),
        "file": row.file,
        "sha256": row.sha256,
        "reprint": tongue.say("reprints %(account)s", account=f"{row.reprint.name} ({row.reprint.number})")
        if row.reprint
        else "",
        "changes": [_change(change) for one in row.descents for change in one.changes],
    }


def _change(change: Changed) -> str:
    sides = (f"“{words.text}”" for words in (change.before, change.after) if words)
    return f"{change.kind}: {' → '.join(sides)}"


def _gaps(tongue: Tongue, gaps: Gaps) -> Content:
    return {
        "troubles": [f"{trouble.file}: {tongue.resay(trouble.reason)}" for trouble in gaps.troubles],
        "undated_accounts": tongue.listed([account.name for account in gaps.undated_accounts]),
        "undated": tongue.listed([entry.item.code for entry in gaps.undated]),
        "unplaced": tongue.listed([entry.item.code for entry in gaps.unplaced]),
        "silences": [quiet.sentence for quiet in gaps.silences],
    }


def _quotes(index: Index, quotes: Iterable[Quote]) -> list[Content]:
    return [_quote(index, quote) for quote in quotes]


def _quote(index: Index, quote: Quote) -> Content:
    """A quote with its source: account, day, file, and where in it the words stand."""
    citation = index.statements[quote.anchor.removeprefix("s-")].citation
    file = index.documents[citation.document].file
    tongue, at = index.tongue, citation.span
    place = tongue.say("%(file)s, characters %(start)s to %(end)s", file=file, start=at.start, end=at.end)
    head = " ".join(filter(None, (f"{quote.account.number} {quote.account.name},", quote.account.day)))
    return {
        "text": quote.text,
        "lang": _language(quote.language),
        "voices": tongue.say("citing %(names)s", names=tongue.listed(quote.voices)) if quote.voices else "",
        "flags": list(quote.flags),
        "account": quote.account.name,
        "source": tongue.say("Account %(n)s", n=f"{head}; {place}."),
    }


def _language(tag: str) -> str:
    """Return the language of a tag as the typesetter knows it, or English."""
    code = tag.split("-", maxsplit=1)[0].lower()
    return code if code.isascii() and code.isalpha() and 1 < len(code) <= _LONGEST_TAG else "en"


def _words(tongue: Tongue) -> Content:
    """Return the words of the template itself."""
    say = tongue.say
    return {
        "accounts": say("Accounts"),
        "chronology": say("Chronology"),
        "compiled": say("A sourced record, compiled by svod %(version)s", version=__version__),
        "differences": say("Where accounts differ"),
        "figure": say("Figure"),
        "figures": say("Figures"),
        "gaps": say("What is not known"),
        "incomparable": say("Not comparable"),
        "look_alike": say("These look like differences, and differ in scope, place or date."),
        "machine": say(
            "Read by machine: about one statement in four is wrong or missing. Quote nothing without reading "
            "the words in the account that its footnote names. An origin is whoever stands behind a statement: "
            "two accounts that quote one ministry are one."
        ),
        "names": say("Names for the actors"),
        "no_difference": say("No difference was found. That is not agreement: accounts may be silent."),
        "no_event": say("No account tells of an event."),
        "no_figure": say("No account gives a figure."),
        "none": say("None was found."),
        "said": say("Said"),
        "silent": say("Silent, though published later:"),
        "uncertain": say("time not certain"),
        "undated": say("Events that nothing dates"),
        "undated_accounts": say("Accounts without a date"),
        "unplaced": say("Events that nothing places"),
        "by": say("By"),
        "words": say("Words"),
    }
