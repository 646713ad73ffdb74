"""The report: one self-contained HTML page, readable without script, printable.

Record ─ index.py ─→ Index ─ one module a section ─→ sections.py ─→ templates/ ─→ page
"""

from svod.export.report.page import write_report

__all__ = ["write_report"]
