"""Bytes to documents: the first stage.

```
paths ─find_files→ FoundFile ─reader→ Content ─make_document→ Document ─mark_reprints→ Document
                 (sidecar facts)    (one per format)   (language, date, title, evidence)
```

`read_documents` does all of it but the reprints, and lists what could not be read.
"""

from svod.ingest.finding import Found, FoundFile, find_files
from svod.ingest.intake import Intake, Outcomes, Task, read_documents, read_task
from svod.ingest.readers.limits import MAX_SECONDS, PATIENCE, TimeIsUpError, time_limit, too_slow
from svod.ingest.reading import MAX_BYTES, Outcome, read_file
from svod.ingest.reprints import mark_reprints
from svod.ingest.sidecar import Facts, columns_fault

__all__ = [
    "MAX_BYTES",
    "MAX_SECONDS",
    "PATIENCE",
    "Facts",
    "Found",
    "FoundFile",
    "Intake",
    "Outcome",
    "Outcomes",
    "Task",
    "TimeIsUpError",
    "columns_fault",
    "find_files",
    "mark_reprints",
    "read_documents",
    "read_file",
    "read_task",
    "time_limit",
    "too_slow",
]
