"""Web addresses are opened from a dialog, the clipboard and a key, and fetched again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.intake_dialogs.address_dialog import AddressDialog, address_in
from briefing.service.page_watch import EVERY
from tests.intake.web_server import Site, article, page, serving

SAME = (
    "It carries four hundred people a day between the old harbour and the island, most of whom work in the yards. "
    "The crossing takes half an hour, and there is no bridge for sixty miles on either side of the bay."
)
"""What a page still says when it is told anew: by this it is known to be the same."""

WORDS = "The ferry will sail again in June, Captain Ivo Marin said on Tuesday. The pier was mended in the winter."
LATER = "The ferry will not sail before July, Captain Ivo Marin said on Friday. The pier has to be mended again."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.pages["/ferry"] = page(article("Ferry to sail in June", f"{WORDS} {SAME}"))
        yield site


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path) -> Opened:
    QGuiApplication.clipboard().clear()
    return open_window(tmp_path / "library")


def address_dialog(opened: Opened) -> AddressDialog:
    opened.window.actions_by_name["open_address"].trigger()
    dialog = opened.window.findChild(AddressDialog)
    assert dialog is not None
    return dialog


def give(dialog: AddressDialog, address: str) -> None:
    dialog.address.setText(address)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Open).click()


def shows(opened: Opened, title: str) -> bool:
    return opened.session.showing is not None and opened.session.showing.article.title == title


def test_a_web_address_is_fetched_and_shown(opened: Opened, site: Site, qtbot: QtBot) -> None:
    give(address_dialog(opened), site.url("/ferry"))
    qtbot.waitUntil(lambda: shows(opened, "Ferry to sail in June"), timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.kept.origin.address == site.url("/ferry")


def test_a_copied_address_is_offered(opened: Opened) -> None:
    QGuiApplication.clipboard().setText("  https://news.example/ferry\n")
    assert address_dialog(opened).address.text() == "https://news.example/ferry"


@pytest.mark.parametrize(
    "copied", ["The ferry sails.", "ftp://news.example/x", "javascript:alert(1)", "https://", "https://a b", ""]
)
def test_what_is_no_address_is_not_offered(copied: str) -> None:
    assert address_in(copied) == ""


def test_a_wrong_address_is_told_in_the_dialog_and_can_be_mended(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = address_dialog(opened)
    give(dialog, "file:///etc/passwd")
    assert dialog.isVisible()
    assert dialog.fault.isVisible()
    assert "Only addresses that begin with http" in dialog.fault.text()
    give(dialog, site.url("/ferry"))
    qtbot.waitUntil(lambda: opened.window.findChild(AddressDialog) is None)
    qtbot.waitUntil(lambda: shows(opened, "Ferry to sail in June"), timeout=PATIENCE)


def test_pasting_an_address_opens_its_page(opened: Opened, site: Site, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(site.url("/ferry"))
    opened.window.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: shows(opened, "Ferry to sail in June"), timeout=PATIENCE)


def test_a_page_that_fails_is_said_offered_to_the_browser_and_to_be_tried_again(
    opened: Opened, site: Site, qtbot: QtBot
) -> None:
    give(address_dialog(opened), site.url("/gone"))
    qtbot.waitUntil(lambda: bool(opened.told), timeout=PATIENCE)
    assert "no page at this address (404)" in opened.told[-1]
    message = opened.window.messages.message
    assert message is not None
    assert message.action == "Open in browser"
    assert message.act is not None
    qtbot.waitUntil(lambda: opened.window.findChild(AddressDialog) is None)
    assert address_dialog(opened).address.text() == site.url("/gone")


def test_a_page_fetched_again_is_told_to_be_unchanged_or_becomes_the_next_version(
    opened: Opened, site: Site, qtbot: QtBot
) -> None:
    give(address_dialog(opened), site.url("/ferry"))
    qtbot.waitUntil(lambda: shows(opened, "Ferry to sail in June"), timeout=PATIENCE)
    refresh = opened.window.actions_by_name["refresh"]
    assert refresh.isEnabled()
    refresh.trigger()
    qtbot.waitUntil(lambda: any("has not changed" in sentence for sentence in sentences(opened)), timeout=PATIENCE)
    site.pages["/ferry"] = page(article("Ferry not to sail before July", f"{LATER} {SAME}"))
    refresh.trigger()
    qtbot.waitUntil(lambda: shows(opened, "Ferry not to sail before July"), timeout=PATIENCE)
    assert opened.session.showing is not None
    assert opened.session.showing.kept.version == 2


def test_a_watched_page_tells_when_it_changes(opened: Opened, site: Site, qtbot: QtBot) -> None:
    site.pages["/pier"] = page(article("The pier is shut", f"{LATER} {SAME}"))
    give(address_dialog(opened), site.url("/pier"))
    qtbot.waitUntil(lambda: shows(opened, "The pier is shut"), timeout=PATIENCE)
    watch = opened.window.actions_by_name["watch_page"]
    assert watch.isEnabled()
    assert not watch.isChecked()
    watch.trigger()
    qtbot.waitUntil(lambda: any("tells when it changes" in said for said in sentences(opened)), timeout=PATIENCE)
    site.pages["/pier"] = page(article("The pier is open", f"{LATER} {SAME} It opened."))
    opened.session.service.page_watch.look(datetime.now(UTC) + 2 * EVERY)
    qtbot.waitUntil(lambda: any("something else now" in said for said in sentences(opened)), timeout=PATIENCE)
    assert shows(opened, "The pier is shut")
    message = opened.window.messages.message
    assert message is not None
    assert message.act is not None
    message.act()
    qtbot.waitUntil(lambda: shows(opened, "The pier is open"), timeout=PATIENCE)
    assert watch.isChecked()
    watch.trigger()
    qtbot.waitUntil(lambda: any("watched no more" in said for said in sentences(opened)), timeout=PATIENCE)
    assert not watch.isChecked()


def test_what_came_from_no_address_cannot_be_fetched_again(opened: Opened, qtbot: QtBot) -> None:
    opened.session.openings.open_text(WORDS)
    qtbot.waitUntil(lambda: opened.session.showing is not None, timeout=PATIENCE)
    assert not opened.window.actions_by_name["refresh"].isEnabled()
    assert not opened.window.actions_by_name["watch_page"].isEnabled()


def sentences(opened: Opened) -> list[str]:
    message = opened.window.messages.message
    return [*opened.told, *([message.sentence] if message else [])]
