"""Places of a text.

`scan` finds words that may name a place (`forms` undoes inflection, `facility` reads things
that stand in a place), `choose` ranks what the gazetteer has under the name, `accept` tells whether
it is a place here at all, `make` builds what no gazetteer holds, and `find` puts a mention together.
"""

from svod.annotation.places.find import find_places

__all__ = ["find_places"]
