"""The languages that reports and pages speak to their readers: words, dates and numbers.

words.toml (codes → English)  phrases.toml (what the record words in English)
        └───────┬───────┘
ru.po  kk.po ─→ catalogue.py ─→ Tongue ─→ dates.py  numbers.py  phrases.py

The languages that accounts are *read* in are `svod.lang`; none depends on the other.
"""

from svod.tongue.tongue import ENGLISH, TONGUES, Code, Tongue, load_tongue, mark, pick_tongue

__all__ = ["ENGLISH", "TONGUES", "Code", "Tongue", "load_tongue", "mark", "pick_tongue"]
