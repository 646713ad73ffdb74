"""Made-up crises of any size in three languages; the n-th account is the same whatever the size."""

import json
import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("crises.toml").read_text("utf-8"))

LANGUAGES = ("en", "ru", "kk")
ACCOUNTS_OF_ONE = 100
"""How many accounts each of many crises has."""

_SENTENCES = 3
_TOLD = 6
"""How often an event is told, on average."""
_DAYS = 60
_PLACES = 6
_EPOCH = date(2011, 1, 3)


@dataclass(frozen=True, slots=True)
class Account:
    """One short document as an outlet would publish it.

    Attributes:
        name: Its file without ending, which no other has.
        text: Three sentences, some 250 code points.
        language: BCP 47 tag.
        publisher: The outlet.
        published: Day of publication.
    """

    name: str
    text: str
    language: str
    publisher: str
    published: date


def account(number: int, *, many: bool, languages: Sequence[str] = LANGUAGES) -> Account:
    """Return the n-th account: of one crisis that goes on growing, or of one of many small ones.

    What is told of an event differs a little from account to account, so that there is
    something to disagree on. Each account brings half an event that nobody told before.
    """
    crisis, within = divmod(number, ACCOUNTS_OF_ONE) if many else (0, number)
    draw = random.Random(f"{many} {number}")  # noqa: S311 - a made-up crisis, no secret
    language = languages[number % len(languages)]
    known = within * _SENTENCES // _TOLD + 1
    told = [_told(crisis, draw.randrange(known), many, language, draw) for _ in range(_SENTENCES)]
    return Account(
        f"{language}-{number:06d}",
        " ".join(sentence for sentence, _ in told) + "\n",
        language,
        draw.choice(_WORDS["outlets"][language]),
        max(day for _, day in told),
    )


def write_accounts(folder: Path, numbers: range, *, many: bool, languages: Sequence[str]) -> int:
    """Write accounts into a folder with a sidecar; return how many code points they have."""
    folder.mkdir(parents=True)
    size = 0
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as sidecar:
        for number in numbers:
            one = account(number, many=many, languages=languages)
            size += len(one.text)
            (folder / f"{one.name}.txt").write_text(one.text, "utf-8")
            facts = {"file": f"{one.name}.txt", "lang": one.language, "publisher": one.publisher}
            sidecar.write(json.dumps(facts | {"published": one.published.isoformat()}) + "\n")
    return size


def _told(crisis: int, event: int, many: bool, language: str, draw: random.Random) -> tuple[str, date]:  # noqa: FBT001
    """Return an event in one sentence, and its day."""
    truth = random.Random(f"{many} {crisis} {event}")  # noqa: S311 - as above
    places = _WORDS["places"]
    near = places if not many else [places[(crisis * 5 + n) % len(places)] for n in range(_PLACES)]
    kind = truth.randrange(len(_WORDS["sentences"]["en"]))
    place = truth.choice(near)
    day = _EPOCH + timedelta(days=crisis * _DAYS // 2 % 4_000 + truth.randrange(_DAYS))
    count, number = truth.randrange(3, 40), truth.randrange(50, 2_000)
    sentence = _WORDS["sentences"][language][kind].format(
        place=place[language],
        day=_day(day, language),
        count=count + draw.choice((0, 0, 0, 1, 4)),
        number=number + draw.choice((0, 0, 0, 10, 60)),
    )
    return sentence, day


def _day(day: date, language: str) -> str:
    month = _WORDS["months"][language][day.month - 1]
    return {
        "en": f"{day.day} {month} {day.year}",
        "ru": f"{day.day} {month} {day.year} года",
        "kk": f"{day.year} жылы {day.day} {month}",
    }[language]
