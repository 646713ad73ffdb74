"""The sections of a record with what the pages alone look up in them, each worked out once."""

from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from svod.export import TABLES
from svod.export.report.chronology import EventEntry
from svod.export.report.differences import Difference
from svod.export.report.figures import SeriesEntry
from svod.export.report.maps import MapView, PlaceRow
from svod.export.report.matrix import Matrix, build_matrix, shared_entries
from svod.export.report.sections import Sections
from svod.export.report.timeline import Timeline
from svod.export.row import Row
from svod.model import Entity, Event, Series, Statement
from svod.web.filters import Actors, Choice, Filter, actor_keys, choices

# How many questions are remembered with their answers: a reader goes back and forth between a few.
MOST_ASKED = 32
# How many tables lie here in rows, which take several times the room of the record.
MOST_TABLES = 3


@dataclass(frozen=True, slots=True)
class Picked:
    """The events that a filter leaves: in order, by the anchor of the first of a day, and as a strip."""

    entries: Sequence[EventEntry]
    days: Sequence[tuple[str, str]]
    timeline: Timeline | None


class Views(Sections):
    """What the pages show of one record, in one language."""

    @cached_property
    def entry_by_id(self) -> Mapping[str, EventEntry]:
        """Events by id."""
        return {entry.event.id: entry for entry in self.entries}

    @cached_property
    def series_by_id(self) -> Mapping[str, SeriesEntry]:
        """Figures by id."""
        return {entry.series.id: entry for entry in self.series}

    @cached_property
    def difference_by_anchor(self) -> Mapping[str, Difference]:
        """Differences, comparable or not, by anchor."""
        return {item.anchor: item for part in self.parted for item in part}

    @cached_property
    def entity_by_id(self) -> Mapping[str, Entity]:
        """People, places, organisations by id."""
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def ranked_entities(self) -> list[Entity]:
        """People, places, organisations; those that most accounts name come first."""
        return sorted(self.record.entities, key=lambda e: (-len(e.documents), -e.mentions, e.name, e.id))

    @cached_property
    def shared_statements(self) -> frozenset[str]:
        """Statements whose event or figure holds others as well."""
        clusters: tuple[Event | Series, ...] = (*self.record.events, *self.record.series)
        return frozenset(s for one in clusters if len(one.statements) > 1 for s in one.statements)

    @cached_property
    def said_in(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by account, in the order of the record."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for said in self.record.statements:
            found[said.citation.document].append(said)
        return found

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[Statement]]:
        """Statements by the name of each voice that they have, in the order of the record."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for said in self.record.statements:
            for name in dict.fromkeys(voice.name for voice in said.voice):
                found[name].append(said)
        return found

    @cached_property
    def by_origin(self) -> Sequence[tuple[str, Sequence[Statement]]]:
        """Origins with their statements; those that most accounts pass on come first."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for said in self.record.statements:
            found[self.index.origins.get(said.id, "")].append(said)
        spread = {name: len({said.citation.document for said in told}) for name, told in found.items()}
        return sorted(found.items(), key=lambda one: (-spread[one[0]], -len(one[1]), one[0]))

    @cached_property
    def actors(self) -> Actors:
        """Keys of those who did something."""
        return actor_keys(self.index, self.entries)

    @cached_property
    def choices(self) -> Mapping[str, list[Choice]]:
        """What can be asked for."""
        return choices(self.index, self.actors, self.entries)

    @cached_property
    def shared(self) -> list[EventEntry]:
        """Events that several accounts tell or that one denies."""
        return shared_entries(self.entries)

    def matrix_of(self, entries: Sequence[EventEntry], columns: Sequence[str]) -> Matrix:
        """Return some events by some accounts."""
        return build_matrix(self.index, list(entries), columns)

    def rows(self, table: str) -> Sequence[Row]:
        """Return the rows of a table, with bars over what people withheld."""
        if table not in self._tables:
            self._tables[table] = list(TABLES[table].rows(self.publishable))
            while len(self._tables) > MOST_TABLES:
                self._tables.popitem(last=False)
        return self._tables[table]

    def settled(self, asked: Filter) -> Filter:
        """Return what is asked for, with an actor's name, in any language of the pages, made the key."""
        return replace(asked, actor=self.actors.aliases.get(asked.actor, asked.actor))

    def map_of(self, asked: Filter, *, with_figures: bool) -> tuple[list[PlaceRow], MapView | None]:
        """Return the table and map of the places of the events that a reader asks for."""
        if asked not in self._maps:
            self._maps[asked] = self.map(list(self.picked(asked).entries), with_figures=with_figures)
            while len(self._maps) > MOST_ASKED:
                self._maps.popitem(last=False)
        return self._maps[asked]

    def picked(self, asked: Filter) -> Picked:
        """Return the events that a reader asks for."""
        asked = self.settled(asked)
        if asked not in self._asked:
            entries = asked.picked(self.index, self.actors, self.entries)
            groups, timeline, _ = self.chronology(entries)
            days = [(group.anchor, group.entries[0].item.anchor) for group in groups]
            self._asked[asked] = Picked(entries, days, timeline)
            while len(self._asked) > MOST_ASKED:
                self._asked.popitem(last=False)
        return self._asked[asked]

    def strip(self, asked: Filter) -> Timeline | None:
        """Return the strip of all days that the conditions other than days leave."""
        return self.picked(replace(asked, since="", until="")).timeline

    @cached_property
    def _tables(self) -> OrderedDict[str, Sequence[Row]]:
        return OrderedDict()

    @cached_property
    def _asked(self) -> OrderedDict[Filter, Picked]:
        return OrderedDict()

    @cached_property
    def _maps(self) -> OrderedDict[Filter, tuple[list[PlaceRow], MapView | None]]:
        return OrderedDict()
