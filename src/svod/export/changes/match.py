"""Which cluster of one record is which of another: by the statements that they share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Told(Protocol):
    """Something that stands on statements."""

    @property
    def id(self) -> str:
        """Id in its record."""

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of its statements."""


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """The clusters of two records, side by side.

    Attributes:
        pairs: Old and new, in the order of the new record; each old one stands
            with the new one that holds most of its statements, and each new
            one with the old one that it takes most from.
        new: Those of the new record that hold nothing of the old.
        gone: Those of the old record of which the new one holds nothing.
        merged: New → old ones that it took in besides its pair.
        split: Old → new ones that took from it besides its pair.
    """

    pairs: tuple[tuple[T, T], ...]
    new: tuple[T, ...]
    gone: tuple[T, ...]
    merged: tuple[tuple[T, tuple[T, ...]], ...]
    split: tuple[tuple[T, tuple[T, ...]], ...]


def match(old: Sequence[T], new: Sequence[T]) -> Matched[T]:
    """Match the clusters of two records by shared statements."""
    heirs, sources = _overlaps(old, new), _overlaps(new, old)
    old_by_id, new_by_id = ({one.id: one for one in some} for some in (old, new))
    best = {one.id: heirs[one.id][0] for one in old if heirs[one.id]}
    paired = {two.id: sources[two.id][0] for two in new if sources[two.id]}
    pairs = {key: source for key, source in paired.items() if best.get(source) == key}
    return Matched(
        pairs=tuple((old_by_id[pairs[two.id]], two) for two in new if two.id in pairs),
        new=tuple(two for two in new if not sources[two.id]),
        gone=tuple(one for one in old if not heirs[one.id]),
        merged=_besides(new, sources, old_by_id, pairs),
        split=_besides(old, heirs, new_by_id, {source: key for key, source in pairs.items()}),
    )


def _besides(
    some: Iterable[T], others: Mapping[str, list[str]], by_id: Mapping[str, T], pairs: Mapping[str, str]
) -> tuple[tuple[T, tuple[T, ...]], ...]:
    found = (
        (one, tuple(by_id[key] for key in others[one.id] if key != pairs.get(one.id, others[one.id][0])))
        for one in some
        if len(others[one.id]) > 1
    )
    return tuple(found)


def _overlaps(some: Iterable[T], others: Iterable[T]) -> dict[str, list[str]]:
    """Return for each id the ids of those that share statements with it, most shared first."""
    homes = {statement: other.id for other in others for statement in other.statements}
    counts = {one.id: Counter(homes[s] for s in one.statements if s in homes) for one in some}
    return {key: sorted(found, key=lambda k: (-found[k], k)) for key, found in counts.items()}
