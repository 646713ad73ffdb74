import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svod.extraction.linear import LinearModel, load_model

MODEL = LinearModel(-1.0, {"in": 2.0, "near": 0.5, "far": -3.0})


def test_a_score_is_the_bias_and_the_weights() -> None:
    assert MODEL.score(["in", "near"]) == pytest.approx(1.5)
    assert MODEL.score([]) == -1.0


def test_an_unknown_feature_adds_nothing() -> None:
    assert MODEL.score(["in", "unheard of"]) == MODEL.score(["in"])


def test_the_strongest_speak_for_yes_loudest_first() -> None:
    assert MODEL.strongest(["far", "near", "in", "unheard of"]) == ("in +2.0", "near +0.5")
    assert MODEL.strongest(["near", "in"], count=1) == ("in +2.0",)
    assert MODEL.strongest(["far"]) == ()


@given(st.permutations(["in", "near", "far", "x", "y"]))
def test_the_order_of_features_does_not_matter(features: list[str]) -> None:
    assert math.isclose(MODEL.score(features), -1.5)
    assert MODEL.strongest(features) == ("in +2.0", "near +0.5")


def test_a_model_that_is_not_there_is_none() -> None:
    assert load_model("no-such-model") is None


def test_the_frozen_model_has_finite_weights() -> None:
    model = load_model("where")
    assert model is not None
    assert all(math.isfinite(weight) for weight in (model.bias, *model.weights.values()))
