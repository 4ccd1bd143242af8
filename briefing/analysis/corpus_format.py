"""Who said what as the corpora write it: flat, each word of the text with one role in one attribution."""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from briefing.analysis.attribution.cue_subjects import speaker_of
from briefing.analysis.encoder.role_encoder import FoundAttribution, Pairs, RoleEncoder
from briefing.analysis.syntax.fast_pipeline import LanguageModel
from briefing.model import Span, Spans


def flat_attributions(encoder: RoleEncoder, model: LanguageModel, text: str) -> list[dict[str, Any]]:
    """The attributions in `text` as `source`, `cue` and `content`, lists of `[start, end]`; a line is a paragraph.

    Only paragraphs in which the encoder left a speaker open are parsed.
    """
    lines = _lines(text)
    found = encoder.attributions(text, lines)
    open_lines = sorted({line for line in lines for entry in found if not entry.source and _holds(line, entry)})
    docs = dict(zip(open_lines, model.read(text[start:end] for start, end in open_lines), strict=True))
    return [
        {"source": entry.source or _speaker(entry, docs), "cue": entry.cue, "content": entry.content} for entry in found
    ]


def _holds(line: tuple[int, int], entry: FoundAttribution) -> bool:
    return bool(entry.cue) and line[0] <= entry.cue[0][0] < line[1]


def _speaker(entry: FoundAttribution, docs: dict[tuple[int, int], Doc]) -> Pairs:
    line = next((line for line in docs if _holds(line, entry)), None)
    if line is None:
        return ()
    spans = speaker_of(docs[line], _within(entry.cue, line), _within(entry.content, line))
    return tuple((span.start + line[0], span.end + line[0]) for span in spans)


def _within(pairs: Sequence[tuple[int, int]], line: tuple[int, int]) -> Spans:
    """The pairs that lie in a line, counted from its start."""
    return tuple(
        Span(max(start, line[0]) - line[0], min(end, line[1]) - line[0])
        for start, end in pairs
        if start < line[1] and line[0] < end
    )


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip())))
        start += len(line)
    return found
