"""Hypothesis strategies: records of any shape, valid or not in meaning."""

from typing import Any

from hypothesis import strategies as st

from svod.model import (
    Disagreement,
    Document,
    Entity,
    Event,
    Label,
    Mention,
    Record,
    Series,
    Span,
    Statement,
    Trouble,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBER = st.floats(allow_nan=False) | st.integers(-(10**20), 10**20)  # counts are whole numbers


def tuples_of(kind: type) -> st.SearchStrategy[Any]:
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


st.register_type_strategy(str, TEXT)
st.register_type_strategy(float, NUMBER)
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(Span, st.builds(Span, st.integers(0, 99), st.integers(0, 99)))

RECORDS = st.builds(
    Record,
    title=TEXT,
    documents=tuples_of(Document),
    statements=tuples_of(Statement),
    mentions=tuples_of(Mention),
    origins=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    entities=tuples_of(Entity),
    events=tuples_of(Event),
    series=tuples_of(Series),
    disagreements=tuples_of(Disagreement),
    labels=tuples_of(Label),
    troubles=tuples_of(Trouble),
)
