"""A fixture Record: what a compile could make of the composed accounts in `sarybel_texts`."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sarybel_texts as texts

from svod.model import (
    AccusationClaim,
    Answer,
    Citation,
    Claim,
    CommitmentClaim,
    DemandClaim,
    Disagreement,
    Document,
    Entity,
    Event,
    EventClaim,
    FigureClaim,
    Label,
    Mention,
    Party,
    Place,
    Reading,
    Record,
    Series,
    Side,
    Silence,
    Source,
    Span,
    Statement,
    Trouble,
    Voice,
)


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _document(
    name: str,
    text: str,
    language: str,
    title: str,
    published: str | None,
    genre: str,
    source: str,
    **more: Any,
) -> Document:
    return Document(
        id=name,
        file=f"{name}.txt",
        text=text,
        sha256=_sha(text),
        text_sha256=_sha(text),
        media_type="text/plain",
        encoding="utf-8",
        language=language,
        title=title,
        published=published,
        published_from="sidecar" if published else None,
        genre=genre,
        url=more.get("url", ""),
        source=Source(source, named=source != name, kind=genre),
        reprint_of=more.get("reprint_of"),
    )


DOCUMENTS = {
    d.id: d
    for d in (
        _document(
            "digest", texts.DIGEST, "ru", "Главное за сутки", "2024-03-13", "outlet", "Степная хроника"
        ),
        _document(
            "feature",
            texts.FEATURE,
            "en",
            "The night the sky turned white",
            "2024-03-20",
            "feature",
            "Meridian Review",
            url="https://example.org/white-sky",
        ),
        _document("letter", texts.LETTER, "en", "", None, "testimony", "letter"),
        _document(
            "ministry",
            texts.MINISTRY,
            "ru",
            "Сообщение Министерства по чрезвычайным ситуациям",
            "2024-03-12",
            "address",
            "Ministry of Emergencies",
        ),
        _document(
            "tang", texts.TANG, "kk", "Сарыбелдегі жарылыс: не белгілі", "2024-03-13", "outlet", "Теңіз таңы"
        ),
        _document(
            "wire", texts.WIRE, "en", "Tank bursts at Sarybel works", "2024-03-12", "wire", "Caspian Wire"
        ),
    )
}

KAZAKHSTAN = Place("geonames:1522867", "Kazakhstan", "country", "KZ", 48.0, 68.0, 1300.0)
PROVINCE = Place("made-up:tuzdy", "Tuzdy Region", "region", "KZ", 47.6, 53.6, 110.0, (KAZAKHSTAN.id,))
SARYBEL = Place("made-up:sarybel", "Sarybel", "city", "KZ", 47.12, 52.9, 9.0, (PROVINCE.id, KAZAKHSTAN.id))
WORKS = Place(
    "facility:sarybel-works", "Sarybel fertiliser works", "facility", "KZ", 47.16, 52.97, 1.5, (SARYBEL.id,)
)
KAMYSH = Place("made-up:kamysh", "Kamysh", "city", "KZ", 47.31, 53.2, 4.0, (PROVINCE.id, KAZAKHSTAN.id))
KAMENKA = Place("made-up:kamenka", "Kamenka", "city", "RU", 48.6, 47.9, 6.0)
BRIDGE = Place("facility:tuzdy-bridge", "Tuzdy bridge", "facility", "KZ", 47.2, 53.05, 0.5, (PROVINCE.id,))

CROWD = Party("relatives", "protesters", span=None)
POLICE = Party("Police", "security_forces")
HEALTH = Voice("provincial health department", named=True)
EMERGENCIES = Voice("Ministry of Emergencies", named=True)


@dataclass(frozen=True)
class _Said:
    key: str
    statement: Statement
    origin: str


_SAID: list[_Said] = []


def _say(key: str, doc: str, quote: str, claim: Claim, origin: str, **more: Any) -> None:
    text = DOCUMENTS[doc].text
    start = text.index(quote)
    span = Span(start, start + len(quote))
    statement = Statement(
        citation=Citation(doc, span, quote),
        claim=claim,
        polarity=more.get("polarity", "affirmed"),
        modality=more.get("modality", "actual"),
        when=more.get("when"),
        dated_by=more.get("dated_by", "clause" if more.get("when") else ""),
        where=more.get("where"),
        voice=more.get("voice", ()),
        rule=more.get("rule", f"composed {key}"),
        trigger=Span(start, start + 1),
    )
    _SAID.append(_Said(key, statement, origin))


def _dead(low: float, high: float | None, bound: str) -> FigureClaim:
    return FigureClaim("killed", "people", low, high, bound, "persons")  # type: ignore[arg-type]


_NIGHT = "2024-03-11/2024-03-12"

_say(
    "burst-wire",
    "wire",
    "An ammonia tank burst at the Sarybel fertiliser works on Monday evening",
    EventClaim("disaster", None, Party("ammonia tank", "infrastructure")),
    "provincial health department",
    when="2024-03-11",
    where=WORKS,
    voice=(HEALTH,),
)
_say(
    "dead-wire",
    "wire",
    "killing at least nine people",
    _dead(9, None, "at_least"),
    "provincial health department",
    when="2024-03-11",
    where=SARYBEL,
    voice=(HEALTH,),
)
_say(
    "killing-wire",
    "wire",
    "on Monday evening, killing at least nine people",
    EventClaim("killing", None, Party("nine people", "civilians")),
    "provincial health department",
    when="2024-03-11",
    where=SARYBEL,
    voice=(HEALTH,),
)
_say(
    "hurt-wire",
    "wire",
    "Some 140 people were taken to hospital",
    FigureClaim("injured", "people", 140, 140, "approximate", "persons"),
    "Caspian Wire",
    when="2024-03-11",
    where=SARYBEL,
)
_say(
    "fire-wire",
    "wire",
    "put out a blaze in the loading yard by midnight",
    EventClaim("restoration", Party("Fire crews", "authorities"), None),
    "Caspian Wire",
    when="2024-03-11",
    where=WORKS,
)
_say(
    "crowd-wire",
    "wire",
    "Several hundred relatives gathered at the gates of the works",
    EventClaim("protest", Party("Several hundred relatives", "protesters"), None),
    "Caspian Wire",
    when="2024-03-12~",
    dated_by="context",
    where=WORKS,
)
_say(
    "crowd-size",
    "wire",
    "Several hundred relatives",
    FigureClaim("participants", "protesters", 200, 1000, "vague", "persons"),
    "Caspian Wire",
    when="2024-03-12~",
    where=WORKS,
)
_say(
    "resign-wire",
    "wire",
    "demanded that the director step down",
    DemandClaim(CROWD, "the director steps down"),
    "relatives",
    when="2024-03-12",
    where=WORKS,
    voice=(Voice("relatives", named=False),),
)
_say(
    "push-wire",
    "wire",
    "Police pushed the crowd back with shields",
    EventClaim("security_operation", POLICE, Party("the crowd", "protesters")),
    "Caspian Wire",
    when="2024-03-12",
    where=WORKS,
)
_say(
    "beaten-wire",
    "wire",
    "denied that anyone had been beaten",
    EventClaim("abuse", None, Party("anyone", "civilians")),
    "Sarybel fertiliser works",
    polarity="denied",
    when="2024-03-12",
    where=WORKS,
    voice=(Voice("Sarybel fertiliser works", named=True),),
)
_say(
    "blame-wire",
    "wire",
    'Interior Minister Olzhas Berdin blamed "hooligans from across the river" for the unrest',
    AccusationClaim(
        Party("Interior Minister Olzhas Berdin", "authorities", name="Olzhas Berdin"),
        Party("hooligans from across the river", "armed_group", scare_quotes=True),
        "causing the unrest",
    ),
    "Olzhas Berdin",
    when="2024-03-12",
    voice=(Voice("Olzhas Berdin", named=True),),
)
_say(
    "pay-wire",
    "wire",
    "The governor promised every bereaved family three million tenge by April 1",
    CommitmentClaim(
        Party("The governor", "authorities"),
        "pay every bereaved family three million tenge",
        "bereaved families",
        3e6,
        "KZT",
        "2024-04-01",
    ),
    "governor",
    modality="planned",
    when="2024-03-12",
    where=PROVINCE,
    voice=(Voice("governor", named=False),),
)
_say(
    "burst-ministry",
    "ministry",
    "на заводе удобрений в Сарыбеле разгерметизировался резервуар с аммиаком",
    EventClaim("disaster", None, Party("резервуар с аммиаком", "infrastructure")),
    "Ministry of Emergencies",
    when="2024-03-11",
    where=WORKS,
)
_say(
    "dead-ministry",
    "ministry",
    "Погибли 12 человек",
    _dead(12, 12, "exact"),
    "Ministry of Emergencies",
    when="2024-03-12",
    where=SARYBEL,
)
_say(
    "hurt-ministry",
    "ministry",
    "ещё 163 пострадали",
    FigureClaim("injured", "people", 163, 163, "exact", "persons"),
    "Ministry of Emergencies",
    when="2024-03-12",
    where=SARYBEL,
)
_say(
    "out-ministry",
    "ministry",
    "Из посёлка Камыш эвакуированы 2,4 тысячи жителей",
    EventClaim("displacement", None, Party("2,4 тысячи жителей", "civilians")),
    "Ministry of Emergencies",
    when=_NIGHT,
    where=KAMYSH,
)
_say(
    "out-count-ministry",
    "ministry",
    "2,4 тысячи жителей",
    FigureClaim("displaced", "people", 2400, 2400, "exact", "persons"),
    "Ministry of Emergencies",
    when=_NIGHT,
    where=KAMYSH,
)
_say(
    "no-clash-ministry",
    "ministry",
    "Никаких столкновений у завода не было",
    EventClaim("clash", None, None),
    "Ministry of Emergencies",
    polarity="denied",
    when="2024-03-12",
    where=WORKS,
)
_say(
    "bridge-ministry",
    "ministry",
    "Движение по мосту через Тузды остановлено",
    EventClaim("shutdown", None, Party("мосту через Тузды", "infrastructure")),
    "Ministry of Emergencies",
    when="2024-03-12/..",
    where=BRIDGE,
)
_say(
    "rebuild-ministry",
    "ministry",
    "Правительство восстановит все повреждённые дома до 1 сентября",
    CommitmentClaim(
        Party("Правительство", "authorities"), "rebuild all damaged houses", "", None, "", "2024-09-01"
    ),
    "Ministry of Emergencies",
    modality="planned",
    when="2024-03-12",
)
_say(
    "burst-tang",
    "tang",
    "Сарыбел зауытында аммиак ыдысы жарылды",
    EventClaim("disaster", None, Party("аммиак ыдысы", "infrastructure")),
    "Теңіз таңы",
    when="2024-03-11",
    where=WORKS,
)
_say(
    "dead-tang",
    "tang",
    "12 адам қаза тапты",
    _dead(12, 12, "exact"),
    "Tuzdy Region Akimat",
    when="2024-03-11",
    where=SARYBEL,
    voice=(Voice("Tuzdy Region Akimat", named=True),),
)
_say(
    "crowd-tang",
    "tang",
    "12 наурызға қараған түні жүздеген тұрғын әкімдік алдына жиналды",
    EventClaim("protest", Party("жүздеген тұрғын", "protesters"), None),
    "Теңіз таңы",
    when=_NIGHT,
    where=SARYBEL,
)
_say(
    "resign-tang",
    "tang",
    "Олар директордың кетуін талап етті",
    DemandClaim(Party("Олар", "protesters"), "the director resigns"),
    "Теңіз таңы",
    when=_NIGHT,
    where=SARYBEL,
)
_say(
    "held-tang",
    "tang",
    "Полиция 31 адамды ұстады",
    EventClaim("detention", Party("Полиция", "security_forces"), Party("31 адамды", "protesters")),
    "Теңіз таңы",
    when="2024-03-12",
    where=SARYBEL,
)
_say(
    "held-count-tang",
    "tang",
    "31 адамды",
    FigureClaim("detained", "people", 31, 31, "exact", "persons"),
    "Теңіз таңы",
    when="2024-03-12",
    where=SARYBEL,
)
_say(
    "phones-tang",
    "tang",
    "Телефон байланысы таңға дейін болмады",
    EventClaim("shutdown", None, Party("Телефон байланысы", "infrastructure")),
    "Теңіз таңы",
    when="2024-03-12",
    where=SARYBEL,
)
_say(
    "dead-digest",
    "digest",
    "погибли 12 человек",
    _dead(12, 12, "exact"),
    "Ministry of Emergencies",
    when="2024-03-12",
    where=SARYBEL,
    voice=(EMERGENCIES,),
)
_say(
    "hurt-digest",
    "digest",
    "ещё 163 пострадали",
    FigureClaim("injured", "people", 163, 163, "exact", "persons"),
    "Ministry of Emergencies",
    when="2024-03-12",
    where=SARYBEL,
    voice=(EMERGENCIES,),
)
_say(
    "out-digest",
    "digest",
    "Сообщается также об эвакуации посёлка Камыш",
    EventClaim("displacement", None, Party("посёлка Камыш", "civilians")),
    "Ministry of Emergencies",
    modality="uncertain",
    when="../2024-03-13",
    dated_by="bounds",
    where=KAMYSH,
    voice=(EMERGENCIES,),
)
_say(
    "case-digest",
    "digest",
    "Прокуратура возбудила дело о халатности",
    EventClaim("legal_action", Party("Прокуратура", "authorities"), None),
    "Степная хроника",
    when="2024-03-11/2024-03-13",
    dated_by="bounds",
)
_say(
    "bangs-letter",
    "letter",
    "I heard two bangs, one after the other, not one",
    EventClaim("disaster", None, None),
    "letter",
)
_say(
    "no-warning-letter",
    "letter",
    "Nobody came to warn us in Kamysh",
    EventClaim("alert", Party("Nobody", "authorities"), Party("us", "civilians")),
    "letter",
    polarity="denied",
    where=KAMYSH,
)
_say(
    "out-letter",
    "letter",
    "We walked out ourselves, over the bridge",
    EventClaim("displacement", Party("We", "civilians"), None),
    "letter",
    where=KAMYSH,
)
_say(
    "beaten-letter",
    "letter",
    "The police beat my neighbour with a stick by the gates",
    EventClaim("abuse", Party("The police", "security_forces"), Party("my neighbour", "civilians")),
    "letter",
    where=WORKS,
)
_say(
    "bread-letter",
    "letter",
    "there was no bread in the shops for days",
    EventClaim("shortage", None, Party("bread", "unknown")),
    "letter",
)
_say(
    "dead-union",
    "feature",
    "killed 19 people",
    _dead(19, 19, "exact"),
    "doctors' union",
    when="2024-03-20",
    where=SARYBEL,
    voice=(Voice("doctors' union", named=True),),
)
_say(
    "dead-nine-feature",
    "feature",
    "first spoke of at least nine dead",
    _dead(9, None, "at_least"),
    "provincial health department",
    when="2024-03-12",
    where=SARYBEL,
    voice=(HEALTH,),
)
_say(
    "dead-fourteen",
    "feature",
    "now gives 14",
    _dead(14, 14, "exact"),
    "provincial health department",
    when="2024-03-20",
    where=SARYBEL,
    voice=(HEALTH,),
)
_say(
    "warned-feature",
    "feature",
    "Inspectors had warned of the tank in 2021",
    EventClaim("alert", Party("Inspectors", "authorities"), None),
    "Meridian Review",
    when="2021",
    where=WORKS,
)
_say(
    "out-feature",
    "feature",
    "On the night of 11 to 12 March rescue workers led about 2,000 people out of Kamysh",
    EventClaim(
        "displacement", Party("rescue workers", "authorities"), Party("about 2,000 people", "civilians")
    ),
    "Meridian Review",
    when=_NIGHT,
    where=KAMYSH,
)
_say(
    "out-count-feature",
    "feature",
    "about 2,000 people",
    FigureClaim("displaced", "people", 2000, 2000, "approximate", "persons"),
    "Meridian Review",
    when=_NIGHT,
    where=KAMYSH,
)
_say(
    "held-feature",
    "feature",
    "31 people were detained",
    FigureClaim("detained", "people", 31, 31, "exact", "persons"),
    "interior ministry",
    when="2024-03-12",
    where=SARYBEL,
    voice=(Voice("interior ministry", named=True),),
)
_say(
    "held-lawyers",
    "feature",
    "their lawyers count 58",
    FigureClaim("detained", "people", 58, 58, "exact", "persons"),
    "lawyers",
    when="2024-03-12",
    where=SARYBEL,
    voice=(Voice("lawyers", named=False),),
)
_say(
    "inquiry-feature",
    "feature",
    "The so-called “investigation” has not questioned the director",
    EventClaim(
        "legal_action",
        Party("investigation", "authorities", scare_quotes=True),
        Party("the director", "business"),
    ),
    "Meridian Review",
    polarity="denied",
    when="../2024-03-20",
    dated_by="bounds",
)
_say(
    "resigned-feature",
    "feature",
    "who resigned on Friday",
    EventClaim("leadership_change", Party("the director", "business"), None),
    "Meridian Review",
    when="2024-03-15",
    where=SARYBEL,
)
_say(
    "close-feature",
    "feature",
    "Parents want the works to be closed for good",
    DemandClaim(Party("Parents", "civilians"), "close the works for good"),
    "parents",
    when="2024-03-20",
    voice=(Voice("parents", named=False),),
)
_say(
    "rebuild-feature",
    "feature",
    "it will rebuild every damaged house by September",
    CommitmentClaim(
        Party("The government", "authorities"), "rebuild every damaged house", "", None, "", "2024-09"
    ),
    "government",
    modality="planned",
    when="2024-03-20",
    voice=(Voice("government", named=True),),
)

_BY_KEY = {said.key: said for said in _SAID}
STATEMENT = {key: said.statement for key, said in _BY_KEY.items()}


def _order(keys: list[str]) -> list[str]:
    return sorted(
        keys, key=lambda k: (STATEMENT[k].citation.document, STATEMENT[k].citation.span, STATEMENT[k].id)
    )


def _ids(keys: list[str]) -> tuple[str, ...]:
    return tuple(STATEMENT[k].id for k in _order(keys))


def _documents(keys: list[str]) -> tuple[str, ...]:
    return tuple(sorted({STATEMENT[k].citation.document for k in keys}))


def _origins(keys: list[str]) -> tuple[str, ...]:
    return tuple(sorted({_BY_KEY[k].origin for k in keys}))


def _answer(attribute: str, value: str, keys: list[str], why: str = "most origins", *, shown: bool) -> Answer:
    return Answer(attribute, value, tuple(sorted(_ids(keys))), _origins(keys), shown, why)


def _event(title: str, keys: list[str], when: str | None, where: Place | None, **more: Any) -> Event:
    keys = _order(keys)
    claim = STATEMENT[keys[0]].claim
    assert isinstance(claim, EventClaim)
    denied = [STATEMENT[k].citation.document for k in keys if STATEMENT[k].polarity == "denied"]
    return Event(
        id="ev-" + STATEMENT[keys[0]].id[:8],
        title=title,
        type=claim.type,
        when=when,
        where=where,
        statements=_ids(keys),
        documents=_documents(keys),
        origins=_origins(keys),
        denied_by=tuple(sorted(set(denied))),
        silent=tuple(more.get("silent", ())),
        answers=tuple(more.get("answers", ())),
        why=("same type, day and place: 7.1",) if len(keys) > 1 else (),
    )


BURST = _event(
    "Ammonia tank bursts at the Sarybel works",
    ["burst-wire", "burst-ministry", "burst-tang", "bangs-letter"],
    "2024-03-11",
    WORKS,
    silent=("digest",),
    answers=[
        _answer("when", "2024-03-11", ["burst-wire", "burst-ministry", "burst-tang"], shown=True),
        _answer("target", "ammonia tank", ["burst-wire", "burst-ministry", "burst-tang"], shown=True),
    ],
)
EVACUATION = _event(
    "Kamysh is emptied",
    ["out-ministry", "out-digest", "out-letter", "out-feature"],
    _NIGHT,
    KAMYSH,
    silent=("tang",),
    answers=[
        _answer("actor", "rescue workers", ["out-feature"], shown=True),
        _answer("actor", "the people of Kamysh themselves", ["out-letter"], "fewer origins", shown=False),
    ],
)
CROWD_AT_GATES = _event(
    "Relatives gather at the gates", ["crowd-wire"], "2024-03-12~", WORKS, silent=("ministry",)
)
BEATING = _event("A neighbour is beaten at the gates", ["beaten-letter", "beaten-wire"], "2024-03-12", WORKS)
_EVENTS = [
    _event("Inspectors warn of the tank", ["warned-feature"], "2021", WORKS),
    BURST,
    _event("Nine people are killed", ["killing-wire"], "2024-03-11", SARYBEL),
    _event("Fire in the loading yard is put out", ["fire-wire"], "2024-03-11", WORKS),
    EVACUATION,
    _event("Hundreds gather before the akimat", ["crowd-tang"], _NIGHT, SARYBEL),
    _event("A case of negligence is opened", ["case-digest"], "2024-03-11/2024-03-13", KAMENKA),
    CROWD_AT_GATES,
    _event("Police push the crowd back", ["push-wire"], "2024-03-12", WORKS, silent=("ministry",)),
    BEATING,
    _event("Clashes at the works", ["no-clash-ministry"], "2024-03-12", WORKS),
    _event("The bridge is closed", ["bridge-ministry"], "2024-03-12/..", BRIDGE),
    _event("Police detain 31 people", ["held-tang"], "2024-03-12", SARYBEL),
    _event("Telephones are cut", ["phones-tang"], "2024-03-12", SARYBEL),
    _event("The director is not questioned", ["inquiry-feature"], "../2024-03-20", PROVINCE),
    _event("The director resigns", ["resigned-feature"], "2024-03-15", SARYBEL),
    _event("No warning reaches Kamysh", ["no-warning-letter"], None, KAMYSH),
    _event("Bread runs out", ["bread-letter"], None, None),
]


def _reading(key: str, status: str = "standing") -> Reading:
    said = STATEMENT[key]
    claim = said.claim
    assert isinstance(claim, FigureClaim)
    doc = DOCUMENTS[said.citation.document]
    return Reading(said.id, doc.id, doc.published, _BY_KEY[key].origin, claim.low, claim.high, status)  # type: ignore[arg-type]


def _series(
    title: str, readings: list[tuple[str, str]], low: float | None, high: float | None, where: Place
) -> Series:
    keys = [key for key, _ in readings]
    first = STATEMENT[keys[0]].claim
    assert isinstance(first, FigureClaim)
    return Series(
        id="fi-" + STATEMENT[_order(keys)[0]].id[:8],
        title=title,
        measure=first.measure,
        of=first.of,
        unit=first.unit,
        when="2024-03-12",
        where=where,
        low=low,
        high=high,
        statements=_ids(keys),
        documents=_documents(keys),
        origins=_origins(keys),
        silent=(),
        readings=tuple(_reading(key, status) for key, status in readings),
        answers=(),
        why=("same measure, unit and place",),
    )


KILLED = _series(
    "People killed in Sarybel",
    [
        ("dead-ministry", "standing"),
        ("dead-wire", "withdrawn"),
        ("dead-digest", "standing"),
        ("dead-tang", "standing"),
        ("dead-nine-feature", "withdrawn"),
        ("dead-union", "standing"),
        ("dead-fourteen", "standing"),
    ],
    12,
    19,
    SARYBEL,
)
DETAINED = _series(
    "People detained in Sarybel",
    [("held-count-tang", "standing"), ("held-feature", "standing"), ("held-lawyers", "standing")],
    31,
    58,
    SARYBEL,
)
_SERIES = [
    DETAINED,
    _series(
        "People led out of Kamysh",
        [("out-count-ministry", "standing"), ("out-count-feature", "standing")],
        2000,
        2400,
        KAMYSH,
    ),
    _series(
        "People hurt",
        [("hurt-ministry", "standing"), ("hurt-wire", "standing"), ("hurt-digest", "standing")],
        140,
        163,
        SARYBEL,
    ),
    KILLED,
    _series("People at the gates", [("crowd-size", "standing")], 200, 1000, WORKS),
]


def _side(value: str, keys: list[str]) -> Side:
    return Side(value, tuple(sorted(_ids(keys))), _origins(keys))


_DISAGREEMENTS = [
    Disagreement(
        "di-agent",
        "agent",
        (EVACUATION.id,),
        "Rescue workers led the people of Kamysh out, or they left by themselves.",
        (_side("rescue workers", ["out-feature"]), _side("the people themselves", ["out-letter"])),
    ),
    Disagreement(
        "di-count",
        "count",
        (KILLED.id,),
        "Counts of the dead that cannot all hold, all for the same town.",
        (
            _side("12", ["dead-ministry", "dead-digest", "dead-tang"]),
            _side("14", ["dead-fourteen"]),
            _side("19", ["dead-union"]),
        ),
    ),
    Disagreement(
        "di-held",
        "count",
        (DETAINED.id,),
        "31 or 58 people detained.",
        (_side("31", ["held-count-tang", "held-feature"]), _side("58", ["held-lawyers"])),
    ),
    Disagreement(
        "di-scope",
        "not_comparable",
        (CROWD_AT_GATES.id,),
        "One account speaks of the gates of the works, the other of the town hall.",
        (_side("at the works", ["crowd-wire"]), _side("before the akimat", ["crowd-tang"])),
    ),
    Disagreement(
        "di-beaten",
        "occurrence",
        (BEATING.id,),
        "A witness saw a beating; the works deny that anyone was beaten.",
        (_side("happened", ["beaten-letter"]), _side("did not happen", ["beaten-wire"])),
    ),
]


def _label(group: str, words: str, key: str, *, quoted: bool = False, scare: bool = False) -> Label:
    said = STATEMENT[key]
    return Label(group, words, said.citation.document, quoted, scare, (said.id,))  # type: ignore[arg-type]


def _mention(
    doc: str, kind: str, words: str, value: str | None, detail: str, place: Place | None = None
) -> Mention:
    start = DOCUMENTS[doc].text.index(words)
    return Mention(doc, kind, Span(start, start + len(words)), words, value, detail, "composed", place)  # type: ignore[arg-type]


RECORD = Record(
    title="Sarybel, March 2024",
    documents=tuple(DOCUMENTS[name] for name in sorted(DOCUMENTS)),
    statements=tuple(STATEMENT[key] for key in _order(list(STATEMENT))),
    mentions=(
        _mention("feature", "time", "the night of 11 to 12 March", _NIGHT, ""),
        _mention("tang", "time", "11 наурыз күні кешке", "2024-03-11", ""),
        _mention("wire", "place", "SARYBEL", "Sarybel", "city", SARYBEL),
        _mention("wire", "name", "Olzhas Berdin", "Olzhas Berdin", "person"),
    ),
    origins=tuple(sorted((said.statement.id, said.origin) for said in _SAID)),
    entities=(
        Entity("en-berdin", "person", "Olzhas Berdin", ("Olzhas Berdin", "Олжас Бердин"), ("wire",), 1, ()),
        Entity(
            "en-osce", "organisation", "OSCE", ("OSCE", "ЕҚЫҰ", "ОБСЕ"), ("tang", "wire"), 3, ("one actor",)
        ),
    ),
    events=tuple(_EVENTS),
    series=tuple(_SERIES),
    disagreements=tuple(_DISAGREEMENTS),
    silences=(Silence("days", "2024-03-13", "2024-03-13", None, (), (), ()),),
    labels=(
        _label("armed_group", "hooligan from across the river", "blame-wire", quoted=True, scare=True),
        _label("protesters", "crowd", "push-wire"),
        _label("protesters", "relative", "crowd-wire"),
        _label("protesters", "тұрғын", "crowd-tang"),
        _label("security_forces", "police", "beaten-letter"),
        _label("security_forces", "police", "push-wire"),
        _label("security_forces", "полиция", "held-tang"),
    ),
    troubles=(Trouble("scan-07.pdf", "no text layer, and reading of scans is not installed"),),
)
