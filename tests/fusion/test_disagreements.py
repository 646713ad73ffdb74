"""What is a disagreement and what only looks so, on composed accounts."""

from dataclasses import replace

import pytest
from told import blame, document, event, figure, record, voices, wish

from svod.model import Disagreement, Document, Party, Span, Statement

CROWD = Party("the crowd", "protesters")
ARMED = Party("боевики", "armed_group")
GUARDS = Party("the guards", "security_forces")
TROOPS = Party("foreign troops", "foreign_forces")
MINISTRY = voices("Ministry")


def found(*clusters: list[Statement], documents: list[Document] | None = None) -> tuple[Disagreement, ...]:
    return record(*clusters, documents=documents).disagreements


def kinds(*clusters: list[Statement], documents: list[Document] | None = None) -> list[str]:
    return [disagreement.kind for disagreement in found(*clusters, documents=documents)]


def test_two_exact_counts_of_two_origins_disagree_once() -> None:
    [only] = found([figure(16), figure(18, document="b"), figure(16, document="c")])
    assert only.kind == "count"
    assert [(side.value, side.origins) for side in only.sides] == [
        ("16", ("Paper a", "Paper c")),
        ("18", ("Paper b",)),
    ]
    assert only.why == "Number of people killed, Tarn: Paper a and Paper c say 16; Paper b says 18."


def test_more_than_ten_does_not_exclude_twelve() -> None:
    assert kinds([figure(12), figure(10, high=None, bound="at_least", document="b")]) == []


def test_about_two_hundred_does_not_exclude_a_near_number() -> None:
    assert kinds([figure(191), figure(200, bound="approximate", document="b")]) == []


def test_a_vague_number_excludes_nothing() -> None:
    assert kinds([figure(164), figure(20, high=100, bound="vague", document="b")]) == []


def test_a_later_number_of_one_origin_is_a_revision() -> None:
    said = [figure(12, voice=MINISTRY), figure(18, voice=MINISTRY, document="b")]
    documents = [document("a", "2031-05-05"), document("b", "2031-05-06")]
    assert kinds(said, documents=documents) == []


def test_numbers_for_different_days_are_no_rivals() -> None:
    assert kinds([figure(12), figure(18, when="2031-05-08", document="b")]) == []


def test_two_accounts_of_one_change_from_one_number_to_another_agree() -> None:
    change = [figure(380, start=0), figure(300, start=40)]
    again = [figure(380, start=0, document="b"), figure(300, start=40, document="b")]
    assert kinds([*change, *again]) == []
    assert kinds([*change, figure(380, document="b")]) == ["count"]


def test_one_voice_in_two_outlets_does_not_disagree_with_itself() -> None:
    assert kinds([figure(12, voice=MINISTRY), figure(18, voice=MINISTRY, document="b")]) == []


def test_rival_names_for_one_group_are_a_characterisation() -> None:
    said = [event("crowd took it", actor=CROWD), event("боевики взяли", actor=ARMED, document="b")]
    [only] = found(said)
    assert (only.kind, {side.value for side in only.sides}) == ("characterisation", {"the crowd", "боевики"})


def test_rival_names_for_the_victims_are_a_characterisation_too() -> None:
    said = [event("shot", "killing", target=CROWD), event("убиты", "killing", target=ARMED, document="b")]
    assert kinds(said) == ["characterisation"]


def test_different_bodies_are_an_agent() -> None:
    said = [
        event("cleared", "recapture", actor=GUARDS),
        event("freed", "recapture", actor=TROOPS, document="b"),
    ]
    assert kinds(said) == ["agent"]


def test_two_sides_of_a_clash_are_no_agent() -> None:
    said = [event("fought", "clash", actor=GUARDS), event("fought", "clash", actor=TROOPS, document="b")]
    assert kinds(said) == []


def test_who_may_act_through_another_is_no_agent() -> None:
    rulers = Party("the governor", "authorities")
    said = [event("cleared", actor=GUARDS), event("freed", actor=rulers, document="b")]
    assert kinds(said) == []


def test_doers_who_share_a_word_are_no_agent() -> None:
    both = Party("foreign troops with the guards", "foreign_forces")
    assert kinds([event("cleared", actor=GUARDS), event("freed", actor=both, document="b")]) == []


def test_distancing_quotation_marks_are_a_characterisation() -> None:
    doubted = Party("«защитники»", "security_forces", scare_quotes=True)
    assert kinds([event("came", actor=GUARDS), event("пришли", actor=doubted, document="b")]) == [
        "characterisation"
    ]


def test_precise_days_that_cannot_meet_are_a_time() -> None:
    said = [event("taken"), event("taken", when="2031-05-06", document="b")]
    assert kinds(said) == ["time"]


def test_a_day_and_a_stretch_that_holds_it_are_no_time() -> None:
    assert kinds([event("taken"), event("taken", when="2031-05-01/2031-05-09", document="b")]) == []


def test_what_lasts_for_days_has_no_time_to_dispute() -> None:
    said = [event("rallied", "protest"), event("rallied", "protest", when="2031-05-06", document="b")]
    assert kinds(said) == []


def test_a_denial_by_another_origin_is_an_occurrence() -> None:
    assert kinds([event("taken"), event("not taken", document="b", polarity="denied")]) == ["occurrence"]


@pytest.mark.parametrize(
    ("dated_by", "when", "kind"),
    [
        ("context", "2031-05-20", ["occurrence"]),
        ("context", "2031-05-01", []),
        ("clause", "2031-05-20", []),
        ("clause", "2031-05-04", ["occurrence"]),
    ],
)
def test_a_denial_speaks_of_all_days_before_it_unless_it_names_one(
    dated_by: str, when: str, kind: list[str]
) -> None:
    denial = event("not taken", when=when, document="b", polarity="denied", dated_by=dated_by)
    assert kinds([event("taken"), denial]) == kind


def test_nobody_is_given_the_words_of_another() -> None:
    crowd, armed, bandits = CROWD, Party("armed men", "armed_group"), Party("bandits", "armed_group")
    said = [
        event("taken", actor=crowd),
        event("taken", actor=armed, document="b"),
        event("taken", actor=bandits, document="c"),
    ]
    [only] = found(said)
    assert {side.value for side in only.sides} == {CROWD.text, "armed men or bandits"}


def test_blame_that_is_denied_is_an_occurrence() -> None:
    said = [blame("they are bandits", CROWD), blame("we are no bandits", CROWD, "b", polarity="denied")]
    [only] = found(said)
    assert (only.kind, only.about) == ("occurrence", ())
    assert only.why.startswith("The charge “they are bandits”: ")


def test_a_region_and_its_country_are_not_comparable() -> None:
    money = {"measure": "cost", "of": "damage"}
    region = figure(16e9, where="north", unit="KZT", **money)
    country = figure(2e9, where="land", unit="USD", document="b", **money)
    [only] = found([region], [country])
    assert only.kind == "not_comparable"
    assert only.why == ("Not the same quantity: North Region lies in Land; they are in KZT and USD.")


def test_a_part_of_the_people_is_not_comparable_with_all() -> None:
    guards = figure(18, of="security_forces", where="land")
    [only] = found([guards], [figure(40, document="b")])
    assert only.kind == "not_comparable"
    assert "security forces are a part of all people" in only.why


def test_one_account_does_not_look_like_its_own_rival() -> None:
    assert kinds([figure(18, of="security_forces")], [figure(40, start=90)]) == []


def test_prices_of_different_days_are_not_comparable() -> None:
    price = {"measure": "price", "of": "gas", "unit": "KZT"}
    assert kinds([figure(60, when="2030-12", **price)], [figure(120, when="2031-01", start=90, **price)]) == [
        "not_comparable"
    ]


def test_a_narrower_place_is_not_another_place() -> None:
    said = [event("rallied", "protest"), event("rallied", "protest", where="north", document="b")]
    [only] = found(said)
    assert (only.kind, only.why) == ("not_comparable", "Not another place: Tarn lies in North Region.")


def test_what_is_demanded_is_not_set_against_what_happened() -> None:
    demand = wish("the cabinet must be driven out", document="b")
    wanted = event("driven out", actor=TROOPS, document="b", start=20)
    told = event("cleared", actor=GUARDS)
    assert kinds([told, replace(wanted, trigger=Span(21, 27))], [demand]) == []


def test_a_denied_number_says_nothing_on_another() -> None:
    denial = figure(164, document="b", polarity="denied")
    assert kinds([figure(103), denial], documents=[document("a", "2031-05-12"), document("b")]) == []


def test_a_part_greater_than_the_whole_is_no_part_of_it() -> None:
    assert kinds([figure(50, of="security_forces")], [figure(40, document="b")]) == []


@pytest.mark.parametrize(("type_", "severity"), [("killing", "high"), ("recapture", "medium")])
def test_severity_goes_by_what_hangs_on_it(type_: str, severity: str) -> None:
    said = [event("one", type_, actor=GUARDS), event("other", type_, actor=TROOPS, document="b")]
    [only] = found(said)
    assert (only.kind, only.severity) == ("agent", severity)


def test_a_quarrel_over_words_is_light_and_what_cannot_be_compared_weighs_nothing() -> None:
    words = [event("shot", "killing", target=CROWD), event("убиты", "killing", target=ARMED, document="b")]
    scope = [[figure(18, of="security_forces")], [figure(40, document="b")]]
    assert [only.severity for only in found(words)] == ["low"]
    assert [only.severity for only in found(*scope)] == ["none"]
