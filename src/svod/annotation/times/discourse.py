"""What a time expression may lean on: publication, the sentence, the time last spoken of."""

import re
from dataclasses import dataclass
from datetime import date

from svod.model import edtf

_STORY_DAYS = 366
"""What lies further back than a year is background, not the story that is told."""


@dataclass(slots=True)
class Discourse:
    """Where the reader stands in a text.

    Attributes:
        today: EDTF of the publication, or `None`.
        last: EDTF day, month or year last spoken of, or `None`.
        aside: Such a time from the background of the story: more than a year
            before publication. It holds for its paragraph.
        stretch: The stretch that began at a time told ("since Monday"), or `None`.
        period: The reporting period last spoken of, as months, or `None`.
        closing: Month in which the business year of the text ends, or `None`.
        year: A year that the sentence names, or `None`.
        ahead: Whether the words around speak of the future.
        beside: EDTF of the day named just before, joined by "and" or "or", or `None`.
        put_off: Whether the clause puts something off to the time.
        perfect: Whether the verb before speaks of what lasts up to now.
        first_word: Whether the expression opens its sentence.
        clock: Local hour and minute of publication, or `None`.
    """

    today: str | None
    last: str | None = None
    aside: str | None = None
    stretch: str | None = None
    period: str | None = None
    closing: int | None = None
    year: int | None = None
    ahead: bool = False
    beside: str | None = None
    put_off: bool = False
    perfect: bool = False
    first_word: bool = False
    clock: tuple[int, int] | None = None

    @property
    def anchor(self) -> date | None:
        """The last day that publication may mean."""
        return edtf.days(self.today)[1] if self.today else None

    @property
    def told(self) -> str | None:
        """The time last spoken of: the background's inside its paragraph, else the story's."""
        return self.aside or self.last

    @property
    def day(self) -> str | None:
        """The time last spoken of, else publication."""
        return self.told or self.today

    def follow(self, value: str | None) -> None:
        """Take note of a time spoken of; open beginnings and vague ones are passed over."""
        if value is None or value.startswith(("../", "/")):
            return
        first, _, last = value.partition("/")
        point = first if last in ("", "..") else last
        if self.anchor and (self.anchor - edtf.days(point)[1]).days > _STORY_DAYS:
            self.aside = point
        else:
            self.aside, self.last = None, point


def clock_of(value: str | None) -> tuple[int, int] | None:
    """Return the hour and minute of an EDTF point, or `None` if it tells none."""
    match = re.fullmatch(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)(?::\d\d)?", value or "")
    return (int(match[1]), int(match[2])) if match else None


def published_as(value: str | None) -> str | None:
    """Return a publication date without its qualifier; of an interval the end."""
    if not value or not edtf.is_edtf(value):
        return None
    bare = re.sub(r"T[\d:]*|[~?%]", "", value).split("/")[-1]
    return bare if re.fullmatch(r"\d{4}(-\d\d){0,2}", bare) and edtf.days(bare)[1] != date.max else None
