"""The map shows what the case names, and claims no more than it knows."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
import sarybel_case
from hypothesis import given
from hypothesis import strategies as st

from svod.export.report.chronology import event_entries
from svod.export.report.index import index_record
from svod.export.report.maps import build_map
from svod.export.report.maps.frame import Spot, fit, window
from svod.export.report.maps.labels import label_box, place_labels
from svod.export.report.maps.land import BLEED, find_land
from svod.export.report.maps.outline import load_outline
from svod.model import Record


def drawn(record: Record) -> tuple[set[str], set[str]]:
    index = index_record(record)
    rows, view = build_map(index, event_entries(index), record.series)
    assert view is not None
    return {row.place.name for row in rows}, {symbol.row.place.name for symbol in view.symbols}


def test_the_outline_holds_the_countries_of_the_world() -> None:
    names = {country.name for country in load_outline()}
    assert len(names) > 230
    assert {"Kazakhstan", "Japan", "Brazil", "Fiji"} <= names


def test_rings_are_closed() -> None:
    assert all(ring[0] == ring[-1] for country in load_outline() for ring in country.rings)


def test_no_border_jumps_across_the_map() -> None:
    for country in load_outline():
        for ring in country.rings:
            steps = [abs(b[0] - a[0]) for a, b in pairwise(ring) if abs(a[1]) < 90]
            assert max(steps) < 180


@pytest.mark.parametrize(
    ("box", "name"),
    [((70, 42, 80, 46), "Kazakhstan"), ((136, 35, 140, 37), "Japan"), ((176, -20, 182, -15), "Fiji")],
)
def test_a_window_shows_the_land_in_it(box: tuple[float, float, float, float], name: str) -> None:
    assert name in {land.name for land in find_land(window(box, 400, 300))}


def test_land_is_cut_to_the_picture() -> None:
    for land in find_land(window((60, 40, 80, 50), 400, 300)):
        points = [
            tuple(map(float, pair.split())) for pair in land.path.strip("MZ").replace("ZM", "L").split("L")
        ]
        assert all(
            -BLEED - 1 <= x <= 400 + BLEED + 1 and -BLEED - 1 <= y <= 300 + BLEED + 1 for x, y in points
        )


SPOTS = st.lists(
    st.builds(Spot, st.floats(-170, 170), st.floats(-70, 70), st.floats(0.5, 50), st.integers(1, 9)),
    min_size=1,
    max_size=12,
)


@given(SPOTS)
def test_a_window_holds_most_of_what_is_named(spots: list[Spot]) -> None:
    frame = fit(spots, 760, 470)
    seen = sum(s.weight for s in spots if frame.holds(s.longitude, s.latitude))
    assert seen >= 0.89 * sum(s.weight for s in spots)


def test_one_far_place_does_not_shrink_the_map() -> None:
    near = [Spot(76.9, 43.2, 10, 30), Spot(77.1, 43.4, 2, 5)]
    frame = fit([*near, Spot(4.35, 50.85, 10, 1)], 760, 470)
    assert not frame.holds(4.35, 50.85)
    assert frame.east - frame.west < 2


MARKS = st.lists(
    st.tuples(
        st.floats(0, 760), st.floats(0, 470), st.floats(3, 17), st.text("abcde ", min_size=3, max_size=20)
    ),
    max_size=25,
)


@given(MARKS)
def test_names_never_cover_each_other(marks: list[tuple[float, float, float, str]]) -> None:
    labels = place_labels(marks, 760, 470, [])
    assert len(labels) == len(marks)
    boxes = [label_box(label) for label in labels if label]
    for (l1, t1, r1, b1), (l2, t2, r2, b2) in combinations(boxes, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1


def test_every_place_stands_in_the_table_and_the_near_ones_on_the_map(record: Record) -> None:
    listed, shown = drawn(record)
    assert listed == {series.where.name for series in record.series if series.where} | {
        event.where.name for event in record.events if event.where
    }
    assert "Kamenka" not in shown
    assert {"Sarybel", "Kamysh", "Sarybel fertiliser works"} <= shown


def test_a_country_as_a_whole_is_no_spot_where_nearer_places_are_known(record: Record) -> None:
    first, *others = record.events
    _, shown = drawn(replace(record, events=(replace(first, where=sarybel_case.KAZAKHSTAN), *others)))
    assert "Kazakhstan" not in shown


def test_there_is_no_map_where_nothing_has_a_place(record: Record) -> None:
    bare = replace(
        record,
        events=tuple(replace(event, where=None) for event in record.events),
        series=tuple(replace(series, where=None) for series in record.series),
    )
    index = index_record(bare)
    assert build_map(index, event_entries(index), bare.series) == ([], None)
