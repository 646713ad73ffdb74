"""The record as files: tables, maps and the report.

    Record ─ statement.py  account.py  cluster.py ─→ rows ─→ jsonl.py  table.py ─→ file
           ─ geojson.py ─────────────────────────────────────────────────────────→ file
           ─ report/ ────────────────────────────────────────────────────────────→ one HTML page

Every export of one record gives the same bytes: UTF-8, Unix line ends, sorted.
"""

from svod.export.formats import FORMATS, TABLES, Exporter, export, write_csv_folder
from svod.export.report import write_report

__all__ = ["FORMATS", "TABLES", "Exporter", "export", "write_csv_folder", "write_report"]
