"""Russian."""

from svod.lang.ru.language import Russian

__all__ = ["Russian"]
