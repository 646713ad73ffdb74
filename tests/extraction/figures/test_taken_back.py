"""A later sentence may take back the number told before it. The texts are composed."""

import pytest
from figure_rows import figures, written

TAKEN_BACK = {
    "a verb": ("en", "The flood killed 40 people. On Friday the ministry withdrew that figure."),
    "a passive": ("en", "The flood killed 40 people. The number was later retracted."),
    "Russian": ("ru", "При наводнении погибли 40 человек. Позже ведомство опровергло эту цифру."),
    "Kazakh, a light verb": (
        "kk",
        "Су тасқынында 40 адам қаза тапты. Кейін министрлік бұл санды жоққа шығарды.",
    ),
}
NOT_TAKEN_BACK = {
    "confirmed": "The flood killed 40 people. On Friday the ministry confirmed that figure.",
    "not denied": "The flood killed 40 people. The ministry did not deny that figure.",
    "a number of something else": "The flood killed 40 people. He denied the number of robberies.",
    "another number": "The flood killed 40 people. He denied the figure of 50.",
    "long ago": "The flood killed 40 people. It rained. The roads were shut. He withdrew that figure.",
    "nothing told": "He withdrew that figure.",
}


@pytest.mark.parametrize(("tag", "text"), TAKEN_BACK.values(), ids=TAKEN_BACK)
def test_a_number_that_is_denied_later_is_denied_as_told(tag: str, text: str) -> None:
    told, denied = figures(text, tag)
    assert written(told) == written(denied) == "killed people 40 persons"
    assert (told.polarity, denied.polarity, denied.of) == (None, "denied", told)
    assert denied.rule == "figure taken back"


@pytest.mark.parametrize("text", NOT_TAKEN_BACK.values(), ids=NOT_TAKEN_BACK)
def test_what_does_not_deny_the_number_takes_nothing_back(text: str) -> None:
    assert not any(finding.rule == "figure taken back" for finding in figures(text, "en"))
