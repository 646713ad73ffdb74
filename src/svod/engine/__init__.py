"""Where per-document work runs: in this process, or in a pool of worker processes."""

from svod.engine.pool import Pool, open_pool, worker_count

__all__ = ["Pool", "open_pool", "worker_count"]
