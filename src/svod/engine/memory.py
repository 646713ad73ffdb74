"""What was worked out before is not worked out again: results by the digest of all they depend on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

from svod.store import Kept, from_text, to_text

R = TypeVar("R")


def key_of(*parts: str) -> str:
    """Return a digest of texts; of no other texts is it the same."""
    return sha256(
        "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
    ).hexdigest()


def recall(kept: Kept, keys: Iterable[str], kind: type[R]) -> dict[str, R]:
    """Return the results that are kept, by key; one that cannot be read is as if it were not there."""
    known: dict[str, R] = {}
    for key in keys:
        text = _opened(kept.get(key))
        try:
            if text is not None:
                known[key] = from_text(text, kind)
        except (ValueError, TypeError, RecursionError):
            continue
    return known


def _sealed(text: str) -> str:
    """Put a digest before a text, so that a row that was altered is not believed."""
    return f"{key_of(text)} {text}"


def _opened(row: str | None) -> str | None:
    digest, _, text = (row or "").partition(" ")
    return text if digest == key_of(text) else None


def remember(
    kept: Kept, keys: Sequence[str], results: Iterable[R], kind: type[R], *, lasts: Callable[[R], bool]
) -> Iterator[R]:
    """Pass results on and keep each that lasts as soon as it is there, so that an interrupted run loses none."""
    for key, result in zip(keys, results, strict=True):
        if lasts(result):
            kept.put(key, _sealed(to_text(result, kind)))
        yield result
