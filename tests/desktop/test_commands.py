"""Every action has a text, a tip and a key of its own, and stands in a menu."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from briefing.desktop.actions import all_commands
from briefing.desktop.model_labels import MENUS
from briefing.resources import resource


def test_every_command_has_a_text_a_tip_a_key_and_a_menu(qtbot: QtBot) -> None:
    for command in all_commands():
        assert command.text
        assert command.tip.endswith(".")
        assert not QKeySequence(command.key).isEmpty()
        assert command.menu in MENUS


def test_no_key_is_given_twice(qtbot: QtBot) -> None:
    keys = Counter(QKeySequence(command.key).toString() for command in all_commands())
    assert [key for key, number in keys.items() if number > 1] == []


def test_every_icon_is_there(qtbot: QtBot) -> None:
    for command in all_commands():
        assert not command.icon or resource("icons", f"{command.icon}.svg").is_file()


SHOWN_ALONE = (
    *("bin", "annotations", "who_else", "find_meaning", "said_anywhere", "story", "stories", "actor_record"),
    *("compare_versions", "sourcing", "compare_judgements", "outline", "briefs", "note", "actors", "keys"),
)
"""Commands that show something, or begin at once."""


def test_dots_stand_only_where_something_is_asked_before_it_is_done(qtbot: QtBot) -> None:
    texts = {command.name: command.text for command in all_commands()}
    assert [name for name in SHOWN_ALONE if texts[name].endswith("…")] == []
    asked = {"open", "open_address", "restore", "export", "new_collection", "tag_articles", "save_search", "rate"}
    assert [name for name in asked if not texts[name].endswith("…")] == []
