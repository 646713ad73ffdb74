"""Choosing the place that a finding is told of."""

from svod.extraction.linear import LinearModel, load_model
from svod.extraction.reading import Finding, Reading
from svod.extraction.where.features import Setting, gap
from svod.extraction.where.rule import where_by_rule
from svod.extraction.where.scene import Candidate, SceneMemo
from svod.model import Place, Span

MODEL = "where"
SHORT = 8
"""Sentences below which the rule answers: the model has learnt from news texts of a dozen
sentences and more, and on the short golden texts the rule was right more often (0.68 against
0.65 of English events)."""
_SCENES = SceneMemo()


def find_where(reading: Reading, finding: Finding) -> Place | None:
    """Return the place where a claim says that it happened, or `None` if that cannot be told.

    The places that the document names around the finding, and those that it is
    about, are ranked with "none" by a linear model over plain features
    (`models/where.toml`); of equals the one named first wins. In short texts, and
    without the model, a rule answers.

    Args:
        reading: The document with its mentions.
        finding: The claim where it stands.

    Source:
        A conditional logit, trained and cross-validated by `scripts/train_where.py`.
    """
    model = load_model(MODEL)
    if model is None or len(reading.trees) < SHORT:
        return where_by_rule(reading, finding)
    best = _best(model, Setting(_SCENES.scene(reading), finding))
    return best.place if best else None


def find_place_words(reading: Reading, finding: Finding, place: Place) -> Span | None:
    """Return the words that name the place of a finding, in its quote or else its sentence.

    Of several the ones nearest to the words that fired the rule. `None` where
    the place is only inferred: from other sentences, from an adjective ("Kenyan
    doctors"), or from the name of a body ("Portland Police").
    """
    here = _SCENES.scene(reading).sightings[finding.sentence]
    spans = [s.mention.span for s in here if s.named and s.mention.place.id == place.id]
    quote, trigger = finding.quote, finding.trigger
    return min(spans, key=lambda span: (not quote.overlaps(span), gap(span, trigger), span), default=None)


def why_where(reading: Reading, finding: Finding, count: int = 3) -> tuple[str, ...]:
    """Return the features that speak loudest for the place found, with their weights.

    Empty where the rule answers.
    """
    model = load_model(MODEL)
    if model is None or len(reading.trees) < SHORT:
        return ()
    setting = Setting(_SCENES.scene(reading), finding)
    best = _best(model, setting)
    return model.strongest(setting.features(best) if best else setting.nowhere(), count)


def _best(model: LinearModel, setting: Setting) -> Candidate | None:
    # Weights are summed in sorted order: the same last bit whatever the hash seed.
    none = model.score(sorted(setting.nowhere()))
    candidates = setting.candidates()
    scores = [model.score(sorted(setting.features(candidate))) for candidate in candidates]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n), default=None)
    return None if best is None or scores[best] < none else candidates[best]
