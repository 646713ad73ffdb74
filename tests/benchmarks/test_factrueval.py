"""factRuEval: lines composed here, in the format of the set."""

from benchmarks.factrueval import Entity, read_entities

from svod.model import Span

SPANS = """1 org_descr 0 4 11 1  # 11 банк
2 org_name 5 5 12 1  # 12 Заря
3 name 20 4 13 1  # 13 Анна
4 surname 25 6 14 1  # 14 Лескова
5 loc_name 5 3 15 1  # 15 Зар
6 org_name 40 6 16 1  # 16 Россия
7 org_name 40 9 17 1  # 17 Россия-24
"""
OBJECTS = """21 Org 1 2 # банк Заря
22 Person 3 4 # Анна Лескова
23 LocOrg 5 # Зар
24 Org 1 # банк
25 Org 6 # Россия
26 Org 7 # Россия-24
"""


def test_entities_are_their_names_without_descriptors() -> None:
    assert read_entities(SPANS, OBJECTS) == (
        Entity(Span(5, 8), "place"),
        Entity(Span(5, 10), "organisation"),
        Entity(Span(20, 31), "person"),
        Entity(Span(40, 49), "organisation"),
    )
