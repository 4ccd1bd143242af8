"""Find out who said what in an article, and how confirmed it is."""

from briefing.analysis.analyser import ENGINE, NOT_ENGLISH, Analyser

__all__ = ["ENGINE", "NOT_ENGLISH", "Analyser"]
