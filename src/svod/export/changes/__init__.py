"""Changes: what a later record says that an earlier one did not, in plain words."""

from svod.export.changes.change import Change
from svod.export.changes.find import find_changes

__all__ = ["Change", "find_changes"]
