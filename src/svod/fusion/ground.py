"""Ground: which places a document speaks of, and so of what it could have told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from svod.fusion.case import Case
from svod.model import Place, Statement, edtf

# A country is a document's ground if this share of its places lie there: one foreign capital in
# passing does not make an account of that country.
_COUNTRY_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Ground:
    """Who could have told what.

    Attributes:
        accounts: Place id → accounts that speak of it, of a place in it, or
            of the place right above it as their own ground.
        published: Account → last day that it may have been published on first.
        shown: Account → the document to list for it.
    """

    accounts: Mapping[str, frozenset[str]]
    published: Mapping[str, date]
    shown: Mapping[str, str]


def survey(case: Case) -> Ground:
    """Return the ground of all accounts; a reprint adds its places to its account's."""
    accounts: dict[str, set[str]] = defaultdict(set)
    for account, places in sorted(_places(case).items()):
        for place in _grounds(places):
            accounts[place].add(account)
    families: dict[str, list[str]] = defaultdict(list)
    for document in sorted(case.documents):
        families[case.roots[document]].append(document)
    return Ground(
        accounts={place: frozenset(found) for place, found in accounts.items()},
        published=_published(case),
        shown={root: root if root in members else members[0] for root, members in families.items()},
    )


def silent_on(
    statements: Iterable[Statement], where: Place | None, when: str | None, case: Case, ground: Ground
) -> tuple[str, ...]:
    """Return the documents that could have told of something and do not, sorted.

    A document could have told if it was published on the day or after it, and
    its ground covers the place. Of one account and its reprints, one document
    stands for all. Nothing can be told of what has no place or no day.
    """
    first = edtf.days(when)[0]
    if where is None or first == date.min:
        return ()
    able = frozenset().union(*(ground.accounts.get(place, ()) for place in (where.id, *where.within)))
    told = {case.account(s) for s in statements}
    silent = (account for account in able - told if ground.published.get(account, date.min) >= first)
    return tuple(sorted(ground.shown[account] for account in silent))


def _places(case: Case) -> dict[str, Counter[Place]]:
    found: dict[str, Counter[Place]] = defaultdict(Counter)
    mentioned = [(m.document, m.place) for m in case.mentions if m.kind == "place"]
    told = [(s.citation.document, s.where) for s in case.statements.values()]
    for document, place in (*mentioned, *told):
        if place is not None and document in case.roots:
            found[case.roots[document]][place] += 1
    return found


def _grounds(places: Counter[Place]) -> set[str]:
    """Return the ids that a document of these places covers from below or at par."""
    ids = {place.id for place in places if place.kind != "country"}
    ids |= {above for place in places if place.kind != "country" for above in place.within[:-1]}
    return ids | _countries(places)


def _countries(places: Counter[Place]) -> set[str]:
    counts: Counter[str] = Counter()
    for place, count in places.items():
        country = place.id if place.kind == "country" else place.within[-1] if place.within else ""
        if country:
            counts[country] += count
    total = sum(places.values())
    return {country for country, count in counts.items() if count >= total * _COUNTRY_SHARE}


def _published(case: Case) -> dict[str, date]:
    """Return the last day of first publication of each account that is dated."""
    found: dict[str, date] = {}
    for document in case.documents.values():
        root = case.roots[document.id]
        account = case.documents.get(root, document)
        if account.published:
            last = edtf.days(account.published)[1]
            found[root] = min(found.get(root, date.max), last)
    return found
