"""What lies ahead: plans are not dated into the past, and the future is told as a plan."""

import re

from svod.extraction.reading import Finding, Reading
from svod.model.edtf import days, gap_days

_YEAR = re.compile(r"(?<![\d-])\d{4}")


def lies_ahead(reading: Reading, finding: Finding, when: str | None) -> bool:
    """Tell whether a time begins after publication: what stands then is a plan.

    Unless the verb is in the past: "they have cancelled Friday's flights".
    """
    published = reading.annotation.document.published
    past = reading.trees[finding.sentence][finding.node].feature("Tense") == "Past"
    return bool(when and published) and not past and days(when)[0] > days(published)[1]


def put_ahead(reading: Reading, finding: Finding, when: str | None) -> str | None:
    """Return the time of a plan, a year later where it was read as past for want of a year.

    A bare "1 July" promised in January is the next one: it is nearer than the
    last. A year that the sentence names stands.
    """
    document = reading.annotation.document
    if not when or not document.published or days(when)[1] >= days(document.published)[0]:
        return when
    later = _YEAR.sub(lambda year: str(int(year[0]) + 1), when)
    if gap_days(when, document.published) <= gap_days(later, document.published):
        return when
    sentence = reading.trees[finding.sentence].sentence.span.of(document.text)
    years = set(_YEAR.findall(when))
    if not years or any(year in sentence for year in years):
        return when
    return later
