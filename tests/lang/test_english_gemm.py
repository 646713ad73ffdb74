import numpy as np
from thinc.api import NumpyOps

from svod.lang import load_language
from svod.lang.en.gemm import QuickOps


def test_the_product_is_that_of_thinc() -> None:
    draw = np.random.default_rng(7)
    one, other = (draw.standard_normal(shape, dtype=np.float32) for shape in ((90, 48), (32, 48)))
    quick, plain = QuickOps(), NumpyOps()
    np.testing.assert_allclose(
        quick.gemm(one, other, trans2=True), plain.gemm(one, other, trans2=True), rtol=1e-4, atol=1e-4
    )
    np.testing.assert_allclose(
        quick.gemm(one, one, trans1=True), plain.gemm(one, one, trans1=True), rtol=1e-4, atol=1e-4
    )


def test_every_model_of_the_pipeline_multiplies_by_it() -> None:
    pipeline = load_language("en")._pipeline  # type: ignore[attr-defined]
    models = [part.model for _, part in pipeline.pipeline if getattr(part, "model", None) is not None]
    assert models
    assert all(isinstance(node.ops, QuickOps) for model in models for node in model.walk())
