"""Who did something, in an address: one key in every language."""

import re
from html import unescape

import httpx

from svod.model import Record
from svod.tongue import load_tongue
from svod.web.filters import Filter
from svod.web.views import Views


def offered(page: str) -> dict[str, str]:
    box = page.split('id="by-actor"')[1].split("</select>", maxsplit=1)[0]
    return {
        unescape(value): unescape(words).rpartition(" (")[0]
        for value, words in re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)', box)
    }


def test_an_actor_has_one_key_in_every_language(reader: httpx.Client) -> None:
    english, russian = (
        offered(reader.get("/chronology", params={"lang": code}).text) for code in ("en", "ru")
    )
    assert english.keys() == russian.keys()
    assert english != russian


def test_words_of_any_language_still_mean_their_actor(example_record: Record) -> None:
    english = Views(example_record)
    russian = load_tongue("ru")
    moved = 0
    for choice in english.choices["actor"]:
        for word in (choice.text, russian.resay(choice.text)):
            if english.actors.aliases.get(word) == choice.value:
                moved += word != choice.value
                assert english.picked(Filter(actor=word)) == english.picked(Filter(actor=choice.value))
    assert moved


def test_who_has_an_entity_is_known_by_its_id(example_record: Record) -> None:
    views = Views(example_record)
    known = {choice.value for choice in views.choices["actor"]} & views.entity_by_id.keys()
    assert known
