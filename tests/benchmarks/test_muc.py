"""MUC: a key and a text composed here, in the format of the set."""

from benchmarks.muc import read_key, read_texts, sentence_case

KEY = """;;; composed
0.  MESSAGE: ID                     TST9-MUC9-0001
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING / ATTACK
13. PHYS TGT: TYPE                  OTHER: "DEPOT"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "GUARD"
                                    INJURY: "COOK"

0.  MESSAGE: ID                     TST9-MUC9-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def test_a_key_tells_types_and_effects() -> None:
    assert read_key(KEY) == {
        "TST9-MUC9-0001": {"any incident", "bombing", "attack", "death", "injury"},
        "TST9-MUC9-0002": frozenset(),
    }


def test_texts_are_parted_by_their_ids() -> None:
    assert read_texts("TST9-MUC9-0001\n\n A.\nTST9-MUC9-0002\n\n B.\n") == {
        "TST9-MUC9-0001": "\n\n A.\n",
        "TST9-MUC9-0002": "\n\n B.\n",
    }


def test_capitals_stay_at_the_beginning_of_sentences() -> None:
    assert sentence_case('THE DEPOT BURNS.  "NO ONE" DIED') == 'The depot burns.  "No one" died'
