"""Find out who said what in an article, and how confirmed it is."""

from briefing.analysis.analyser import ENGINE, MODEL, NOT_ENGLISH, Analyser, UnfitLanguageModel
from briefing.analysis.encoder.weights import DamagedWeights

__all__ = ["ENGINE", "MODEL", "NOT_ENGLISH", "Analyser", "DamagedWeights", "UnfitLanguageModel"]
