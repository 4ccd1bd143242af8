"""Words of phrases that say whose word a sentence is: "in her view, …", "by the agency's count, …"."""

from briefing.records import dataclass


@dataclass(frozen=True)
class Framing:
    """Words of phrases that say whose word a sentence is.

    Attributes:
        views: nouns in "in her view, …".
        reckonings: nouns in "by the agency's count, …" and "by early reports, …".
        several: words before those nouns that name nobody: "most", "early".
        tellings: verbs in "as the judge put it, …".
        showings: participles in "as revealed at trial, …".
        so_said: verbs in "…, so argues the port authority".
        pleadings: nouns in "the evidence of Ruiz was that …", "the firm's case is that …".
        parties: nouns for who goes to court.
        told_in: nouns for that in which something was said: "in a statement".
        appearing: verbs of what itself is done in such a thing.
    """

    views: frozenset[str]
    reckonings: frozenset[str]
    several: frozenset[str]
    tellings: frozenset[str]
    showings: frozenset[str]
    so_said: frozenset[str]
    pleadings: frozenset[str]
    parties: frozenset[str]
    told_in: frozenset[str]
    appearing: frozenset[str]
