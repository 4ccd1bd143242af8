"""A copy of the PDF an article was read from, the reader's notes and the claims drawn on it as PDF annotations."""

import io
from datetime import UTC, datetime

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from briefing.export.brief_view import sheet
from briefing.export.claim_comments import claim_comment, note_comment
from briefing.export.export_errors import CannotAnnotate
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.export.paper_colours import FILLS, STATUS_FILLS
from briefing.export.pdf_passages import Passages
from briefing.export.pdf_text_map import Box, PrintedLetters
from briefing.model import Annotation, Brief, BriefArticle, Placing, Span
from briefing.model.message import Message
from briefing.records import dataclass

_PRINTED = 4
"""Annotation flag: shown on paper, too."""
_POPUP = (200, 120)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Mark:
    """A highlight to be drawn, with what is said of it."""

    name: str
    spans: tuple[Span, ...]
    fill: str
    subject: str
    words: str
    author: str
    created: datetime
    modified: datetime


def render(brief: Brief) -> Rendered:
    """The copy; what could not be found again on its pages is told, and drawn nowhere.

    Raises:
        CannotAnnotate: if the brief is not of one article from a PDF that is kept, or that PDF cannot be opened.
            Of a composed brief, what it shows of its one article is drawn.
    """
    entry = _only(brief)
    text = entry.article.text
    try:
        document = pypdfium2.PdfDocument(entry.original)
    except pypdfium2.PdfiumError as fault:
        raise CannotAnnotate(Message("copy.damaged")) from fault
    try:
        passages = Passages(text, PrintedLetters(document))
        places = [(mark, [passages.lines(span) for span in mark.spans]) for mark in _marks(brief, entry)]
    finally:
        document.close()
    lost = [mark for mark, lines in places if not all(lines)]
    lost_notes = [note.anchor.exact for note in entry.annotations if note.placing is Placing.ORPHAN]
    warnings = _told([mark.spans[0].of(text) for mark in lost] + lost_notes) + _own_words(brief)
    return _drawn(
        entry.original, [(mark, [line for found in lines for line in found]) for mark, lines in places], warnings
    )


def _only(brief: Brief) -> BriefArticle:
    if not brief.articles:
        raise CannotAnnotate(Message("copy.no_article"))
    if len(brief.articles) != 1:
        raise CannotAnnotate(Message("copy.several"))
    (entry,) = brief.articles
    if entry.article.origin.media_type != "application/pdf":
        raise CannotAnnotate(Message("copy.no_pdf"))
    if not entry.original:
        raise CannotAnnotate(Message("copy.not_kept"))
    return entry


def _marks(brief: Brief, entry: BriefArticle) -> list[_Mark]:
    """Claims first, so that the reader's own lie above them."""
    labels = Labels(brief.language)
    (told,) = sheet(brief)["articles"]
    claims = entry.analysis.claims if entry.analysis else ()
    found = []
    for claim, said in zip(claims, told["claims"], strict=True):
        judgement = entry.judgement(claim.id)
        if judgement is None or not judgement.dismissed:
            fill = STATUS_FILLS[entry.status(claim)]
            words = claim_comment(labels, said)
            name = f"briefing-claim-{claim.id}"
            found.append(
                _Mark(name, claim.content, fill, labels.text("claim_head"), words, "Briefing", brief.made, brief.made)
            )
    author = brief.author or labels.text("reader")
    for note, seen in zip(entry.annotations, told["notes"], strict=True):
        if note.placing is not Placing.ORPHAN:
            found.append(_note(labels, note, note_comment(seen), author))
    return found


def _note(labels: Labels, note: Annotation, words: str, author: str) -> _Mark:
    fill = FILLS[(note.colour - 1) % len(FILLS)]
    subject = labels.text("note" if note.note else "highlight")
    return _Mark(note.id, (note.anchor.span,), fill, subject, words, author, note.created, note.modified)


def _told(lost: list[str]) -> tuple[Message, ...]:
    """One sentence on the passages that were not found, or none."""
    if not lost:
        return ()
    names = tuple(Message.of("marks.quoted", words=" ".join(words.split())[:_SHOWN]) for words in lost[:3])
    if len(lost) > len(names):
        names = (*names, Message.of("list.more", number=len(lost) - len(names)))
    return (Message.of("copy.lost", names=names),)


def _own_words(brief: Brief) -> tuple[Message, ...]:
    """A message on what was written in a composed brief beside its passages, or none."""
    written = brief.introduction or any(piece.text for part in brief.parts for piece in part.pieces)
    if not brief.parts or not written:
        return ()
    return (Message("copy.own_words"),)


def _drawn(
    original: bytes, marks: list[tuple[_Mark, list[tuple[int, Box]]]], warnings: tuple[Message, ...]
) -> Rendered:
    try:
        with pikepdf.open(io.BytesIO(original)) as copy:
            for mark, lines in marks:
                for number in sorted({page for page, _ in lines}):
                    _draw(copy, number, mark, [box for page, box in lines if page == number])
            if int(copy.Root.get("/AcroForm", Dictionary()).get("/SigFlags", 0)) & 1:
                warnings += (Message("copy.signed"),)
            file = io.BytesIO()
            # Whoever locked the original against copying finds the copy locked as well.
            copy.save(file, encryption=copy.is_encrypted, deterministic_id=not copy.is_encrypted)
            return Rendered(file.getvalue(), warnings)
    except pikepdf.PdfError as fault:
        raise CannotAnnotate(Message("copy.too_damaged")) from fault


def _draw(copy: Pdf, number: int, mark: _Mark, boxes: list[Box]) -> None:
    """Add a highlight with its note in a window of its own to a page (ISO 32000-2, 12.5.6.10)."""
    page = copy.pages[number]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    around = [round(edge, 2) for edge in (left, bottom, right, top)]
    colour = [round(int(mark.fill[at : at + 2], 16) / 255, 3) for at in (0, 2, 4)]
    highlight = copy.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=Array(around),
            # Upper left, upper right, lower left, lower right: what all programs write, whatever the standard says.
            QuadPoints=Array([round(edge, 2) for x, y, to, up in boxes for edge in (x, up, to, up, x, y, to, y)]),
            C=Array(colour),
            CA=1,
            F=_PRINTED,
            P=page.obj,
            NM=String(f"{mark.name}-{number + 1}"),
            T=String(mark.author),
            Subj=String(mark.subject),
            Contents=String(mark.words),
            CreationDate=String(_moment(mark.created)),
            M=String(_moment(mark.modified)),
            AP=Dictionary(N=_look(copy, around, colour, boxes)),
        )
    )
    if not isinstance(page.obj.get("/Annots"), Array):
        page.obj.Annots = Array()
    if not mark.words:
        page.obj.Annots.append(highlight)
        return
    highlight.Popup = copy.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=_beside(page, top), Parent=highlight, Open=False, F=0)
    )
    page.obj.Annots.append(highlight)
    page.obj.Annots.append(highlight.Popup)


def _look(copy: Pdf, around: list[float], colour: list[float], boxes: list[Box]) -> pikepdf.Stream:
    """How it is drawn, for programs that do not draw highlights themselves: the words show through."""
    boxed = " ".join(f"{x:.2f} {y:.2f} {to - x:.2f} {up - y:.2f} re" for x, y, to, up in boxes)
    drawing = f"/Over gs {colour[0]} {colour[1]} {colour[2]} rg {boxed} f"
    look = copy.make_stream(drawing.encode())
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array(around)
    look.Group = Dictionary(S=Name.Transparency)
    look.Resources = Dictionary(ExtGState=Dictionary(Over=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    return look


def _beside(page: Page, top: float) -> Array:
    """Where the window of a note opens: at the right edge of what is seen of the page, level with its words."""
    right = float(page.cropbox[2])
    return Array([right - _POPUP[0], round(top - _POPUP[1], 2), right, round(top, 2)])


def _moment(moment: datetime) -> str:
    return f"D:{moment.astimezone(UTC):%Y%m%d%H%M%S}Z"
