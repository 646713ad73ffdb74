"""Language plug-ins, their registry and what they must do."""

from svod.lang.protocol import Language, Level, Topic
from svod.lang.registry import installed_languages, load_language

__all__ = ["Language", "Level", "Topic", "installed_languages", "load_language"]
