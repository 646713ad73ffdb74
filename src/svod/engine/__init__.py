"""Where per-document work runs: in this process, or in a pool of worker processes; and what is kept of it."""

from svod.engine.fingerprint import fingerprint
from svod.engine.memory import key_of, recall, remember
from svod.engine.pool import Pool, open_pool, worker_count

__all__ = ["Pool", "fingerprint", "key_of", "open_pool", "recall", "remember", "worker_count"]
