"""svod on public test sets, beside its peers, and how fast it reads.

```
PATH ─<set>→ texts with gold ─reading→ svod's annotations ─marks→ Marks ─table→ one table
                             └─<peer>→ the same, of another library, if it is installed
```

`python -m benchmarks.<name> --data PATH` takes a copy of a set that the user has; see `docs/public-sets.md`.
"""
