"""What later statements say on promises and demands: composed statements in composed accounts."""

from dataclasses import replace
from typing import Any

import pytest

from composed import document, event, figure, wish
from svod.model import CommitmentClaim, Document, Party, Statement, reprint_roots
from svod.resolution.bearing import find_bearings

CABINET, CROWD = Party("the cabinet", "authorities"), Party("the crowd", "protesters")
ACCOUNTS = [document("a", "2031-05-04"), document("b", "2031-05-09")]


def promise(content: str, name: str = "a", amount: float | None = None, **other: Any) -> Statement:
    claim = CommitmentClaim(CABINET, content, amount=amount, unit="USD" if amount else "")
    return replace(wish(content, name), claim=claim, **{"where": None, **other})


def told(quote: str, type_: str, **other: Any) -> Statement:
    return event(quote, type_, **{"where": "", "when": "2031-05-08", "document": "b", **other})


def how(*said: Statement, accounts: list[Document] | None = None) -> list[str]:
    documents = accounts or ACCOUNTS
    return [one.how for one in find_bearings(said, documents, reprint_roots(documents))]


WITHDRAW = promise("withdraw the peacekeepers")
LEFT = told("The peacekeepers left", "withdrawal")

KEPT = [
    (WITHDRAW, LEFT, ["done"]),
    (WITHDRAW, replace(LEFT, polarity="denied"), ["contradicted"]),
    (WITHDRAW, told("Миротворцы покинули базу", "withdrawal"), ["done"]),
    (promise("release the miners"), told("The miners were released", "legal_action"), ["done"]),
    (promise("restore the internet"), told("Internet was restored", "restoration"), ["done"]),
    (WITHDRAW, promise("withdraw peacekeepers", "b"), ["repeated"]),
    (WITHDRAW, promise("withdraw peacekeepers", "b", polarity="denied"), ["contradicted"]),
    (wish("lower gas prices", by=CROWD), promise("cut the price of gas", "b"), ["promised"]),
    (
        wish("the government to resign", by=CROWD),
        told("The government resigned", "leadership_change"),
        ["done"],
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), KEPT)
def test_a_later_statement_is_linked(one: Statement, other: Statement, expected: list[str]) -> None:
    assert how(one, other) == expected
    assert how(other, one) == expected


APART = [
    pytest.param(WITHDRAW, replace(LEFT, modality="planned"), id="only planned"),
    pytest.param(WITHDRAW, replace(LEFT, when="2031-05-02"), id="done before it was promised"),
    pytest.param(WITHDRAW, replace(LEFT, when=None), id="no day"),
    pytest.param(WITHDRAW, told("The miners left", "withdrawal"), id="another object"),
    pytest.param(WITHDRAW, told("The peacekeepers left", "deployment"), id="another act"),
    pytest.param(
        promise("restore the internet"), told("Water was restored", "restoration"), id="another service"
    ),
    pytest.param(
        promise("withdraw 300 peacekeepers"), told("20 peacekeepers left", "withdrawal"), id="other number"
    ),
    pytest.param(
        replace(WITHDRAW, where=event("x", where="orel").where),
        told("The peacekeepers left", "withdrawal", where="tarn"),
        id="another place",
    ),
    pytest.param(
        WITHDRAW, wish("withdraw the peacekeepers", "b", by=CROWD), id="a demand repeats no promise"
    ),
    pytest.param(
        promise("pay miners", amount=50.0), promise("pay miners", "b", amount=70.0), id="another sum"
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_not_the_same_is_not_linked(one: Statement, other: Statement) -> None:
    assert how(one, other) == []


def test_money_that_went_over_keeps_a_promise_of_the_same_sum() -> None:
    pay = promise("pay the miners", amount=50.0)
    paid = figure(50.0, "The miners received 50 dollars", "payment", document="b", unit="USD")
    assert how(pay, paid) == ["done"]
    assert how(pay, replace(paid, claim=replace(paid.claim, unit="EUR"))) == []  # type: ignore[type-var]
    owed = figure(50.0, "The miners are owed 50 dollars", "payment", document="b", unit="USD")
    assert how(pay, owed) == []


@pytest.mark.parametrize("day", [None, "2031-05", "2031-05-04", "2031-05-01"])
def test_only_an_account_of_a_later_day_counts(day: str | None) -> None:
    assert how(WITHDRAW, LEFT, accounts=[ACCOUNTS[0], document("b", day)]) == []


def test_a_reprint_repeats_nothing() -> None:
    accounts = [ACCOUNTS[0], document("b", "2031-05-09", reprint_of="a")]
    assert how(WITHDRAW, promise("withdraw the peacekeepers", "b"), accounts=accounts) == []


def test_an_event_in_the_words_of_a_later_promise_is_not_done() -> None:
    assert how(WITHDRAW, promise("The peacekeepers left", "b"), LEFT) == ["repeated"]
