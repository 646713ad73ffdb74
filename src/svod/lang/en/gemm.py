"""Products of matrices by numpy's own library instead of the one that spaCy brings."""

from typing import Any

import numpy as np
from spacy.language import Language as Pipeline
from thinc.api import NumpyOps


class QuickOps(NumpyOps):  # type: ignore[misc]  # thinc ships no types for it
    """spaCy's operations with numpy's matrix product.

    On the sizes that a small model has, OpenBLAS does about three times as many
    products a second as the BLIS that thinc calls (`benchmarks/`), and the
    product is half of what parsing costs.
    """

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Return the product of two matrices of 32-bit floats, each turned first if told."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def quicken(pipeline: Pipeline) -> Pipeline:
    """Let all models of a pipeline multiply by `QuickOps`; return the pipeline."""
    ops = QuickOps()
    for _, part in pipeline.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops
    return pipeline
