"""The record on the desk: read once, read again when its file changes, cut to any day."""

from collections import OrderedDict
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Lock

from svod import __version__
from svod.errors import DamagedCaseError
from svod.export.report.sections import Sections
from svod.model import Record
from svod.pipeline import record_as_of
from svod.store import has_record, read_options, read_record
from svod.store.layout import JOURNAL, RECORD

# How many days a desk holds at once: a reader goes back and forth between a few.
MOST_DAYS = 8


class Desk:
    """The record of a case with its sections, shared by all requests.

    Whoever compiles into the case meanwhile is never blocked: the record is
    read as a whole, and the file is replaced as a whole.
    """

    def __init__(self, case: Path) -> None:
        self.case = case
        self._lock = Lock()
        self._edition = ""
        self._days: OrderedDict[date | None, Sections] = OrderedDict()

    @property
    def edition(self) -> str:
        """A name for the record as it stands in its file and its journal, new after every change."""
        stands = [path.stat() for name in (RECORD, JOURNAL) if (path := self.case / name).exists()]
        marks = (f"{stat.st_mtime_ns}-{stat.st_size}-{stat.st_ino}" for stat in stands)
        return sha256("\n".join((__version__, *marks)).encode()).hexdigest()[:16]

    def sections(self, as_of: date | None = None) -> Sections:
        """Return the sections of the record, or of what was known at the end of a day.

        Raises:
            DamagedCaseError: If the case holds no whole record.
        """
        if not has_record(self.case):
            raise DamagedCaseError(str(self.case), "has no record: compile it first")
        with self._lock:
            edition = self.edition
            if edition != self._edition:
                self._days.clear()
            if as_of not in self._days:
                self._days[as_of] = Sections(self._record(as_of))
                self._edition = edition
                self._forget(as_of)
            self._days.move_to_end(as_of)
            return self._days[as_of]

    def _record(self, as_of: date | None) -> Record:
        if as_of is None:
            return read_record(self.case)
        whole = self._days[None].record if None in self._days else read_record(self.case)
        return record_as_of(whole, as_of, read_options(self.case).shown_first)

    def _forget(self, newest: date | None) -> None:
        while len(self._days) > MOST_DAYS:
            oldest = next(day for day in self._days if day is not None and day != newest)
            del self._days[oldest]
