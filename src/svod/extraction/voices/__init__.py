"""Voices: which passages of a text somebody else says, and through whom.

`find_voices` reads cues (verbs of saying, "according to", nouns such as
"statement"), quotations and what runs on from them; `voice_at` tells the chain
in force at any stretch of the text.
"""

from svod.extraction.voices.finder import find_voices
from svod.extraction.voices.quotation import find_scare_quotes
from svod.extraction.voices.scope import VoiceScope, voice_at

__all__ = ["VoiceScope", "find_scare_quotes", "find_voices", "voice_at"]
