"""Passages become a text with exact blocks, and what is known of their pages comes with them."""

from briefing.intake.block_assembly import Passage, assembled, located
from briefing.model import BlockKind, Locator

PARAGRAPH = BlockKind.PARAGRAPH


def test_pages_are_told_where_they_begin_and_only_once() -> None:
    passages = [
        Passage(PARAGRAPH, "One two.", locators=(Locator(0, 1), Locator(4, 2))),
        Passage(PARAGRAPH, "  ", locators=(Locator(0, 9),)),
        Passage(PARAGRAPH, "Three.", locators=(Locator(0, 2),)),
        Passage(PARAGRAPH, "Four.", locators=(Locator(0, 3, "iii"),)),
        Passage(PARAGRAPH, "A note.", locators=(Locator(0, 1),)),
    ]
    text, blocks = assembled(passages)
    found = located(passages, blocks)
    assert [(text[one.start :].split()[0], one.name) for one in found] == [
        ("One", "1"),
        ("two.", "2"),
        ("Four.", "iii"),
        ("A", "1"),
    ]
