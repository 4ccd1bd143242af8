"""What the reader leaves out of a brief is in no byte of any format, and all else is as it was."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst
from briefs_for_trial import MADE, MENU, TEXT, place, trial_brief

from briefing.export import COPIES, FORMATS, export_brief
from briefing.model import (
    Annotation,
    Brief,
    BriefPart,
    BriefPiece,
    Evidence,
    Judgement,
    LineKind,
    Link,
    LinkKind,
    Shown,
    Span,
    Status,
    anchor,
)
from briefing.model.catalogue import in_english

WORDS = {
    Shown.BOILERPLATE: (MENU,),
    Shown.REASONS: ("Zaffre deny it", "Zaffre is about the date"),
    Shown.NOTES: ("Quagga minutes", "Quaggatag", "Quagga on the claim", "Quagga again"),
    Shown.DISMISSED: ("Xylem source",),
    Shown.LEGEND: ("The source has no name", "A named source says it about the world"),
}
"""Words that a brief holds for each of the parts that can be left out; no others hold them."""

TEMPLATES = ("annotated", "ledger", "who", "audit", "timeline")
SHOW_MOST = {"jsonld", "md", "html", "docx", "pdf"}


@pytest.fixture
def brief() -> Brief:
    """A brief in which each part that can be left out has words of its own: notes on words and on claims, dismissed."""
    made = trial_brief()
    (entry,) = made.articles
    assert entry.analysis
    first, second = entry.analysis.claims
    said = replace(first, evidence=(Evidence((place("denied"),), "disputed.denied", "Zaffre deny it."),))
    denial = replace(
        second,
        evidence=(Evidence((place("Port workers"),), "claimed", "Xylem reason."),),
        links=(Link(LinkKind.DENIES, "c1", "Xylem reason for the link."),),
    )
    other = replace(
        second,
        id="c3",
        content=(place("had been set"),),
        evidence=(Evidence((place("Port workers"),), "claimed", "Zaffre deny it twice."),),
        links=(Link(LinkKind.REPEATS, "c1", "Zaffre is about the date."),),
    )
    notes = (
        Annotation(
            "n1", anchor(TEXT, place("harbour would reopen")), MADE, MADE, 2, "Quagga *minutes*.", ("Quaggatag",)
        ),
        Annotation("n2", anchor(TEXT, place("date had been set.")), MADE, MADE, 3, "Quagga again"),
    )
    judgements = (
        (
            "c1",
            Judgement(anchor(TEXT, place("the harbour would reopen in May")), MADE, MADE, note="Quagga on the claim"),
        ),
        (
            "c2",
            Judgement(anchor(TEXT, place("any date had been set")), MADE, MADE, dismissed=True, source="Xylem source"),
        ),
        ("c3", Judgement(anchor(TEXT, place("had been set")), MADE, MADE, Status.UNNAMED, note="Quagga again")),
    )
    analysis = replace(entry.analysis, claims=(said, denial, other))
    whole = replace(entry, analysis=analysis, annotations=notes, judgements=judgements)
    return replace(made, articles=(whole,), without=frozenset())


@pytest.fixture(scope="module")
def original() -> bytes:
    """A PDF with the words of the article."""
    return typst.compile("\n\n".join(TEXT.splitlines()).encode(), format="pdf")


def bytes_of(data: bytes) -> Iterator[bytes]:
    """All that a file holds: itself, unzipped, its streams inflated, its words as they are read."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            for name in files.namelist():
                yield from bytes_of(files.read(name))
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as document:
            for held in document.objects:
                if isinstance(held, pikepdf.Stream):
                    yield held.read_bytes()
                yield str(held.unparse() if not isinstance(held, pikepdf.Stream) else dict(held)).encode()
                if isinstance(held, pikepdf.Dictionary):
                    yield from (str(value).encode() for value in held.values() if isinstance(value, pikepdf.String))
        with pypdfium2.PdfDocument(data) as pages:
            yield " ".join(page.get_textpage().get_text_range() for page in pages).encode()


def words_in(data: bytes) -> str:
    """All words of a file on one line, tags and signs of Markdown left out."""
    found = " ".join(part.decode("utf-8", "replace") for part in bytes_of(data))
    return " ".join(re.sub(r"<[^>]*>|[*\\]|[\u200b\ufffe]", "", found).split())


def written(brief: Brief, folder: Path, format_name: str) -> str:
    """What a file of the brief holds."""
    path = folder / f"brief.{format_name}"
    export_brief(brief, path, format_name)
    return words_in(path.read_bytes())


def kinds() -> list[tuple[str, str]]:
    """Each format, and the PDF and the web page in each template."""
    others = [(name, "annotated") for name in (*FORMATS, *COPIES) if name not in ("pdf", "html")]
    return [*others, *((name, template) for name in ("pdf", "html") for template in TEMPLATES)]


@pytest.mark.parametrize(("format_name", "template"), kinds())
def test_nothing_of_a_part_that_is_left_out_is_in_any_byte_of_the_file(
    brief: Brief, original: bytes, tmp_path: Path, format_name: str, template: str
) -> None:
    (entry,) = brief.articles
    article = entry.article
    if format_name in COPIES:
        # Menus are printed in the reader's own PDF: a copy of it is what it is.
        article = replace(article, origin=replace(article.origin, media_type="application/pdf"))
    whole = replace(brief, template=template, articles=(replace(entry, article=article, original=original),))
    everything = written(whole, tmp_path, format_name)
    for part in Shown:
        if part is Shown.BOILERPLATE and format_name in COPIES:
            continue
        left = written(replace(whole, without=frozenset({part})), tmp_path, format_name)
        assert [words for words in WORDS[part] if words in left] == []
        others = [words for other in Shown if other is not part for words in WORDS[other] if words in everything]
        if part is not Shown.DISMISSED:
            assert [words for words in others if words not in left] == []


@pytest.mark.parametrize("format_name", sorted(SHOW_MOST))
def test_the_words_are_there_where_nothing_is_left_out(brief: Brief, tmp_path: Path, format_name: str) -> None:
    assert [words for words in WORDS[Shown.NOTES] if words not in written(brief, tmp_path, format_name)] == []


def test_who_leaves_out_notes_keeps_what_else_he_said_of_a_claim(brief: Brief, tmp_path: Path) -> None:
    text = written(replace(brief, without=frozenset({Shown.NOTES})), tmp_path, "md")
    assert "Reader’s judgement: Unnamed source" in text
    assert text.count("Reader’s judgement") == 2  # a claim of which there was but a note has none


def test_a_dismissed_claim_that_the_reader_chose_stays(brief: Brief, tmp_path: Path) -> None:
    part = BriefPart("Still", (BriefPiece("l1", LineKind.CLAIM, 0, claim_id="c2"),))
    composed = replace(brief, parts=(part,), without=frozenset({Shown.DISMISSED}))
    assert "any date had been set" in written(composed, tmp_path, "pdf")


@pytest.mark.parametrize("format_name", sorted(set(FORMATS)))
def test_a_composed_brief_without_notes_has_none_even_where_a_line_shows_one_and_tells_so(
    brief: Brief, tmp_path: Path, format_name: str
) -> None:
    lines = (
        BriefPiece("l1", LineKind.ANNOTATION, 0, annotation_id="n1", text="About that note."),
        BriefPiece("l2", LineKind.CLAIM, 0, claim_id="c1"),
    )
    composed = replace(brief, parts=(BriefPart("Mine", lines),), without=frozenset({Shown.NOTES}))
    told = export_brief(composed, tmp_path / "brief", format_name)
    left = words_in((tmp_path / "brief").read_bytes())
    assert [words for words in WORDS[Shown.NOTES] if words in left] == []
    assert list(map(in_english, told)) == ["A line is left out: it shows a note, and the brief is to be without notes."]


def test_a_passage_of_one_source_is_shown_without_the_menu_between_its_paragraphs(tmp_path: Path) -> None:
    made = trial_brief()
    (entry,) = made.articles
    blocks = entry.article.blocks
    menu = replace(blocks[1], kind=blocks[3].kind, span=Span(blocks[2].span.start - 1, blocks[2].span.start))
    assert entry.analysis
    own = tuple(
        replace(claim, attributions=entry.analysis.claims[0].attributions, links=(), status=Status.CLAIMED)
        for claim in entry.analysis.claims
    )
    text = TEXT.replace("\nPort", "\fPort")
    article = replace(entry.article, text=text, blocks=(*blocks[:2], menu, *blocks[2:]))
    whole = replace(entry, article=article, analysis=replace(entry.analysis, claims=own))
    page = replace(made, articles=(whole,), template="audit")
    path = tmp_path / "audit.md"
    export_brief(page, path, "md")
    assert "in May. Port workers" in path.read_text(encoding="utf-8")
