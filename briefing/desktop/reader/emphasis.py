"""What is highlighted in the article for the moment: layers, chosen claim, evidence, focus, search hits."""

from briefing.desktop.reader.marks import ALL_LAYERS, Layer
from briefing.model import Spans
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Lit:
    """How the marks are shown; a change of it costs a repaint and nothing else.

    Attributes:
        layers: those that are shown.
        claim: id of the chosen claim, or empty.
        evidence: the words behind its status, when they are lit.
        focus: ids of the claims that stay bright while all else is dimmed; None dims nothing.
        hits: where the words that were looked for stand, in text order.
        hit: which of them the reader is at, from 0, or −1.
        calm: whether only the claims that are chosen or pointed at show their status line, number, source and cue.
        pointed: id of the claim that the pointer rests on, or empty.
    """

    layers: frozenset[Layer] = ALL_LAYERS
    claim: str = ""
    evidence: Spans = ()
    focus: frozenset[str] | None = None
    hits: Spans = ()
    hit: int = -1
    calm: bool = False
    pointed: str = ""

    def brings_out(self, claim_id: str) -> bool:
        """Whether all that is known of a claim is shown where it stands."""
        return not self.calm or claim_id in (self.claim, self.pointed)
