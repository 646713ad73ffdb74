"""The record on the desk: read once, read again when its file changes, cut to any day."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Lock

from svod import __version__
from svod.deciding import redecided
from svod.decisions import Item, review_queue
from svod.errors import DamagedCaseError
from svod.export.changes import Change
from svod.model import Record
from svod.pipeline import record_as_of
from svod.store import has_record, read_options, read_record
from svod.store.layout import JOURNAL, RECORD
from svod.tongue import ENGLISH, Tongue
from svod.web.views import Views

# How many days a desk holds at once, each in one language: a reader goes back and forth between a few.
MOST_VIEWS = 8
# Of how many decisions it remembers what they changed: they are told on the next page.
_MOST_TOLD = 100


class Desk:
    """The record of a case with its sections, shared by all requests.

    Whoever compiles into the case or decides on it meanwhile is never blocked:
    the record is read as a whole, and the file is replaced as a whole.

    Attributes:
        case: Folder of the case.
        fault: What is wrong with the journal, so that nothing can be decided;
            empty if nothing is. The record is then shown as it stands.
        told: Sequence of a decision made here → language → what it changed.
    """

    def __init__(self, case: Path) -> None:
        self.case = case
        self.fault = ""
        self.told: OrderedDict[int, Mapping[str, tuple[Change, ...]]] = OrderedDict()
        self._lock = Lock()
        self._edition = ""
        self._views: OrderedDict[tuple[date | None, str], Views] = OrderedDict()
        self._queues: dict[date | None, tuple[Item, ...]] = {}

    @property
    def edition(self) -> str:
        """A name for the record as it stands in its file and its journal, new after every change."""
        stands = [path.stat() for name in (RECORD, JOURNAL) if (path := self.case / name).exists()]
        marks = (f"{stat.st_mtime_ns}-{stat.st_size}-{stat.st_ino}" for stat in stands)
        return sha256("\n".join((__version__, *marks)).encode()).hexdigest()[:16]

    def sections(self, as_of: date | None = None, tongue: Tongue = ENGLISH) -> Views:
        """Return the sections of the record, or of what was known at the end of a day, in a language.

        Raises:
            DamagedCaseError: If the case holds no whole record.
        """
        if not has_record(self.case):
            raise DamagedCaseError(str(self.case), "has no record: compile it first")
        with self._lock:
            edition = self.edition
            if edition != self._edition:
                self._views.clear()
                self._queues.clear()
            view = as_of, tongue.code
            if view not in self._views:
                self._views[view] = Views(self._record(as_of), tongue)
                self._edition = edition
                self._forget(view)
            self._views.move_to_end(view)
            return self._views[view]

    def queue(self, as_of: date | None = None) -> tuple[Item, ...]:
        """Return what waits for a decision on the record, or on what was known at the end of a day."""
        record = self.sections(as_of).record
        if as_of not in self._queues:
            self._queues[as_of] = review_queue(record)
        return self._queues[as_of]

    def tell(self, sequence: int, changes: Mapping[str, tuple[Change, ...]]) -> None:
        """Remember what a decision changed, told in each language."""
        self.told[sequence] = changes
        while len(self.told) > _MOST_TOLD:
            self.told.popitem(last=False)

    def _record(self, as_of: date | None) -> Record:
        if (held := self._held(as_of)) is not None:
            return held
        if as_of is None:
            return self._whole()
        return record_as_of(self._held(None) or self._whole(), as_of, read_options(self.case).shown_first)

    def _whole(self) -> Record:
        try:
            record, self.fault = redecided(self.case), ""
        except DamagedCaseError as error:
            record, self.fault = read_record(self.case), str(error)
        return record

    def _held(self, as_of: date | None) -> Record | None:
        """Return the record of a day if it lies here in any language."""
        return next((view.record for (day, _), view in self._views.items() if day == as_of), None)

    def _forget(self, newest: tuple[date | None, str]) -> None:
        while len(self._views) > MOST_VIEWS:
            oldest = next(view for view in self._views if view[0] is not None and view != newest)
            del self._views[oldest]
