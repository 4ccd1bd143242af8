"""Who is on the other side of a dispute, and in which words, short enough for one line."""

from briefing.model.findings import Claim, Evidence, Stance
from briefing.model.quotation_marks import in_marks
from briefing.model.spans import Span, Spans, covering, overlap_length, words_of

LONGEST = 160
"""Characters of the other side's words that are told; a longer claim is cut between words."""

_FEW, _BETWEEN = 3, 1
"""Words of a content that says nothing by itself, and characters between a cue and what follows it at once."""


def other_side(source: str, claim: Claim, text: str) -> str:
    """What the other side says, with its name: "Per Lund: “That is simply wrong.”"."""
    return f"{source}: {in_marks(shortened(words_of(_told(claim, text), text)))}"


def is_told(claim: Claim, reasons: tuple[Evidence, ...]) -> bool:
    """Whether the reasons for the status of the other claim point at the words of this one already."""
    return any(overlap_length(reason.spans, claim.content) for reason in reasons)


def _told(claim: Claim, text: str) -> Spans:
    """The content; with the cue just before it where that is what counts: “denied it”, “denied that it will open”."""
    hop, content = claim.innermost, covering(claim.content)
    if hop is None or not hop.cue:
        return claim.content
    if len(content.of(text).split()) > _FEW and hop.stance is not Stance.DENIES:
        return claim.content
    cue = covering(hop.cue)
    return (Span(cue.start, content.end),) if 0 <= content.start - cue.end <= _BETWEEN else claim.content


def shortened(words: str) -> str:
    """Words in a line, cut between two of them where they are too long for one."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]} …"
