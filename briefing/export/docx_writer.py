"""A brief as a Word document: the article's text, each claim and each note a real comment on its passage."""

import io
import re
from datetime import UTC, datetime
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from briefing.export.brief_view import claim_groups, from_where, how_made, sheet, times_of
from briefing.export.claim_comments import claim_comment, note_comment
from briefing.export.docx_house_style import set_house_style
from briefing.export.docx_markdown import add_written
from briefing.export.docx_tables import add_audit, add_claims, add_legend, add_shares, add_small, add_standing
from briefing.export.docx_text import paragraphs_of, set_run
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.export.paper_colours import FILLS
from briefing.export.view_types import ArticleView, BriefView, ClaimView, LineView, NoteView
from briefing.model import Brief, Span
from briefing.model.span_index import Laid

LONGEST_PROPERTY = 255
"""Characters that Word takes for the title or author of a document."""
_DATE = re.compile(rb'w:date="[^"]*"')


def render(brief: Brief) -> Rendered:
    """The document; the same brief gives the same bytes."""
    data, labels = sheet(brief), Labels(brief.language)
    document = Document()
    properties = document.core_properties
    properties.title = data["title"][:LONGEST_PROPERTY]
    properties.author = data["author"][:LONGEST_PROPERTY] or "Briefing"
    properties.language = data["language"]
    properties.created = properties.modified = brief.made.astimezone(UTC).replace(tzinfo=None)
    set_house_style(document, brief.style)
    if data["classification"]:
        _classify(document, data["classification"])
    headed = data["articles"][0] if data["is_headed"] else None
    head = document.add_heading("" if headed else data["title"], 0)
    author = f"{data['author']} · " if data["author"] else ""
    document.add_paragraph(f"{author}{labels.text('made')} {data['made']}", style="Subtitle")
    if data["introduction"]:
        add_written(document, data["introduction"])
    comments = _Comments(document)
    if data["parts"]:
        _composed(labels, document, data, comments)
    else:
        _timeline(labels, document, data)
        for article in data["articles"]:
            own = head if headed else document.add_heading("", 1)
            _article(labels, document, article, data["template"], comments, own, 1 if headed else 2)
    add_legend(labels, document, data["statuses"])
    add_small(document, how_made(labels, data))
    comments.finish()
    file = io.BytesIO()
    document.save(file)
    return Rendered(_settled(file.getvalue(), brief.made))


def _classify(document: WordDocument, classification: str) -> None:
    """Say at the head of each page who may read it, as the other formats do."""
    line = document.sections[0].header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.add_run(classification).bold = True


def _article(
    labels: Labels,
    document: WordDocument,
    article: ArticleView,
    template: str,
    comments: "_Comments",
    head: Paragraph,
    section: int,
) -> None:
    """An article; its title stands in `head`, and below it are headings of the level `section`."""
    marked = template == "annotated" and article["title_runs"]
    if not marked:
        head.add_run(article["title"])
    _facts(labels, document, from_where(article))
    if article["note"]:
        document.add_paragraph(article["note"])
    if template != "audit" and article["summary"]:
        document.add_heading(labels.text("how_confirmed"), section)
        add_shares(labels, document, article["summary"])
    if template == "annotated":
        _text(labels, document, article, comments, head, section)
    for name, claims in claim_groups(labels, article, template):
        document.add_heading(name, section)
        add_claims(labels, document, claims)
    if template == "audit":
        add_audit(labels, document, article["audit"], article["claims"], section)
    _notes(labels, document, article, section)


def _timeline(labels: Labels, document: WordDocument, data: BriefView) -> None:
    """The claims of several articles in one order of dates."""
    if data["timeline"]:
        document.add_heading(data["kind"], 1)
    for name, held in times_of(data):
        document.add_heading(name, 2)
        origins = [data["articles"][place]["title"] for place, _ in held]
        add_claims(labels, document, [claim for _, claim in held], origins)


def _text(
    labels: Labels,
    document: WordDocument,
    article: ArticleView,
    comments: "_Comments",
    head: Paragraph,
    section: int,
) -> None:
    """The article's words, with comments on claims and noted passages; those of its title stand in `head`."""
    document.add_heading(labels.text("article"), section)
    first_runs: dict[int, WordRun] = {}
    last_runs: dict[int, WordRun] = {}
    noted: dict[int, WordRun] = {}
    pieces = Laid((Span(start, end), claim["number"]) for claim in article["claims"] for start, end in claim["pieces"])
    titled = [(head, article["title_runs"])]
    for paragraph, runs in chain(titled, paragraphs_of(labels, document, article, section)):
        for run in runs:
            words = paragraph.add_run(run["text"])
            words.italic = run["cue"] or None
            words.underline = run["actor"] or None
            set_run(words, run)
            if run["colour"]:
                _fill(words, run["colour"])
            for number in pieces.over(Span(run["start"], run["start"] + 1)):
                first_runs.setdefault(number, words)
                last_runs[number] = words
            for number in run["ends"]:
                noted[number] = words
    for claim in article["claims"]:
        number = claim["number"]
        if number in first_runs:
            comments.add([first_runs[number], last_runs[number]], claim_comment(labels, claim), "Briefing", "B")
    for note in article["notes"]:
        if note["number"] in noted:
            comments.add(
                [noted[note["number"]]], note_comment(note) or labels.text("highlighted"), labels.text("reader"), "R"
            )


class _Comments:
    """Adds comments in time that grows with their number: the library looks through all that are there for each.

    All but the last one, by whose number the next is numbered, are taken out meanwhile.
    """

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._held: list[BaseOxmlElement] = []
        self._last: BaseOxmlElement | None = None

    def add(self, runs: list[WordRun], words: str, author: str, initials: str) -> None:
        """Comment on these runs, from the first to the last."""
        made = self._document.add_comment(runs, text=words, author=author, initials=initials)._comment_elm
        if self._last is not None:
            self._held.append(self._last)
            self._together(made).remove(self._last)
        self._last = made

    @staticmethod
    def _together(comment: BaseOxmlElement) -> BaseOxmlElement:
        parent: BaseOxmlElement = comment.getparent()  # type: ignore[assignment]
        return parent

    def finish(self) -> None:
        """Put all comments where they belong."""
        if self._last is not None:
            for comment in self._held:
                self._last.addprevious(comment)


def _composed(labels: Labels, document: WordDocument, data: BriefView, comments: _Comments) -> None:
    for part in data["parts"]:
        if part["heading"]:
            document.add_heading(part["heading"], 1)
        for line in part["lines"]:
            _line(labels, document, line, data, comments, 2 if part["heading"] else 1)
    if data["articles"]:
        document.add_heading(labels.text("sources"), 1)
    for article in data["articles"]:
        document.add_heading(article["title"], 2)
        _facts(labels, document, article["facts"])


def _line(
    labels: Labels, document: WordDocument, line: LineView, data: BriefView, comments: _Comments, level: int
) -> None:
    if line["kind"] == "article":
        if line["text"]:
            add_written(document, line["text"])
        article, head = data["articles"][line["article"]], document.add_heading("", level)
        _article(labels, document, article, data["template"], comments, head, level + 1)
        return
    if line["kind"] == "claim":
        claim = line["claim"]
        head = document.add_paragraph()
        head.add_run(f"{claim['number']}. {labels.through(claim['chain'])}").bold = True
        head.add_run(f" · {claim['label']} · {_with_place(line['title'], claim)}")
        words = document.add_paragraph(style="Quote").add_run(claim["content"])
        comments.add([words], claim_comment(labels, claim), "Briefing", "B")
        add_standing(labels, document, claim)
    elif line["kind"] == "annotation":
        note = line["note"]
        words = document.add_paragraph(style="Quote").add_run(note["quote"])
        _fill(words, note["colour"])
        document.add_paragraph(f"{note['number']}. {_with_place(line['title'], note)}")
        _whole_note(document, note)
    if line["text"]:
        add_written(document, line["text"])


def _fill(words: WordRun, colour: int) -> None:
    """Give words the reader's colour, as the window and the PDF show it."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", FILLS[(colour - 1) % len(FILLS)])):
        shading.set(qn(f"w:{name}"), value)
    words._element.get_or_add_rPr().append(shading)


def _facts(labels: Labels, document: WordDocument, facts: list[tuple[str, str]]) -> None:
    for name, value in facts:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{labels.fact(name)}: ").bold = True
        paragraph.add_run(value)


def _notes(labels: Labels, document: WordDocument, article: ArticleView, section: int) -> None:
    if article["notes"]:
        document.add_heading(labels.text("notes"), section)
        for note in article["notes"]:
            document.add_paragraph(_with_place(note["quote"], note), style="Quote")
            _whole_note(document, note)


def _with_place(words: str, told: ClaimView | NoteView) -> str:
    """Words with the page on which a claim or a note stands, where it is known."""
    return f"{words} ({told['place']})" if told["place"] else words


def _whole_note(document: WordDocument, note: NoteView) -> None:
    add_written(document, note["note"])
    if note["tags"]:
        document.add_paragraph(" ".join(f"#{tag}" for tag in note["tags"]))


def _settled(data: bytes, made: datetime) -> bytes:
    """The same package with the brief's moment on every file in it, so that it does not differ from run to run."""
    moment = made.astimezone(UTC)
    stamp = (max(1980, moment.year), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as settled:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/comments.xml":
                content = _DATE.sub(f'w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"'.encode(), content)
            entry = ZipInfo(name, stamp)
            entry.compress_type = ZIP_DEFLATED
            settled.writestr(entry, content)
    return file.getvalue()
