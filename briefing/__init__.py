"""Briefing: a desktop reader that shows who said what in an article, and how confirmed it is."""

__version__ = "0.1.0"
