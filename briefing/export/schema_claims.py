"""The claims of a brief as schema.org JSON-LD."""

from briefing.export.linked_data import render_claims as render

__all__ = ["render"]
