"""What is said of a claim or a passage in a comment beside it, in plain words."""

from briefing.export.labels import Labels
from briefing.export.markdown_html import as_words
from briefing.export.view_types import ClaimView, NoteView


def claim_comment(labels: Labels, claim: ClaimView) -> str:
    """Who says a claim of a sheet, how confirmed it is and why, and the reader's word on it; a line each."""
    reasons = " ".join(labels.reasons(claim))
    links = labels.links(claim)
    found = f" ({labels.text('found')}: {claim['found']})" if claim["found"] else ""
    head = f"{claim['number']}. {labels.through(claim['chain'])}: {claim['label']}{found}"
    lines = [head, *labels.source_lines(claim), reasons, links]
    if claim["judgement"]:
        lines += [
            f"{labels.text('reader')}: {labels.reading(claim['judgement'])}",
            as_words(claim["judgement"]["note"]),
        ]
    return "\n".join(line for line in lines if line)


def note_comment(note: NoteView) -> str:
    """The reader's note of a sheet with its tags; empty of a highlight alone."""
    tags = " ".join(f"#{tag}" for tag in note["tags"])
    return "\n".join(part for part in (as_words(note["note"]), tags) if part)
