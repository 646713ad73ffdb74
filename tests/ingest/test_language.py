"""Languages of short and long texts. Composed texts."""

import pytest

from svod.ingest.language import detect_language

TEXTS = {
    "en": "The bridge over the river was closed after cracks were found in two of its pillars.",
    "ru": "Мост через реку закрыли после того, как в двух его опорах нашли трещины.",
    "kk": "Өзен үстіндегі көпір екі тірегінен жарық табылғаннан кейін жабылды.",
    "uk": "Міст через річку закрили після того, як у двох його опорах знайшли тріщини.",
    "de": "Die Brücke über den Fluss wurde gesperrt, nachdem in zwei Pfeilern Risse gefunden worden waren.",
    "fr": "Le pont sur la rivière a été fermé après la découverte de fissures dans deux de ses piliers.",
    "tr": "Nehir üzerindeki köprü, iki ayağında çatlaklar bulunduktan sonra trafiğe kapatıldı.",
}


@pytest.mark.parametrize(("tag", "text"), TEXTS.items())
def test_a_sentence_is_enough(tag: str, text: str) -> None:
    assert detect_language(text) == tag


def test_kazakh_names_do_not_make_a_russian_text_kazakh() -> None:
    assert detect_language(TEXTS["ru"] + " Об этом сообщила Әлия Қасымова из села Ақтоғай.") == "ru"


@pytest.mark.parametrize("text", ["", "12 345 %", "…"])
def test_without_letters_nothing_is_told(text: str) -> None:
    assert detect_language(text) == "und"
