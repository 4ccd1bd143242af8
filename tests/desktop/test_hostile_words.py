"""Whatever an article, a note or a name holds, the window shows it letter by letter and looks at no file for it."""

import ast
import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QAction, QImage, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QListView,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from windows import PATIENCE, Opened, OpenWindow, settle

import briefing.desktop
from briefing.analysis.analyser import ENGINE
from briefing.desktop.briefs.composer import Composer
from briefing.desktop.harmless_text import HarmlessBrowser, HarmlessDocument
from briefing.desktop.messages import Message, Tone
from briefing.desktop.plain_words import PlainLabel, plain, tip
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.unsaved_dialog import asked_to_give_up
from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    FileArticles,
    Judge,
    KeepBrief,
    Library,
    TagArticles,
    open_library,
)
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    BriefLine,
    BriefSection,
    Certainty,
    Claim,
    Collection,
    Evidence,
    Judgement,
    LineKind,
    Link,
    LinkKind,
    Origin,
    Polarity,
    SavedSearch,
    SourceKind,
    Span,
    Status,
    StoredBrief,
    Voice,
    anchor,
)
from briefing.model.message import verbatim

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
SIGN = "Zq"
"""Stands in all that is hostile, and in nothing of ours."""


class Watched:
    """A picture that lies on this machine; tells whether anybody opened it since."""

    def __init__(self, path: Path) -> None:
        picture = QImage(40, 40, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.red)
        assert picture.save(str(path))
        self.path = path
        self._kernel = ctypes.CDLL(None, use_errno=True)
        self._notices = self._kernel.inotify_init1(os.O_NONBLOCK)
        opened, read = 0x20, 0x1
        assert self._kernel.inotify_add_watch(self._notices, os.fsencode(path), opened | read) >= 0

    def was_opened(self) -> bool:
        """Whether it was opened or read since it was asked last."""
        try:
            return len(os.read(self._notices, 4096)) >= struct.calcsize("iIII")
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Watch no more."""
        os.close(self._notices)


@pytest.fixture
def secret(tmp_path: Path, qapp: QApplication) -> Iterator[Watched]:
    """A picture of the reader's that nobody has any business to look at."""
    if sys.platform != "linux":
        pytest.skip("only Linux tells who opens a file")
    watched = Watched(tmp_path / "secret.png")
    yield watched
    watched.close()


def _hostile(what: str, secret: Watched) -> str:
    """Words that would do harm if they were markup; not so long that a list leaves their end out."""
    return f'<img src="file://{secret.path}"><b>{SIGN}{what}</b><a href="file://{secret.path}">{what}</a>'


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path, secret: Watched, qtbot: QtBot) -> Opened:
    """A window on a library in which every name and every word is hostile."""
    library = open_library(tmp_path / "library")
    first, second = (_keep(library, number, secret) for number in (1, 2))
    library.perform(AddCollection(Collection("c1", _hostile("collection", secret))))
    library.perform(FileArticles((first,), "c1"))
    library.perform(TagArticles((first, second), (_hostile("tag", secret),)))
    library.perform(AddSavedSearch(SavedSearch("s1", _hostile("search", secret), SIGN)))
    library.perform(KeepBrief(_brief(library, first, secret)))
    library.close()
    opened = open_window(tmp_path / "library")
    opened.window.resize(1500, 900)
    opened.session.openings.open_kept(first)
    qtbot.waitUntil(lambda: bool(opened.session.showing and opened.session.showing.claims), timeout=PATIENCE)
    opened.session.list_articles()
    qtbot.waitUntil(lambda: opened.window.library.model.rowCount() == 2, timeout=PATIENCE)
    return opened


def _keep(library: Library, number: int, secret: Watched) -> int:
    said, denied = _hostile(f"said{number}", secret), _hostile(f"denied{number}", secret)
    title, who = _hostile(f"title{number}", secret), _hostile("actor", secret)
    text = f"{title}\n\n{said} would sail, {who} said.\n\n{denied} would not, {who} said."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (title, said, denied)]
    lines = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n\n")]
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    names = {part: _hostile(f"{part}{number}", secret) for part in ("byline", "outlet", "published", "address", "file")}
    origin = Origin(digest=f"{number:064}", title=title, **names)
    article = Article(text, tuple(Block(kind, span) for kind, span in zip(kinds, lines, strict=True)), origin)
    kept, _ = library.keep_article(article, text.encode())
    at = text.index(who)
    actor = Actor("a1", who, ActorKind.PERSON, (_hostile("alias", secret),), (Span(at, at + len(who)),))
    other = replace(actor, id="a2", name=_hostile("other", secret))
    hop = Attribution(
        (actor.mentions[0],), (Span(text.index("said."), text.index("said.") + 4),), ("a1",), SourceKind.PERSON
    )
    reason = Evidence((spans[1],), "claimed.alone", _hostile("reason", secret))
    claims = tuple(
        Claim(name, (span,), (hop,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, (reason,),
              (Link(LinkKind.DENIES, to),))
        for name, span, to in (("c1", spans[1], "c2"), ("c2", spans[2], "c1"))
    )  # fmt: skip
    told = verbatim(_hostile("note", secret))
    library.keep_analysis(kept.id, Analysis(ENGINE, "en", (actor, other), claims, note=told))
    note = f"{_hostile('note', secret)}\n\n![{SIGN}](file://{secret.path}) [{SIGN}](file://{secret.path})"
    place = anchor(text, spans[2])
    annotation = Annotation(f"00000000-0000-4000-8000-{number:012}", place, NOW, NOW, note=note, tags=(note[:80],))
    library.perform(AddAnnotation(kept.id, annotation))
    library.perform(
        Judge(kept.id, Judgement(anchor(text, spans[1]), NOW, NOW, note=note, source=_hostile("source", secret)))
    )
    return kept.id


def _brief(library: Library, article_id: int, secret: Watched) -> StoredBrief:
    words = {
        part: _hostile(part, secret) for part in ("title", "author", "classification", "purpose", "template", "date")
    }
    note = _hostile("line", secret)
    lines = (
        BriefLine("l1", LineKind.ARTICLE, article_id, text=note),
        BriefLine("l2", LineKind.TEXT, text=note),
        BriefLine(
            "l3", LineKind.ANNOTATION, article_id, annotation_id="00000000-0000-4000-8000-000000000001", text=note
        ),
    )
    return StoredBrief("b1", modified=NOW, sections=(BriefSection(_hostile("heading", secret), lines),), **words)


def faults() -> list[str]:
    """Every place of the program, shown or not, that would take hostile words for markup."""
    found = []
    for widget in QApplication.allWidgets():
        named = f"{type(widget).__name__} in {type(widget.window()).__name__}"
        if isinstance(widget, QLabel) and SIGN in widget.text() and _interprets(widget):
            found.append(f"{named}: {widget.text()}")
        found += [f"tip of {named}: {tip}" for tip in (widget.toolTip(), widget.whatsThis()) if _is_markup(tip)]
        if isinstance(widget, QAbstractItemView):
            found += [f"item of {named}: {tip}" for tip in _tips_of_items(widget) if _is_markup(tip)]
        if isinstance(widget, QTextEdit) and not isinstance(widget, HarmlessBrowser | Reader):
            found.append(f"{named} may load files")
    for top in QApplication.topLevelWidgets():
        found += [f"tip of {action.text()}" for action in top.findChildren(QAction) if _is_markup(action.toolTip())]
    return found


def _interprets(label: QLabel) -> bool:
    guessing = label.textFormat() is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
    return guessing or label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)


def _is_markup(words: str) -> bool:
    """Whether Qt would show a tip otherwise than letter by letter; a tip in paragraphs may have its signs escaped."""
    if SIGN not in words or not Qt.mightBeRichText(words):
        return False
    document = HarmlessDocument()
    document.setHtml(words)
    return "<img src=" not in document.toPlainText() or "<a href=" in document.toHtml()


def _tips_of_items(view: QAbstractItemView) -> list[str]:
    model = view.model()
    if model is None:
        return []
    found, waiting = [], [view.rootIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(min(20, model.rowCount(parent))):
            # Of a list Qt hides how many columns it has.
            for column in range(1 if isinstance(view, QListView) else model.columnCount(parent)):
                found.append(str(model.index(row, column, parent).data(Qt.ItemDataRole.ToolTipRole) or ""))
            waiting.append(model.index(row, 0, parent))
    return found


class Answers:
    """Declines every question that waits, once it was looked at."""

    def __init__(self, window: QWidget) -> None:
        self.found: list[str] = []
        self.asked: set[str] = set()
        self._timer = QTimer(window, interval=10)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def _answer(self) -> None:
        waiting = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if waiting is None:
            return
        waiting.grab()
        self.asked.add(type(waiting).__name__)
        self.found += faults()
        if isinstance(waiting, QDialog):
            waiting.reject()
        else:
            waiting.close()


def test_no_window_pane_or_dialog_takes_words_for_markup_or_opens_a_file(
    opened: Opened, secret: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for asking in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
        # Qt's own, which reads whole folders.
        monkeypatch.setattr(QFileDialog, asking, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    window = opened.window
    answers = Answers(window)
    secret.was_opened()
    for name, action in window.actions_by_name.items():
        if name in {"quit", "close_window", "new_window", "print", "system_print", "reanalyse", "full_screen"}:
            continue
        if not action.isEnabled():
            continue
        action.trigger()
        settle()
        window.ledger.choose("c2" if window.ledger.chosen_id == "c1" else "c1")
        for shown in QApplication.topLevelWidgets():
            if shown.isVisible() and not isinstance(shown, QMenu):
                shown.grab()
        found = faults() + answers.found
        assert not found, f"{name}: {found[0]} and {len(found) - 1} more"
        assert not secret.was_opened(), f"{name}: a file of the reader's was opened"


def test_messages_and_questions_show_words_as_they_are(opened: Opened, secret: Watched, qtbot: QtBot) -> None:
    answers = Answers(opened.window)
    words = _hostile("message", secret)
    opened.session.messageGiven.emit(Message(words, Tone.ERROR))
    opened.window.statusBar().showMessage(words)
    opened.window.saved.setToolTip(tip(words))
    asked_to_give_up(words, lambda: None, opened.window)
    opened.window.ledger.choose("c2")
    opened.window.actions_by_name["merge_actor"].trigger()
    opened.window.grab()
    assert not faults() + answers.found
    assert {"QMessageBox", "QInputDialog"} <= answers.asked
    assert not secret.was_opened()


def test_a_brief_being_made_shows_words_as_they_are(opened: Opened, secret: Watched, qtbot: QtBot) -> None:
    opened.window.actions_by_name["briefs"].trigger()
    (composer,) = opened.window.findChildren(Composer)
    qtbot.waitUntil(lambda: composer.editor.lines.rowCount() == 1, timeout=PATIENCE)
    composer.grab()
    assert not faults()
    assert not secret.was_opened()


def test_a_note_that_is_shown_as_set_opens_no_file(secret: Watched, qtbot: QtBot) -> None:
    browser = HarmlessBrowser()
    qtbot.addWidget(browser)
    browser.resize(300, 200)
    for fill in (browser.setHtml, browser.setMarkdown, lambda words: browser.document().setMarkdown(words)):
        fill(f"![x](file://{secret.path}) ![y]({secret.path}) <img src='{secret.path}'> <img src='secret.png'>")
        browser.grab()
    assert not secret.was_opened()


def test_nothing_that_is_not_ours_is_loaded(secret: Watched) -> None:
    document, kinds = HarmlessDocument(), QTextDocument.ResourceType
    picture = document.resource(kinds.ImageResource.value, QUrl.fromLocalFile(str(secret.path)))
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (1, 1)
    assert not str(document.resource(kinds.StyleSheetResource.value, QUrl.fromLocalFile(str(secret.path)))).strip()
    assert not secret.was_opened()


@pytest.mark.parametrize("words", ["<b>x</b>", "a & b", "1 < 2", "&lt;b&gt;", "<!doctype html>", "<img src=x>" * 30])
def test_words_for_a_tip_or_a_box_are_shown_as_they_are(words: str) -> None:
    assert not Qt.mightBeRichText(plain(words))
    assert plain(words).replace("\u2060", "") == words
    shown = tip(words)
    document = HarmlessDocument()
    if Qt.mightBeRichText(shown):
        document.setHtml(shown)
    else:
        document.setPlainText(shown)
    assert document.toPlainText().replace("\u2060", "") == words


def test_a_long_tip_stands_in_several_lines() -> None:
    assert Qt.mightBeRichText(tip("said " * 100))


ALONE = {
    "QLabel": {"plain_words.py", "bubble.py"},
    "QTextBrowser": {"harmless_text.py"},
    "QTextDocument": {"harmless_text.py"},
    "QTextEdit": set(),
    "QErrorMessage": set(),
    "QStaticText": set(),
}
"""Parts of Qt that may read words as markup, and the modules that may make one all the same."""


def test_what_may_read_words_as_markup_is_made_in_one_place() -> None:
    made = [
        (path.name, call.func.id)
        for path in sorted(Path(briefing.desktop.__file__).parent.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ALONE
    ]
    assert [one for one in made if one[0] not in ALONE[one[1]]] == []


def test_a_plain_label_is_plain_however_it_is_made(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for label in (PlainLabel(parent), PlainLabel("<b>x</b>", parent), PlainLabel()):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert PlainLabel("<b>x</b>", parent).parent() is parent
