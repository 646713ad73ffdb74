"""svod on public test sets, beside its peers, and how fast it reads.

```
PATH ─<set>→ texts with gold ─reading→ svod's annotations ─marks→ Marks ─table→ one table
                             └─<peer>→ the same, of another library, if it is installed
```

`python -m benchmarks.<name> PATH` takes a copy of a set that the user has; see `README.md`.
"""
