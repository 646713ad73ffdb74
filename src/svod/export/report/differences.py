"""Section: where accounts differ, with the words of each side."""

from dataclasses import dataclass

from svod.export.report.index import Index, Item, difference_title, ordered_differences, side_value
from svod.export.report.quote import Quote, quotes, shared_language
from svod.model import Disagreement, Side


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: its value, who stands behind it, and the words.

    `language` is that of the words if they are all in one, else empty.
    """

    value: str
    language: str
    origins: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement, or one pair that only looks like it."""

    number: int
    anchor: str
    kind: str
    severity: str
    why: str
    about: tuple[Item, ...]
    is_wording: bool
    sides: tuple[SideView, ...]


def difference_views(index: Index) -> tuple[list[Difference], list[Difference]]:
    """Return the disagreements, then what is not comparable."""
    ordered = ordered_differences(index.record)
    views = [(item, _view(index, number, item)) for number, item in enumerate(ordered, 1)]
    real = [view for item, view in views if item.kind != "not_comparable"]
    return real, [view for item, view in views if item.kind == "not_comparable"]


def _view(index: Index, number: int, item: Disagreement) -> Difference:
    return Difference(
        number=number,
        anchor=f"x-{item.id}",
        kind=index.tongue.word("disagreement", item.kind),
        severity="" if item.severity == "none" else index.tongue.word("severity", item.severity),
        why=difference_title(index, item),
        about=tuple(index.clusters[about] for about in item.about if about in index.clusters),
        is_wording=item.kind == "characterisation",
        sides=tuple(_side(index, item, side) for side in item.sides),
    )


def _side(index: Index, item: Disagreement, side: Side) -> SideView:
    said = tuple(quotes(index, side.statements))
    return SideView(
        side_value(index.tongue, item, side), shared_language(index, side.statements), side.origins, said
    )
