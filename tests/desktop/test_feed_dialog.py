"""A feed offers its entries: one is opened, several are taken into the library, a listed feed is opened in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow

from briefing.desktop.intake_dialogs.feed_dialog import FeedDialog
from briefing.desktop.intake_dialogs.feed_model import EntryRole
from tests.intake.web_server import Site, article, page, serving
from tests.service.test_import_jobs import story


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        items = ""
        for number in range(4):
            site.pages[f"/{number}"] = page(article(f"Story {number}", story(number)))
            items += (
                f"<item><title>Story {number}</title><link>{site.url(f'/{number}')}</link>"
                f"<pubDate>Fri, 0{number + 1} May 2026 10:00:00 GMT</pubDate>"
                f"<description>Words of story {number}.</description></item>"
            )
        items += "<item><title>Nowhere</title><link>ftp://x/</link></item>"
        feed = f'<rss version="2.0"><channel><title>The Post</title>{items}</channel></rss>'
        site.pages["/feed"] = page(feed.encode(), "application/rss+xml")
        opml = (
            '<opml version="2.0"><head><title>My feeds</title></head>'
            f'<body><outline text="The Post" xmlUrl="{site.url("/feed")}"/></body></opml>'
        )
        site.pages["/list"] = page(opml.encode(), "text/x-opml")
        yield site


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path) -> Opened:
    return open_window(tmp_path / "library")


def offered(opened: Opened, qtbot: QtBot, address: str) -> FeedDialog:
    opened.session.openings.open_address(address)
    qtbot.waitUntil(lambda: opened.window.findChild(FeedDialog) is not None, timeout=PATIENCE)
    dialog = opened.window.findChild(FeedDialog)
    assert dialog is not None
    return dialog


def titles(dialog: FeedDialog) -> list[str]:
    return [dialog.shown.index(row, 0).data() for row in range(dialog.shown.rowCount())]


def check(dialog: FeedDialog, row: int) -> None:
    index = dialog.shown.index(row, 0)
    dialog.shown.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def shows(opened: Opened, title: str) -> bool:
    return opened.session.showing is not None and opened.session.showing.article.title == title


def test_a_feed_lists_its_entries_and_keeps_nothing(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = offered(opened, qtbot, site.url("/feed"))
    assert dialog.windowTitle() == "Feed: The Post"
    assert titles(dialog) == ["Story 0", "Story 1", "Story 2", "Story 3", "Nowhere"]
    under = dialog.shown.index(1, 0).data(EntryRole.UNDER)
    assert under.endswith("Words of story 1.")
    assert "2026" in under
    assert opened.window.library.model.rowCount() == 0
    dialog.list.grab()


def test_one_entry_is_opened(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = offered(opened, qtbot, site.url("/feed"))
    dialog.list.activated.emit(dialog.shown.index(2, 0))
    qtbot.waitUntil(lambda: shows(opened, "Story 2"), timeout=PATIENCE)
    assert dialog.isVisible()


def test_chosen_entries_are_taken_into_the_library(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = offered(opened, qtbot, site.url("/feed"))
    assert not dialog.take.isEnabled()
    check(dialog, 1)
    check(dialog, 3)
    assert dialog.take.text() == "Take 2 into the library"
    dialog.take.click()
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shows(opened, "Story 1") or shows(opened, "Story 3"), timeout=PATIENCE)


def test_all_that_the_filter_leaves_are_chosen_and_what_leads_nowhere_never(
    opened: Opened, site: Site, qtbot: QtBot
) -> None:
    dialog = offered(opened, qtbot, site.url("/feed"))
    dialog.search.setText("story 3")
    assert titles(dialog) == ["Story 3"]
    dialog.all.click()
    assert [entry.title for entry in dialog.model.chosen] == ["Story 3"]
    dialog.search.clear()
    dialog.all.click()
    assert [entry.title for entry in dialog.model.chosen] == ["Story 0", "Story 1", "Story 2", "Story 3"]
    dialog.none.click()
    assert dialog.model.chosen == []


def test_what_the_library_has_is_told(opened: Opened, site: Site, qtbot: QtBot) -> None:
    opened.session.openings.open_address(site.url("/1"))
    qtbot.waitUntil(lambda: shows(opened, "Story 1"), timeout=PATIENCE)
    dialog = offered(opened, qtbot, site.url("/feed"))
    under = [dialog.shown.index(row, 0).data(EntryRole.UNDER) for row in range(3)]
    assert ["in the library" in words for words in under] == [False, True, False]


def test_a_feed_of_a_list_is_opened_in_turn(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = offered(opened, qtbot, site.url("/list"))
    assert titles(dialog) == ["The Post"]
    assert not dialog.take.isVisible()
    dialog.read.click()
    qtbot.waitUntil(
        lambda: any(one.windowTitle() == "Feed: The Post" for one in opened.window.findChildren(FeedDialog)),
        timeout=PATIENCE,
    )


def test_boxes_are_checked_by_key_and_by_click(opened: Opened, site: Site, qtbot: QtBot) -> None:
    dialog = offered(opened, qtbot, site.url("/feed"))
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert [entry.title for entry in dialog.model.chosen] == ["Story 0"]
    line = dialog.list.visualRect(dialog.shown.index(2, 0))
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(line.left() + 12, line.center().y()))
    assert [entry.title for entry in dialog.model.chosen] == ["Story 0", "Story 2"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    chosen: list[str] = []
    dialog.pageChosen.connect(lambda page: chosen.append(page.title))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert chosen == ["Story 1"]
    assert dialog.isVisible()


def test_a_list_of_links_is_kept_and_leads_to_articles(
    opened: Opened, site: Site, qtbot: QtBot, tmp_path: Path
) -> None:
    link = f'<DT><A HREF="{site.url("/1")}" ADD_DATE="1717400000" TAGS="port">Story 1</A>'
    (tmp_path / "bookmarks.html").write_text(f"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>{link}</DL>")
    opened.session.openings.open_paths([tmp_path / "bookmarks.html"])
    qtbot.waitUntil(lambda: opened.window.findChild(FeedDialog) is not None, timeout=PATIENCE)
    dialog = opened.window.findChild(FeedDialog)
    assert dialog is not None
    dialog.keep.click()
    qtbot.waitUntil(lambda: shows(opened, "bookmarks"), timeout=PATIENCE)
    assert site.asked == []
    # It is asked for here, and not in a browser; what a list leads to is never in a private network.
    opened.window.reader.linkChosen.emit(site.url("/1"))
    qtbot.waitUntil(lambda: any("private network" in told for told in opened.told), timeout=PATIENCE)


def test_the_articles_of_a_file_of_several_are_chosen_from(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    message = "From a@b.example Tue Jun  4 10:00:00 2024\nFrom: a@b.example\nSubject: Mail {}\n\n{}\n"
    (tmp_path / "in.mbox").write_text("\n".join(message.format(number, story(number)) for number in range(3)))
    opened.session.openings.open_paths([tmp_path / "in.mbox"])
    qtbot.waitUntil(lambda: opened.window.findChild(FeedDialog) is not None, timeout=PATIENCE)
    dialog = opened.window.findChild(FeedDialog)
    assert dialog is not None
    assert titles(dialog) == ["Mail 0", "Mail 1", "Mail 2"]
    dialog.list.setCurrentIndex(dialog.shown.index(1, 0))
    dialog.read.click()
    qtbot.waitUntil(lambda: shows(opened, "Mail 1"), timeout=PATIENCE)
    check(dialog, 2)
    dialog.take.click()
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
