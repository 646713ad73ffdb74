"""The sections of a record, each built when it is first asked for."""

from datetime import date
from functools import cached_property

from svod.export.report.accounts import AccountRow, account_rows
from svod.export.report.chronology import EventEntry, Group, event_entries, grouped
from svod.export.report.differences import Difference, difference_views
from svod.export.report.figures import SeriesEntry, series_entries
from svod.export.report.framing import Change, GroupNames, group_names, name_changes
from svod.export.report.gaps import Gaps, find_gaps
from svod.export.report.index import index_record
from svod.export.report.ledgers import Entry, ledger
from svod.export.report.maps import MapView, PlaceRow, build_map
from svod.export.report.matrix import Alone, Matrix, build_matrix, told_alone
from svod.export.report.overview import Overview, overview
from svod.export.report.texts import Text, marked_text, marked_texts, with_withheld
from svod.export.report.timeline import Bar, Timeline, build_timeline, uncertainty_bar
from svod.model import Record
from svod.model.edtf import days
from svod.publishing import Bars, make_bars, published, withheld_words
from svod.tongue import ENGLISH, Tongue


class Sections:
    """What the report and the pages show of one record.

    Every part is built once, when it is first asked for, and never changes:
    the page of figures does not wait for the map.
    """

    def __init__(self, record: Record, tongue: Tongue = ENGLISH) -> None:
        self.record = record
        self.index = index_record(record, tongue)

    @cached_property
    def publishable(self) -> Record:
        """The record with bars over what people withheld: what is written into files."""
        return published(self.record)

    @cached_property
    def bars(self) -> Bars:
        """Bars over what people withheld."""
        return make_bars(withheld_words(self.record, "case"))

    @cached_property
    def entries(self) -> list[EventEntry]:
        """All events in the order of the chronology."""
        return event_entries(self.index)

    @cached_property
    def series(self) -> list[SeriesEntry]:
        """All figures with their history."""
        return series_entries(self.index)

    @cached_property
    def accounts(self) -> list[AccountRow]:
        """All accounts in the order of their numbers."""
        return account_rows(self.index)

    @cached_property
    def parted(self) -> tuple[list[Difference], list[Difference]]:
        """Disagreements, and what is not comparable."""
        return difference_views(self.index)

    @cached_property
    def overview(self) -> Overview:
        """The record at a glance."""
        return overview(self.index, self.entries, self.series, self.parted[0])

    @cached_property
    def matrix(self) -> Matrix:
        """Events by account."""
        return build_matrix(self.index, self.entries)

    @cached_property
    def alone(self) -> list[Alone]:
        """Events that one account alone tells."""
        return told_alone(self.index, self.entries)

    @cached_property
    def names(self) -> list[GroupNames]:
        """What accounts call the actors."""
        return group_names(self.index)

    @cached_property
    def name_changes(self) -> list[Change]:
        """Where outlets change what they call people."""
        return name_changes(self.index)

    @cached_property
    def demands(self) -> list[Entry]:
        """What is demanded."""
        return ledger(self.index, "demand")

    @cached_property
    def commitments(self) -> list[Entry]:
        """What is promised."""
        return ledger(self.index, "commitment")

    @cached_property
    def accusations(self) -> list[Entry]:
        """Who blames whom."""
        return ledger(self.index, "accusation")

    @cached_property
    def gaps(self) -> Gaps:
        """What the record does not know."""
        return find_gaps(self.index, self.entries)

    @cached_property
    def texts(self) -> list[Text]:
        """Every account with its statements marked."""
        return marked_texts(self.index)

    def text(self, document: str) -> Text:
        """Return one account with its statements and what is withheld marked; `KeyError` if there is none."""
        found = self.index.documents[document]
        said = [s for s in self.record.statements if s.citation.document == document]
        row = self.accounts[self.index.accounts[document] - 1]
        return with_withheld(marked_text(self.index, row, found, said), self.bars.spans(found.text))

    def map(
        self, entries: list[EventEntry], *, with_figures: bool = True
    ) -> tuple[list[PlaceRow], MapView | None]:
        """Return the table of places and the map of some events, with all figures or none."""
        return build_map(self.index, entries, self.record.series if with_figures else ())

    def chronology(
        self, entries: list[EventEntry]
    ) -> tuple[list[Group], Timeline | None, dict[str, Bar | None]]:
        """Return some events by day, the strip above them, and a bar for each uncertain one."""
        groups = grouped(self.index.tongue, entries)
        timeline = build_timeline(self.index.tongue, entries, groups, self._published)
        return groups, timeline, {e.item.anchor: uncertainty_bar(e, timeline) for e in entries}

    @cached_property
    def days(self) -> list[date]:
        """The days by whose end something more had been published, in order."""
        return sorted(
            {days(document.published)[1] for document in self.record.documents if document.published}
        )

    @cached_property
    def _published(self) -> list[date]:
        return [days(document.published)[0] for document in self.record.documents if document.published]
