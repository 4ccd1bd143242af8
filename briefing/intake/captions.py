"""Captions of a recording (WebVTT, SubRip) to an article: who speaks, in whole paragraphs, each with its time."""

import io
import re
from collections.abc import Iterator, Sequence
from html import unescape

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.format_signs import ARROW, NUMBERED
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.text_decoder import canonical, decoded, one_line
from briefing.model import Article, BlockKind, Locator, LocatorKind, Origin, Span
from briefing.model.message import Message
from briefing.records import dataclass

MEDIA_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip"}

LONG = 700
"""Characters from which on a paragraph ends with the next sentence."""

LONGEST = 2 * LONG
"""Characters from which on it ends with the line: what a machine heard has often no sentences."""

PAUSE = 4.0
"""Seconds of silence after which a sentence that ended ends its paragraph."""

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]{1,200})>")
_TAG = re.compile(
    r"</?(?:[biu]|c|v|lang|ruby|rt|font|s|em|strong|\d[\d:.]*)(?:[.\s][^<>]{0,200})?/?>|\{\\[^{}]{0,100}\}", re.I
)
_TYPED_ALONG = re.compile(r"<\d\d:\d\d(?::\d\d)?\.\d{3}>")
_NAME = r"[A-ZÀ-Þ][\w.'’()-]*"
_LABEL = re.compile(rf"^(?:>>+\s*|-\s*)?({_NAME}(?:[ ,]+{_NAME}){{0,4}}(?: \d{{1,3}})?):(?=\s|$)")
_TURN = re.compile(r"^(?:>>|[-–—]\s?(?=\S))")
_ENDS = re.compile(r"[.!?…][\"”'’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is said in one go by one speaker, as long as that is told."""

    words: str
    speaker: str
    number: int
    start: float
    end: float


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in captions: a speaker's words together, each caption with its time.

    Raises:
        UnreadableFile: if its encoding is unknown or its captions are damaged.
        NotAnArticle: if nothing is said.
    """
    import webvtt
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    text = canonical(decoded(data, name).lstrip("\ufeff\n "))
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    given = text if form == "vtt" else _numbered(text)
    try:
        found = webvtt.WebVTT.from_buffer(io.StringIO(given), form)
        cues = [(cue.start_in_seconds, cue.end_in_seconds, cue.raw_text) for cue in found.captions]
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError, AssertionError) as fault:
        raise _unsound(name) from fault
    lost = sum("-->" in line for line in given.split("\n")) - len(cues)
    if lost > 0 and not cues:
        raise _unsound(name)
    title = one_line(found.header_text or "").lstrip("-–— ") if form == "vtt" else ""
    passages = list(_passages(list(_lines(cues))))
    if lost > 0:
        passages.append(remark(Message.of("remark.captions", number=lost)))
    return article_of_record(passages, name, address, MEDIA_TYPES[form], Origin(title=title))


def _unsound(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("intake.captions", name=legible(name)))


def _numbered(text: str) -> str:
    """SubRip as it is defined: a number stands above each time."""
    lines, fixed = text.split("\n"), []
    for at, line in enumerate(lines):
        if ARROW.match(line):
            if not (at and NUMBERED.match(lines[at - 1])):
                fixed += ["", "1"]
            # The hours may be left out, and a point may stand for the comma.
            line = re.sub(r"(?<![\d:])(\d{1,2}:\d{2}[.,]\d)", r"00:\1", line)
        fixed.append(line)
    return "\n".join(fixed).lstrip("\n")


def _lines(cues: Sequence[tuple[float, float, str]]) -> Iterator[_Line]:
    """What is said, a line at a time; lines that roll on from one caption into the next are said once."""
    rolling = sum(bool(_TYPED_ALONG.search(raw)) for _, _, raw in cues) * 4 > len(cues)
    last = ""
    for number, (start, end, raw) in enumerate(cues, 1):
        voice = ""
        for line in raw.split("\n"):
            # A caption may hold several voices; what stands before the first of a line goes on.
            parts = _VOICE.split(line)
            for part, (speaker, words) in enumerate(zip(["", *parts[1::2]], parts[::2], strict=True)):
                voice = one_line(unescape(speaker)) if part else voice
                words = " ".join(canonical(unescape(_TAG.sub("", words))).split())
                if words and not (rolling and words == last):
                    yield _Line(words, voice, number, start, end)
                    last = words


def _passages(lines: list[_Line]) -> Iterator[Passage]:
    """Paragraphs of one speaker each, which end with a sentence where they grow long or somebody pauses."""
    group: list[_Line] = []
    length = 0
    for line in lines:
        if group and _begins(line, group[-1], length):
            yield _passage(group)
            group, length = [], 0
        group.append(line)
        length += len(line.words) + 1
    if group:
        yield _passage(group)


def _begins(line: _Line, last: _Line, length: int) -> bool:
    """Whether a line begins a paragraph below one that has so many characters."""
    if length > LONGEST or line.speaker != last.speaker or _LABEL.match(line.words) or _TURN.match(line.words):
        return True
    return bool(_ENDS.search(last.words)) and (length > LONG or line.start - last.end > PAUSE)


def _passage(group: list[_Line]) -> Passage:
    speaker = group[0].speaker
    words = f"{speaker}: " if speaker else ""
    label = Span(0, len(speaker) + 1) if speaker else None
    if not speaker and (named := _LABEL.match(group[0].words)):
        speaker, label = named[1], Span(named.start(1), named.end(1) + 1)
    locators: list[Locator] = []
    for line in group:
        if not locators or locators[-1].number != line.number:
            at = len(words) if locators else 0
            locators.append(Locator(at, line.number, _time(line.start), LocatorKind.TIME))
        words += f"{line.words} "
    markup = PassageMarkup(speaker=speaker, label=label)
    return Passage(BlockKind.PARAGRAPH, words.rstrip(), 0, tuple(locators), markup)


def _time(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
