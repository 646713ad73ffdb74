"""Publishing: what may leave a case, with the words withheld that people withhold."""

from svod.publishing.bars import BAR, make_bars
from svod.publishing.profiles import PROFILES, Profile
from svod.publishing.publish import published

__all__ = ["BAR", "PROFILES", "Profile", "make_bars", "published"]
