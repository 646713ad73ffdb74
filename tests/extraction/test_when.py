"""When a finding was, on sentences composed for these tests.

`[words=value]` marks a time, `{words}` the quote. Where a case needs a tree,
its words are written `word/head/relation/pos`, heads counted from 1, 0 for
the root; `VERB:Pres` has a tense.
"""

import re
from dataclasses import replace
from typing import cast

import pytest

from svod.extraction.reading import Finding, Reading
from svod.extraction.tree import Tree
from svod.extraction.when import find_when
from svod.lang import Language
from svod.model import (
    Annotation,
    Claim,
    CommitmentClaim,
    DemandClaim,
    Document,
    EventClaim,
    Modality,
    Sentence,
    Source,
    Span,
    TimeMention,
    Token,
)

EVENT = EventClaim("clash", None, None)
MARK = re.compile(r"\[([^\[\]=]+)=([^\[\]]*)\]|([{}])")


def dated(
    marked: str,
    published: str | None = "2023-03-15",
    modality: Modality = "actual",
    claim: Claim = EVENT,
    tree: str = "",
) -> tuple[str | None, str]:
    text, times, edges = unmark(marked)
    sentences = tuple(_sentence(text, span, tree) for span in _spans(text))
    document = Document(
        "d", "d.txt", text, "", "", "text/plain", "utf-8", "en", "", published, None, "", "", Source("d")
    )
    annotation = Annotation(document, sentences, (), (), times, ())
    reading = Reading(annotation, tuple(map(Tree, sentences)), cast("Language", None))
    quote = Span(*edges)
    at = next(n for n, sentence in enumerate(sentences) if sentence.span.overlaps(quote))
    node = reading.trees[at].top(quote) or 0
    trigger = sentences[at].tokens[node].span
    return find_when(reading, Finding(claim, at, node, quote, "test", trigger, modality=modality))


def unmark(marked: str) -> tuple[str, tuple[TimeMention, ...], list[int]]:
    text, at = "", 0
    times: list[TimeMention] = []
    edges: list[int] = []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[3]:
            edges.append(len(text))
            continue
        span = Span(len(text), len(text) + len(mark[1]))
        value, _, rule = mark[2].partition(" ")
        times.append(
            TimeMention(span, mark[1], None if value in ("", "*") else value, value == "*", rule or "moment")
        )
        text += mark[1]
    return text + marked[at:], tuple(times), edges


def _spans(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\s.][^.]*\.", text)]


def _sentence(text: str, span: Span, tree: str) -> Sentence:
    words = list(re.finditer(r"\w+|[^\w\s]", span.of(text)))
    tokens = tuple(
        Token(Span(*word.span()).shift(span.start), word[0], word[0].lower(), "X", "", node, "dep")
        for node, word in enumerate(words)
    )
    rows = [row.split("/") for row in tree.split()]
    if [row[0] for row in rows] != [token.text for token in tokens]:
        return Sentence(span, tokens, parsed=False)
    parsed = tuple(
        replace(token, head=int(row[1]) - 1 if row[1] != "0" else node, relation=row[2], **_form(row[3]))
        for node, (token, row) in enumerate(zip(tokens, rows, strict=True))
    )
    return Sentence(span, parsed, parsed=True)


def _form(written: str) -> dict[str, str]:
    pos, _, tense = written.partition(":")
    return {"pos": pos, "features": f"Tense={tense}" if tense else ""}


IN_TEXT_ORDER = [
    ("{Fans clashed on [4 March=2023-03-04]}.", "2023-03-04", "clause"),
    ("On [4 March=2023-03-04] {fans clashed}.", "2023-03-04", "sentence"),
    ("{Fans clashed for [three days=*] on [4 March=2023-03-04]}.", "2023-03-04", "clause"),
    ("{Fans clashed [then=2023-03-04 then] on [5 March=2023-03-05]}.", "2023-03-05", "clause"),
    ("It began on [4 March=2023-03-04]. {Fans clashed}.", "2023-03-04", "context"),
    ("It began on [9 March=2023-03-09].\n\n{Fans clashed}.", "2023-03-09/2023-03-15", "context"),
    ("{Fans clash}.\n\nIt began on [14 March=2023-03-14].", "2023-03-14", "context"),
    ("It burned in [2011=2011]. {Fans clashed}.", "2011", "context"),
    ("It burned in [2011=2011].\n\n{Fans clashed}.", "../2023-03-15", "bounds"),
    ("{Fans clashed}.", "../2023-03-15", "bounds"),
    ("{Fans clashed in [the spring of 2019=2019-21]}.", "2019-03/2019-05", "clause"),
    ("{Fans have clashed since [spring 2019=2019-21/..]}.", "2019-03/..", "clause"),
]


@pytest.mark.parametrize(("marked", "when", "told"), IN_TEXT_ORDER)
def test_without_a_parse_the_order_of_the_text_dates(marked: str, when: str, told: str) -> None:
    assert dated(marked) == (when, told)


def test_nothing_dates_a_finding_where_not_even_publication_is_known() -> None:
    assert dated("{Fans clashed}.", published=None) == (None, "")


def test_a_plan_may_lie_after_publication() -> None:
    told = "It began on [4 March=2023-03-04]. {Fans will march}."
    assert dated(told, modality="planned") == ("2023-03-15/..", "context")
    assert dated("{Fans will march on [20 March=2023-03-20]}.", modality="planned")[0] == "2023-03-20"


@pytest.mark.parametrize("claim", [DemandClaim(None, "go"), CommitmentClaim(None, "pay")])
def test_a_promise_is_dated_by_its_making_not_by_its_due_day(claim: Claim) -> None:
    told = "On [4 March=2023-03-04] he said {they must go by [1 May=2023-05-01]}."
    assert dated(told, claim=claim) == ("2023-03-04", "sentence")


SAID = "He/2/nsubj/PRON said/0/root/VERB Monday/2/obl/PROPN that/6/mark/SCONJ fans/6/nsubj/NOUN clashed/2/ccomp/VERB ././punct/PUNCT"


def test_a_time_on_a_verb_of_saying_dates_the_saying() -> None:
    tree = SAID.replace("././punct", "./2/punct")
    told = "It began on [4 March=2023-03-04]. He said [Monday=2023-03-13] that {fans clashed}."
    assert dated(told, tree=tree) == ("2023-03-04", "context")


def test_the_time_on_the_own_clause_wins_over_a_nearer_one() -> None:
    tree = (
        "Riots/8/nsubj/NOUN that/4/nsubj/PRON often/4/advmod/ADV peaked/1/acl:relcl/VERB in/6/case/ADP "
        "2019/4/obl/NUM have/8/aux/AUX shrunk/0/root/VERB in/10/case/ADP 2023/8/obl/NUM ./8/punct/PUNCT"
    )
    told = "{Riots that often peaked in [2019=2019] have shrunk in [2023=2023]}."
    assert dated(told, tree=tree) == ("2023", "clause")


def test_the_time_of_a_relative_clause_does_not_date_the_main_one() -> None:
    tree = (
        "Fans/2/nsubj/NOUN besieged/0/root/VERB a/4/det/DET hall/2/obj/NOUN that/6/nsubj/PRON "
        "opened/4/acl:relcl/VERB in/8/case/ADP 1990/6/obl/NUM ./2/punct/PUNCT"
    )
    told = "{Fans besieged a hall} that opened in [1990=1990]."
    assert dated(told, tree=tree) == ("../2023-03-15", "bounds")


def test_the_present_after_a_long_stretch_is_publication() -> None:
    tree = "Fans/2/nsubj/NOUN fight/0/root/VERB:Pres ./2/punct/PUNCT"
    told = "It began on [4 March=2023-03-04].\n\n{Fans fight}."
    assert dated(told, tree=tree) == ("2023-03-15", "context")
    assert dated(told, tree=tree.replace(":Pres", "")) == ("2023-03-04/2023-03-15", "context")
