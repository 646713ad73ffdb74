"""Publishing: what may leave a case, with the words withheld that people withhold."""

from svod.publishing.bars import BAR, Bars, make_bars
from svod.publishing.profiles import PROFILES, Profile, withheld_words
from svod.publishing.publish import published

__all__ = ["BAR", "PROFILES", "Bars", "Profile", "make_bars", "published", "withheld_words"]
