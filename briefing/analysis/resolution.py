"""Resolve pronouns and descriptions to actors, and leave them open where that is unsure."""

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.analysis.clusters import Cluster
from briefing.analysis.layout import Layout
from briefing.analysis.names import Names


@dataclass(frozen=True, slots=True)
class Referent:
    """Tokens `[start, end)`, with the head `head`, that refer to `clusters`."""

    start: int
    end: int
    head: int
    clusters: tuple[Cluster, ...]


def resolve(doc: Doc, layout: Layout, actors: list[Cluster], names: Names) -> list[Referent]:
    """The pronouns and descriptions of `doc` of which it is clear whom they mean, in text order."""
    return []
