"""How right svod is: golden texts, a scorer, and a gate that no change may fall under.

```
golden/*.toml ─golden→ Corpus ─run→ statements ─score→ Result ─floors→ passed, or what fell
shared dev sets ─corpus→ ↑      └─baseline→ the same, of a naive reader
```

`python -m evals.gate` measures; `evals/golden/README.md` tells how a text is written down.
"""
