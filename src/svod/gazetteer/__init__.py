"""Places and known actors with their names in every script: data and lookup."""

from svod.gazetteer.fold import fold_name
from svod.gazetteer.gazetteer import Gazetteer, load_gazetteer
from svod.gazetteer.prior import Prior, country_prior

__all__ = ["Gazetteer", "Prior", "country_prior", "fold_name", "load_gazetteer"]
