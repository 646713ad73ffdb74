"""The pages over a case, for the people of this machine and nobody else.

guard.py ─→ app.py ─→ pages.py  api.py ─→ desk.py (the record, read again when it changes)
                         └ filters.py  links.py  search.py  voices.py ─→ templates/  static/

The sections themselves are those of the report (`svod.export.report`).
"""

from svod.web.app import create_app
from svod.web.server import serve_case

__all__ = ["create_app", "serve_case"]
