"""The reader's notes and the claims are drawn on a copy of the PDF, over the right words or nowhere."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst
from briefs_for_trial import MADE
from PIL.Image import Image

from briefing.export import ExportFailure, export_brief
from briefing.export.annotated_pdf import render
from briefing.intake import read_file
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Attribution,
    Brief,
    BriefArticle,
    BriefPart,
    BriefPiece,
    Certainty,
    Claim,
    Evidence,
    LineKind,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.catalogue import in_english

STORY = """= Ferry talks stall
The harbour master, Ana Ruiz, said the ferry would open in May. Nobody on the island had been told of the plan.

#lorem(90)

The island council denied that any date had been set, and it called the plan a misunderstanding of its letter.
"""


def pdf_of(source: str, folder: Path) -> Path:
    """A PDF set by Typst."""
    file = folder / "ferry.pdf"
    file.write_bytes(typst.compile(source.encode(), format="pdf"))
    return file


def brief_on(file: Path, *noted: str, claim: str = "") -> Brief:
    """A brief of the article in a PDF with a note on each of some words, perhaps with a claim."""
    opened = read_file(file)
    text = opened.article.text
    notes = tuple(
        Annotation(f"note-{number}", anchor(text, _span(words, text)), MADE, MADE, 2, f"About “{words}”.", ("ferry",))
        for number, words in enumerate(noted)
    )
    analysis = Analysis("trial", "en", (), ())
    if claim:
        content = _span(claim, text)
        who = _span("The island council", text)
        actor = Actor("a", "Island council", ActorKind.GROUP, (), (who,))
        denied = Attribution((who,), (_span("denied", text),), ("a",), SourceKind.GROUP)
        evidence = Evidence((who,), "claimed", "So far the word of the council alone.")
        made = Claim(
            *("c1", (content,), (denied,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.NEGATIVE, Status.CLAIMED),
            (evidence,),
        )
        analysis = Analysis("trial", "en", (actor,), (made,))
    entry = BriefArticle(opened.article, analysis, notes, original=file.read_bytes())
    return Brief(opened.article.title, (entry,), MADE, "Ann Reader")


def _span(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class Highlight:
    """What a PDF holds of a highlight; `words` are those that its lines cover."""

    page: int
    words: str
    said: str
    author: str
    name: str
    moments: tuple[str, str]
    colour: tuple[float, ...]
    top: float
    answered: bool


def highlights(data: bytes) -> list[Highlight]:
    """The highlights of a PDF, read back from it."""
    shown = pypdfium2.PdfDocument(data)
    with pikepdf.open(io.BytesIO(data)) as document:
        return [
            Highlight(
                number,
                _under(shown[number].get_textpage(), [float(point) for point in held.QuadPoints]),
                str(held.Contents),
                str(held["/T"]),
                str(held.NM),
                (str(held.CreationDate), str(held.M)),
                tuple(round(float(part), 2) for part in held.C),
                float(held.Rect[3]),
                held.Popup.Parent.objgen == held.objgen,
            )
            for number, page in enumerate(document.pages)
            for held in page.obj.get("/Annots", [])
            if held.get("/Subtype") == "/Highlight"
        ]


def _under(page: pypdfium2.PdfTextPage, points: list[float]) -> str:
    lines = [points[at : at + 8] for at in range(0, len(points), 8)]
    found = [page.get_text_bounded(left=q[0] + 0.6, bottom=q[5] + 2, right=q[2] - 0.6, top=q[1] - 2) for q in lines]
    return " ".join(" ".join(found).split())


def _coloured(picture: Image) -> tuple[int, int, int, int] | None:
    """Around all that is not grey: the highlights, on a page that is black and white."""
    red, _, blue = picture.convert("RGB").split()
    from PIL import ImageChops

    return ImageChops.difference(red, blue).point(lambda value: 255 if value > 20 else 0).getbbox()


def test_a_note_is_a_highlight_with_its_words_author_and_moment(tmp_path: Path) -> None:
    brief = brief_on(pdf_of(STORY, tmp_path), "the ferry would open in May")

    rendered = render(brief)

    (found,) = highlights(rendered.data)
    assert rendered.warnings == ()
    assert found.words == "the ferry would open in May"
    assert found.said == "About “the ferry would open in May”.\n#ferry"
    assert (found.author, found.name) == ("Ann Reader", "note-0-1")
    assert found.moments == ("D:20260102093000Z", "D:20260102093000Z")
    assert found.answered
    assert found.colour == (0.79, 0.93, 0.71)


def test_a_claim_is_drawn_with_its_status_in_words(tmp_path: Path) -> None:
    rendered = render(brief_on(pdf_of(STORY, tmp_path), claim="any date had been set"))

    (found,) = highlights(rendered.data)
    assert found.words == "any date had been set"
    assert found.said.splitlines()[0] == "1. Island council: Claimed"
    assert "So far the word of the council alone." in found.said
    assert found.author == "Briefing"


@pytest.mark.parametrize("setting", ["", "#set page(columns: 2, width: 15cm)", "#set page(flipped: true)"])
def test_lines_that_break_within_a_passage_are_each_covered(tmp_path: Path, setting: str) -> None:
    source = f'#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n{setting}\n{STORY}'
    words = "denied that any date had been set, and it called the plan a misunderstanding of its letter"
    rendered = render(brief_on(pdf_of(source, tmp_path), words))

    (found,) = highlights(rendered.data)
    assert found.words.replace("- ", "").replace("-", "") == words


def test_a_passage_over_two_pages_leaves_out_what_stands_between(tmp_path: Path) -> None:
    source = (
        "#set page(width: 12cm, height: 8cm, header: [The Harbour Courier], "
        "footer: [Page #context counter(page).display()])\n"
        "#set text(size: 11pt)\nThe harbour master spoke first.\n\n#v(4.4cm)\nThe council said that "
        "every boat that leaves the old harbour after dark must carry two lamps and a bell, and that those who do not "
        "will wait in the outer basin until the morning comes, and will pay for their berth as guests of "
        "the town do.\n\n"
        "#lorem(160)"
    )
    words = (
        "every boat that leaves the old harbour after dark must carry two lamps and a bell, and that those who do not "
        "will wait in the outer basin until the morning comes, and will pay for their berth"
    )
    rendered = render(brief_on(pdf_of(source, tmp_path), words))

    found = highlights(rendered.data)
    assert rendered.warnings == ()
    assert [one.page for one in found] == [0, 1]
    assert " ".join(one.words for one in found) == words


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_and_cropped_page_is_coloured_where_its_words_are(tmp_path: Path, turned: int) -> None:
    file = pdf_of(STORY, tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        page = document.pages[0]
        page.cropbox = pikepdf.Rectangle(40, 300, 560, 800)
        page.rotate(turned, relative=False)
        document.save(file)
    brief = brief_on(file, "the ferry would open in May")

    page = pypdfium2.PdfDocument(render(brief).data)[0]

    box = _coloured(page.render(scale=2).to_pil())
    assert box is not None
    inked = _ink_of(file, "the ferry would open in May")
    assert all(abs(edge - other) <= 8 for edge, other in zip(box, inked, strict=True)), (box, inked)


def _ink_of(file: Path, words: str) -> tuple[int, int, int, int]:
    """Where words are seen on the first page, two dots a point: asked of the renderer, not of the highlight."""
    from ctypes import c_int

    from pypdfium2 import raw

    page = pypdfium2.PdfDocument(file)[0]
    text = page.get_textpage()
    at, count = text.search(words).get_next()
    width, height = (round(2 * side) for side in page.get_size())
    points = []
    for sign in range(at, at + count):
        left, bottom, right, top = text.get_charbox(sign, loose=True)
        for across, up in ((left, bottom), (right, top)):
            x, y = c_int(), c_int()
            raw.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, across, up, x, y)
            points.append((x.value, y.value))
    return min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)


def test_the_outline_and_tags_of_the_original_are_kept_and_it_is_untouched(tmp_path: Path) -> None:
    file = pdf_of(STORY, tmp_path)
    before = file.read_bytes()

    export_brief(brief_on(file, "the ferry would open"), tmp_path / "copy.pdf", "annotated-pdf")

    assert file.read_bytes() == before
    with pikepdf.open(tmp_path / "copy.pdf") as copy, copy.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Ferry talks stall"]
        assert "/StructTreeRoot" in copy.Root


def test_a_locked_pdf_stays_locked(tmp_path: Path) -> None:
    file = pdf_of(STORY, tmp_path)
    with pikepdf.open(file, allow_overwriting_input=True) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="owner", user=""))

    rendered = render(brief_on(file, "the ferry would open in May"))

    assert pikepdf.open(io.BytesIO(rendered.data)).is_encrypted
    (found,) = highlights(rendered.data)
    assert found.words == "the ferry would open in May"


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them(tmp_path: Path) -> None:
    source = "The ferry opens in May, said the mayor of the town. #lorem(30)\n\n"
    source += "The ferry opens in May, wrote the editor of the paper. #lorem(20)"
    brief = brief_on(pdf_of(source, tmp_path), "The ferry opens in May, wrote")
    (entry,) = brief.articles
    start = entry.annotations[0].anchor.span.start
    note = replace(entry.annotations[0], anchor=anchor(entry.article.text, Span(start, start + len("The ferry opens"))))

    rendered = render(replace(brief, articles=(replace(entry, annotations=(note,)),)))

    (found,) = highlights(rendered.data)
    page = pypdfium2.PdfDocument(rendered.data)[0].get_textpage()
    first, _ = page.search("The ferry opens").get_next()
    assert found.top < page.get_charbox(first)[1] - 10


def test_a_passage_that_is_not_in_the_pdf_is_told_and_drawn_nowhere(tmp_path: Path) -> None:
    brief = brief_on(pdf_of(STORY, tmp_path), "the ferry would open in May")
    (entry,) = brief.articles
    other = pdf_of("= Something else\n" + "#lorem(90)", tmp_path).read_bytes()

    rendered = render(replace(brief, articles=(replace(entry, original=other),)))

    assert highlights(rendered.data) == []
    (warning,) = rendered.warnings
    assert "“the ferry would open in May”" in in_english(warning)


def test_the_same_brief_gives_the_same_bytes(tmp_path: Path) -> None:
    brief = brief_on(pdf_of(STORY, tmp_path), "the ferry would open in May", claim="any date had been set")

    assert render(brief).data == render(brief).data


def test_an_article_that_was_no_pdf_is_refused_in_one_sentence(tmp_path: Path) -> None:
    page = tmp_path / "ferry.txt"
    page.write_text("Ferry talks stall\n\nThe harbour master said the ferry would open in May.\n", encoding="utf-8")

    with pytest.raises(ExportFailure, match="did not come from a PDF"):
        export_brief(brief_on(page), tmp_path / "copy.pdf", "annotated-pdf")
    assert not (tmp_path / "copy.pdf").exists()


def test_what_a_composed_brief_shows_of_its_one_article_is_drawn(tmp_path: Path) -> None:
    shown = BriefPart("Ferry", (BriefPiece("l1", LineKind.ANNOTATION, 0, annotation_id="note-0"),))
    written = BriefPart("Beside", (BriefPiece("l2", LineKind.TEXT, text="Ask the council."),))
    brief = replace(brief_on(pdf_of(STORY, tmp_path), "the ferry would open"), parts=(shown, written))

    rendered = render(brief)

    assert [mark.words for mark in highlights(rendered.data)] == ["the ferry would open"]
    assert tuple(map(in_english, rendered.warnings)) == (
        "What you wrote in the brief itself has no place in a copy of the PDF.",
    )


def test_a_composed_brief_of_no_article_is_refused_in_one_sentence(tmp_path: Path) -> None:
    brief = Brief("Ferry", (), MADE, parts=(BriefPart("Ferry"),))

    with pytest.raises(ExportFailure, match="it shows no article on whose PDF notes could be drawn"):
        export_brief(brief, tmp_path / "copy.pdf", "annotated-pdf")


def test_annotations_of_the_original_stay(tmp_path: Path) -> None:
    file = pdf_of(f'#link("https://ferry.example")[Timetable]\n\n{STORY}', tmp_path)

    with pikepdf.open(io.BytesIO(render(brief_on(file, "the ferry would open in May")).data)) as copy:
        kinds = [str(held.Subtype) for held in copy.pages[0].Annots]
    assert kinds == ["/Link", "/Highlight", "/Popup"]
