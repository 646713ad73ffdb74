"""Names of persons: which word is the surname, and which two can be one person."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from svod.resolution.fold import fold_word, words
from svod.resolution.words import PARTICLES, PATRONYMIC_ENDS, TITLES

# Two spellings of one given name may part by this share of their letters once folded ("alexandr",
# "alexander": 1 of 9); different given names of one initial stand further apart ("marat", "murat": 1 of 5).
_GIVEN_DISTANCE = 0.17


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """The name of a person, folded.

    Attributes:
        surname: Key of the surname with its particles.
        given: Keys of given names in order; an initial is a single letter.
        patronymic: Key of the patronymic, or empty.
    """

    surname: str
    given: tuple[str, ...] = ()
    patronymic: str = ""

    @property
    def fullness(self) -> int:
        """How much the name tells: letters of given names and patronymic."""
        return sum(map(len, self.given)) + len(self.patronymic)


def parse_person(name: str) -> PersonName:
    """Return the parts of a person's name in any script.

    The surname is the last word with the particles before it, or the first
    one where a patronymic or an initial ends the name ("Smirnov P. I.",
    "Смирнов Пётр Ильич"). Titles before the name are left out. A name of one
    word is a bare surname.
    """
    folded = [key for word in words(name) if (key := fold_word(word))]
    while len(folded) > 1 and folded[0] in TITLES:
        folded = folded[1:]
    patronymic = next((word for word in folded[1:] if _is_patronymic(word)), "")
    surname_first = len(folded) > 1 and (
        len(folded[-1]) == 1 or (len(folded) > 2 and folded[-1] == patronymic)
    )
    patronymic = patronymic if len(folded) > 2 else ""
    if surname_first:
        surname, rest = folded[0], folded[1:]
    else:
        cut = _surname_start(folded)
        surname, rest = "".join(folded[cut:]), folded[:cut]
    given = tuple(word for word in rest if word != patronymic)
    return PersonName(surname, given, patronymic)


def compatible(one: PersonName, other: PersonName) -> bool:
    """Tell whether two names can be one person's.

    The surname must be the same under the key. Given names are compared one
    by one as far as both go, an initial with the first letter of a name; the
    same names run together or parted by a hyphen are one. A patronymic binds
    only where both names have one.
    """
    if one.surname != other.surname:
        return False
    if one.patronymic and other.patronymic and not _same_given(one.patronymic, other.patronymic):
        return False
    together = "".join(one.given) == "".join(other.given)
    return together or all(_same_given(a, b) for a, b in zip(one.given, other.given, strict=False))


def _is_patronymic(word: str) -> bool:
    return any(word.endswith(end) and len(word) > len(end) for end in PATRONYMIC_ENDS)


def _surname_start(folded: list[str]) -> int:
    start = max(0, len(folded) - 1)
    while start > 1 and folded[start - 1] in PARTICLES:
        start -= 1
    return start


def _same_given(one: str, other: str) -> bool:
    if one[0] != other[0]:
        return False
    if 1 in (len(one), len(other)):
        return True
    return Levenshtein.normalized_distance(one, other) <= _GIVEN_DISTANCE
