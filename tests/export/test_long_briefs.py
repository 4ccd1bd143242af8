"""What a long brief costs grows with its length, and it is set once."""

import cProfile
import pstats
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from long_briefs import long_brief

from briefing.export import docx_writer, pdf_writer
from briefing.export.typst_data import printed
from briefing.model import Brief


def calls(act: Callable[[Brief], object], brief: Brief) -> int:
    """How many functions are called: unlike the time, the same on every machine."""
    profile = cProfile.Profile()
    profile.enable()
    act(brief)
    profile.disable()
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("act", [printed, docx_writer.render], ids=["pdf", "docx"])
def test_four_times_the_text_is_not_much_more_than_four_times_the_work(act: Callable[[Brief], object]) -> None:
    short, long = (long_brief(paragraphs, paragraphs // 5) for paragraphs in (20, 80))
    act(short)  # what is loaded and remembered once
    assert calls(act, long) < 5 * calls(act, short)


def test_a_long_brief_with_characters_that_no_shipped_font_has_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_writer, "LONG", 100)
    sets: list[object] = []
    compiled = pdf_writer._compiled
    monkeypatch.setattr(pdf_writer, "_compiled", lambda *given: sets.append(given) or compiled(*given))
    brief = long_brief(4)
    (entry,) = brief.articles
    text = f"{entry.article.text[:-4]}ﷺ\U000e0fff한."
    rendered = pdf_writer.render(replace(brief, articles=(replace(entry, article=replace(entry.article, text=text)),)))
    assert len(sets) == 1
    assert len(pypdfium2.PdfDocument(rendered.data)) > 0


def test_notes_stand_beside_the_page_that_they_are_on() -> None:
    with pypdfium2.PdfDocument(pdf_writer.render(long_brief(30, 30)).data) as pages:
        texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    beside = [[n for n in range(1, 31) if f"n{n} Ask {n - 1}." in text] for text in texts]
    assert sorted({number for found in beside for number in found}) == list(range(1, 31))
    assert sum(map(bool, beside)) > 2
