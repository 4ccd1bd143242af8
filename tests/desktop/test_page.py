"""A long article is set a piece at a time, and stands in the end as if it had been set at once."""

from pytestqt.qtbot import QtBot

from briefing.desktop.reader.page import Page
from briefing.desktop.theme import load_theme
from briefing.model import Article, Block, BlockKind, Span

PARAGRAPHS = [f"Paragraph {number}: the ferry \U0001f6a2 sails, said Ana Ruiz." for number in range(40)]
TEXT = "\n\n".join(PARAGRAPHS)


def _article() -> Article:
    starts = [TEXT.index(paragraph) for paragraph in PARAGRAPHS]
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph)))
        for start, paragraph in zip(starts, PARAGRAPHS, strict=True)
    )
    return Article(TEXT, tuple(blocks))


def _pages(until: int) -> tuple[Page, Page]:
    theme = load_theme("light")
    return Page(_article(), theme), Page(_article(), theme, until=until)


def test_only_the_beginning_is_set_at_once(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    assert page.document.toPlainText()
    assert page.document.blockCount() < whole.document.blockCount() / 2


def test_filled_it_is_the_same_as_set_at_once(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    for until in range(400, len(TEXT) + 200, 200):
        page.fill(until)
    assert page.document.toPlainText() == whole.document.toPlainText()
    assert [page.position(at) for at in range(0, len(TEXT), 7)] == [whole.position(at) for at in range(0, len(TEXT), 7)]


def test_a_place_further_on_is_set_when_it_is_asked_for(qtbot: QtBot) -> None:
    whole, page = _pages(200)
    at = TEXT.index("Paragraph 30")
    position = page.position(at)
    assert position == whole.position(at)
    assert page.document.characterCount() > position
    assert page.document.findBlock(position).text().startswith("Paragraph 30")
    assert page.code_point(position) == at
