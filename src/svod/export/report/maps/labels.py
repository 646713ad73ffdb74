"""Names beside their marks, moved so that they do not cover each other."""

from dataclasses import dataclass

CHARACTER = 6.4  # mean width of a letter at the size of the map's labels
WIDE = 11.0  # the same for the capitals of countries
LINE = 13.0
GAP = 4.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name with the point of its baseline and how it is anchored there."""

    text: str
    x: float
    y: float
    anchor: str


def place_labels(
    marks: list[tuple[float, float, float, str]], width: float, height: float, taken: list[Box]
) -> list[Label | None]:
    """Place a name beside each mark, the first marks first.

    Args:
        marks: Position, radius and name of each mark, most important first.
        width: Width of the picture.
        height: Height of the picture.
        taken: Boxes that no name may cover.

    Returns:
        One label per mark, or `None` where no place is free.
    """
    boxes = [*taken, *((x - r, y - r, x + r, y + r) for x, y, r, _ in marks)]
    placed: list[Label | None] = []
    for x, y, radius, text in marks:
        label = next(
            (c for c in _candidates(x, y, radius, text) if _is_free(label_box(c), boxes, width, height)), None
        )
        placed.append(label)
        if label is not None:
            boxes.append(label_box(label))
    return placed


def place_names(
    names: list[tuple[str, tuple[tuple[float, float], ...]]], width: float, height: float, taken: list[Box]
) -> list[Label]:
    """Place wide-set names, each on the first of its spots that is free.

    Names that have no free spot are left out: they only help to find one's way.
    """
    boxes = list(taken)
    placed = []
    for text, spots in names:
        labels = (Label(text, x, y, "middle") for x, y in spots)
        label = next((c for c in labels if _is_free(label_box(c, WIDE), boxes, width, height)), None)
        if label is not None:
            placed.append(label)
            boxes.append(label_box(label, WIDE))
    return placed


def label_box(label: Label, character: float = CHARACTER) -> Box:
    """Return the box that a name takes."""
    wide = character * len(label.text)
    left = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return label.x - left, label.y - LINE + 2, label.x - left + wide, label.y + 3


def _candidates(x: float, y: float, radius: float, text: str) -> list[Label]:
    side, above, below = radius + GAP, y - radius - GAP, y + radius + LINE - 2
    return [
        Label(text, x + side, y + 4, "start"),
        Label(text, x - side, y + 4, "end"),
        Label(text, x, above, "middle"),
        Label(text, x, below, "middle"),
        Label(text, x + radius * 0.7 + 2, above + 2, "start"),
        Label(text, x + radius * 0.7 + 2, below, "start"),
        Label(text, x - radius * 0.7 - 2, above + 2, "end"),
        Label(text, x - radius * 0.7 - 2, below, "end"),
    ]


def _is_free(box: Box, taken: list[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > width - 2 or bottom > height - 2:
        return False
    return not any(left < x2 and x1 < right and top < y2 and y1 < bottom for x1, y1, x2, y2 in taken)
