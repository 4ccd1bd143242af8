"""The window: library, article and ledger side by side, and the actions that work on them."""

# More than 500 lines: joins the panes: what a part of it would need is all of them.

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.launch_request import Given
from briefing.desktop.model_labels import remaining_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.desktop.staged_tasks import StagedTasks
from briefing.desktop.workspace import Workspace
from briefing.model import KeptArticle, Status
from briefing.resources import sample_article

if TYPE_CHECKING:
    # At run time these come when the window is complete.
    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QDialog

    from briefing.desktop.actions import Area
    from briefing.desktop.claim_restore import ClaimAsLeft

TOOLS = ("open", "export", "", "undo", "redo", "", "highlight", "note", "", "previous_claim", "next_claim", "evidence")

MANY = 600
"""Claims from which on an article's marks and its ledger are shown in turns of their own."""

REMEMBERING = 4000
"""Milliseconds between two looks at what is to be remembered of the window."""

FOLDING = {"library_pane": 1040, "ledger_pane": 760}
"""Widths of the window, in pixels, below which a pane is folded away."""

BESIDE = {"library_pane": 330, "ledger_pane": 200}
"""Pixels more below which it is where another article, or the pages of this one, stand beside the text."""

LEDGER_GROWTH = 400
"""Pixels by which that of the claims grows when all is twice as large: an article without them is half of it."""


class Window(Workspace):
    """One window on one library.

    Args:
        session: what it works on.
        settings: of the library.
        number: which of the windows it is, from 0.
        complete: whether all of it is made at once; else there is only the frame with the library until `build_panes`.
    """

    quitWished = Signal()
    """All windows are to be closed."""
    closed = Signal()
    """The window is closed, and all that was typed in it is on its way to the disk."""

    _claim_as_left: ClaimAsLeft
    _furnished = False

    def __init__(self, session: Session, settings: Settings, number: int = 0, complete: bool = True) -> None:
        super().__init__(session, settings, number)
        self._closed = False
        self._stages = StagedTasks(self)
        self._chosen_early = 0
        self._awaited = 0
        self._shown_id = 0
        self.library.articleChosen.connect(self._choose)
        self.watch = session.service.watch
        if complete:
            self.build_panes()

    def build_panes(self) -> None:
        """Make all that the frame has room for: reader, ledger, menus, tools and keys."""
        # Here: the frame and its list are on the screen before all of this is even imported.
        from briefing.desktop.actions import AREAS, all_commands
        from briefing.desktop.claim_restore import ClaimAsLeft
        from briefing.desktop.close_guard import Leaving
        from briefing.desktop.command import actions_for
        from briefing.desktop.dialog_size import DialogFitting
        from briefing.desktop.keys import Keys
        from briefing.desktop.ledger.ledger_pane import LedgerPane
        from briefing.desktop.message_strip import MessageStrip
        from briefing.desktop.read_only_strip import ReadOnlyStrip
        from briefing.desktop.reader.article_view import Reader
        from briefing.desktop.reader.notes import NoteEditor

        self._hear_keys()
        self.commands = all_commands()
        self._leaving = Leaving(self.session, self)
        self.actions_by_name = actions_for(self.commands, self)
        self.keys = Keys(self.commands, self.actions_by_name, self._settings, self)
        self.reader = Reader(self.theme, self)
        self.notes = NoteEditor(self)
        # Above a note that is being written, which takes the room below.
        self.messages = MessageStrip(self.pages)
        self.read_only = ReadOnlyStrip(self.centre)
        self.ledger = LedgerPane(self.theme, self)
        self._claim_as_left = ClaimAsLeft(self._settings, self.state_name("claim"))
        self.library.name_keys(self.keys.filled)
        self.keys.changed.connect(self.library.tell_empty)
        self._fill_middle()
        self.put_beside(self.ledger)
        self._fill_menus(AREAS)
        self._connect_session()
        self._connect_panes()
        # After the window's own: an area that hears of an article finds it on the screen.
        self._areas = [area(self, self._settings) for area in AREAS]
        self._connect_actions()
        self._apply_theme_to_panes()
        self.themeChanged.emit(self.theme)
        self.reader.set_zoom(self._settings.zoom)
        self.reader.set_typography(self._settings.typography)
        self.reader.set_folded(self._settings.fold_boilerplate)
        for area in self._areas:
            area.furnish()
        self._furnished = True
        DialogFitting(self).came.connect(self._fit)
        self.update_actions()
        self.setAcceptDrops(True)
        self._remembering = QTimer(self, interval=REMEMBERING)
        self._remembering.timeout.connect(self._remember)
        self._remembering.start()

    def _fit(self, dialog: QDialog) -> None:
        """Give a dialog the room that it needs, and let the key of the manual work in it, too."""
        from briefing.desktop.dialog_size import fit_dialog

        dialog.addAction(self.actions_by_name["manual"])
        fit_dialog(dialog, self.theme.scale)

    def _hear_keys(self) -> None:
        # Not while the frame comes: Python would then be told of each of its events.
        from briefing.desktop.typing_guard import LastKey

        self._last_key = LastKey(self)
        self.session.openings.writing_since = self._last_key.typed_since
        self.library.hear_keys()
        self.panes.follow_hiding()

    def start(self, files: Sequence[Path], addresses: Sequence[str] = ()) -> None:
        """Open what was given, else what was open last, else the sample article."""
        self.session.service.analyse_waiting()
        for area in self._areas:
            area.start()
        if files:
            self.first_steps.setVisible(list(files) == [sample_article()] and self._settings.last_article is None)
            self.session.openings.open_paths(files)
        for address in addresses:
            self.session.openings.open_address(address)
        if not files and not addresses:
            self._open_last()

    def start_on(self, article_id: int) -> None:
        """Open an article of the library, beside another window."""
        self._await(article_id)

    def take(self, given: Given) -> None:
        """Open what a later start or the system gave, and come to the front."""
        if given.files:
            self.session.openings.open_paths(given.files)
        for address in given.addresses:
            self.session.openings.open_address(address)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @property
    def article_id(self) -> int:
        """The article that is shown, or that is to be shown when it is read; 0 if there is none."""
        showing = self.session.showing
        return showing.kept.id if showing else self._awaited

    def _await(self, article_id: int) -> None:
        self._awaited = article_id
        self.session.openings.open_kept(article_id)

    def _open_last(self) -> None:
        last = self._chosen_early or next(iter(self._settings.open_articles), self._settings.last_article)
        if last:
            self._await(last)
        elif not self.session.refusal and not (self.session.service.desk or self.session.service.copy_of):
            self.first_steps.show()
            self.session.openings.open_files([sample_article()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Send what is being typed to the disk, and remember the screen."""
        if self._closed:
            return
        if not self.may_go(self.close):
            event.ignore()
            return
        self._closed = True
        if self._furnished:
            self._leave()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        # The stack tells of its own end, when nothing is left to be shown.
        self.session.history.stack.indexChanged.disconnect(self._history_moved)
        for area in self._areas:
            area.keep()
        self._remembering.stop()
        self._remember()
        self._settings.sync()

    def quit(self) -> None:
        """End Briefing: close this window and all others."""
        if self.may_go(self.quit):
            self.quitWished.emit()

    def may_go(self, then: Callable[[], object]) -> bool:
        """Send what is being typed; whether nothing would be lost, or the reader wants to go all the same.

        Args:
            then: called later to try again, if nobody knows yet.
        """
        if self._closed or not self._furnished:
            return True
        self.flush()
        return self._leaving.may_go(then)

    def _remember(self) -> None:
        """Remember how the window is left, also while it is open: what ends without a word comes back as it was."""
        self._keep_position()
        self.remember_place()

    def remember_place(self) -> None:
        """Keep in the settings also which claim is chosen."""
        super().remember_place()
        if self._furnished:
            self._claim_as_left.keep(self.state_name("claim"), self.session.showing, self.ledger)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, pages and text."""
        if (event.mimeData().hasUrls() or event.mimeData().hasText()) and not self.session.refusal:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        from briefing.desktop.intake_dialogs.address_dialog import address_in

        found = event.mimeData()
        files = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
        pages = [url.toString() for url in found.urls() if url.scheme() in ("http", "https")]
        if files:
            self.session.openings.open_paths(files)
        elif pages:
            for page in pages:
                # Nobody sees where a dragged link leads: it does not count as typed.
                self.session.openings.open_address(page, typed=False)
        elif found.hasText() and (address := address_in(found.text())):
            self.session.openings.open_address(address, typed=False)
        elif found.hasText():
            self.session.openings.open_text(found.text(), found.html() if found.hasHtml() else "")
        event.acceptProposedAction()

    # The parts

    def _fill_middle(self) -> None:
        self.strips.addWidget(self.read_only)
        self.first_steps = self._first_steps()
        self.middle.insertWidget(0, self.first_steps)
        self.middle.addWidget(self.notes)
        self.pages.addWidget(self._empty_page())
        self.pages.addWidget(self.reader)

    def _first_steps(self) -> QFrame:
        from PySide6.QtWidgets import QPushButton

        strip = QFrame(self)
        strip.setObjectName("strip")
        sentence = self.tr(
            "This is a sample article. Press {next_claim} to walk its claims and {evidence} to see why each has its "
            "status. Select words and press {highlight} to highlight or {note} to write a note; {export} exports the "
            "brief. {open} opens your own article."
        )
        words = self._telling_keys(sentence, strip)
        close = QPushButton(self.tr("Got it"), strip)
        close.clicked.connect(strip.hide)
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(close)
        strip.hide()
        return strip

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        sentence = self.tr(
            "Open an article with {open} or a web address with {open_address}, paste one with {paste}, "
            "or drop files here."
        )
        words = self._telling_keys(sentence, page)
        words.setObjectName("empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(page)
        column.addWidget(words)
        return page

    def _telling_keys(self, sentence: str, parent: QWidget) -> PlainLabel:
        """A label whose sentence names the keys of commands as they are now."""
        words = PlainLabel(self.keys.filled(sentence), parent)
        words.setWordWrap(True)
        self.keys.changed.connect(lambda: words.setText(self.keys.filled(sentence)))
        return words

    def _fill_menus(self, areas: Sequence[type[Area]]) -> None:
        for area in areas:
            begun: set[str] = set()
            for command in area.commands():
                menu = self.menus[command.menu]
                if command.menu not in begun and not menu.isEmpty():
                    menu.addSeparator()
                begun.add(command.menu)
                menu.addAction(self.actions_by_name[command.name])
        for name in TOOLS:
            if name:
                action = self.actions_by_name[name]
                action.setIconText(_set_off(action.iconText()))
                self.tools.addAction(action)
            else:
                self.tools.addSeparator()

    def _connect_actions(self) -> None:
        actions = self.actions_by_name
        for area in self._areas:
            for name, act in area.acts().items():
                actions[name].triggered.connect(lambda _=False, act=act: act())
            for name, (on, toggle) in area.toggles().items():
                actions[name].setChecked(on)
                actions[name].toggled.connect(toggle)
        from briefing.desktop.auto_hide import FoldsWhenNarrow

        self._folds = {name: FoldsWhenNarrow(self, actions[name], width) for name, width in FOLDING.items()}
        self._fold_in_size()
        self.panes.articlesShared.connect(self._fold_in_size)

    def _connect_session(self) -> None:
        session = self.session
        session.articlesFound.connect(self.library.show_found)
        session.articleChanged.connect(self._article_changed)
        session.articleLeft.connect(self._keep_position)
        session.articleLeft.connect(self.flush)
        session.articleOpened.connect(self._show_article)
        session.findingsChanged.connect(self._show_marks)
        session.settled.connect(self._settle_words)
        session.ownChanged.connect(self._show_own)
        session.analysisProgressed.connect(self._show_progress)
        session.backgroundProgressed.connect(self._show_background)
        session.openings.openingStarted.connect(self._show_opening)
        session.openings.openingEnded.connect(lambda: self.place.setText(self._place_words()))
        session.keepingChanged.connect(self._show_keeping)
        session.writingSettled.connect(self._settle_writing)
        session.reachSettled.connect(self.read_only.show_lost)
        session.messageGiven.connect(self.messages.show_message)
        session.history.stack.indexChanged.connect(self._history_moved)

    def _connect_panes(self) -> None:
        self.reader.claimClicked.connect(self.ledger.choose)
        self.reader.statusClicked.connect(self.ledger.head.show_status)
        self.reader.spanSelected.connect(lambda _: self.update_actions())
        self.ledger.claimChosen.connect(self.reader.select_claim)
        self.ledger.claimChosen.connect(lambda _: self._claim_as_left.note(self.session.showing, self.ledger))
        self.ledger.evidenceChosen.connect(self.reader.light_evidence)

    # What the session tells

    def _show_article(self, showing: OpenArticle) -> None:
        self._stages.drop()
        shown_again = self._shown_id == showing.kept.id
        self._shown_id = showing.kept.id
        if not shown_again or showing.annotation(self.notes.annotation_id) is None:
            self.notes.close_note()
        self.pages.setCurrentWidget(self.reader)
        if not self.first_steps.isHidden() and showing.kept.origin.file != str(sample_article()):
            # What it says holds for the sample article alone.
            self.first_steps.hide()
        self.reader.show_article(showing)
        # Reading begins at once: the keys that walk the claims must not land in a search field.
        # Who is typing in one, or writes a note on this very article, goes on.
        kept_fields = [
            self.library.search,
            *([self.notes.note, self.notes.tags, self.ledger.detail] if shown_again else []),
        ]
        field = self._last_key.field
        if field is None or not any(kept is field or kept.isAncestorOf(field) for kept in kept_fields):
            self.reader.setFocus()
        self._settings.know_article(showing.kept.origin.digest)
        self.reader.scroll_to(self._settings.position(showing.kept.origin.digest))
        self.ledger.show_article(showing)
        self._claim_as_left.expect(showing)
        self._claim_as_left.choose(showing, self.ledger, self.reader)
        self.library.select(showing.kept.id)
        self._settings.last_article = showing.kept.id
        self._name_window(showing)
        self.place.setText(self._place_words())
        self.update_actions()

    def _show_marks(self, showing: OpenArticle) -> None:
        steps: tuple[Callable[[], object], ...] = (
            *self.reader.marking(showing),
            *showing.findings.incoming_steps(),
            *self.ledger.listing(showing),
            partial(self._claim_as_left.choose, showing, self.ledger, self.reader),
            lambda: self.place.setText(self._place_words()),
            self.update_actions,
        )
        if len(showing.claims) >= MANY:
            self._stages.do(steps)
            return
        self._stages.drop()
        for step in steps:
            step()

    def _show_own(self, showing: OpenArticle) -> None:
        self._stages.drop()
        self.reader.show_marks(showing)
        self.ledger.show_article(showing)
        written_on = self.notes.annotation_id
        if written_on and showing.annotation(written_on) is None:
            typing = self.notes.note.typing
            self.notes.flush()
            # Who writes on a highlight that was thrown away elsewhere gets it back, and goes on.
            if not (typing and self.session.edits.annotation(written_on)):
                self.notes.close_note()
        self.place.setText(self._place_words())
        self.update_actions()

    def _article_changed(self, kept: KeptArticle) -> None:
        self.library.change(kept)
        if self.session.showing and self.session.showing.kept.id == kept.id:
            self.library.select(kept.id)
            self._name_window(self.session.showing)
            self.reader.show_head(self.session.showing)
            self.update_actions()

    def _name_window(self, showing: OpenArticle) -> None:
        self.entitle(showing.article.title)

    def _show_progress(self, share: float) -> None:
        # Before the first findings nobody knows how far it is: the bar only shows that work goes on.
        self.progress.setRange(0, 0 if share <= 0 else 100)
        self.progress.setValue(round(share * 100))
        self.progress.setVisible(share < 1)
        self.place.setText(self._place_words())

    def _show_background(self, done: int, of: int, remaining: float | None) -> None:
        """Tell how far the analysis of what was imported is; a single article is told of when it is opened."""
        self.background.setVisible(of > 1 and done < of)
        words = self.tr("Analysed: {done} of {of}").format(done=f"{done:,}", of=f"{of:,}")
        self.background.setText(f"{words} · {remaining_label(remaining)}" if remaining is not None else words)

    def _show_opening(self, name: str) -> None:
        self.place.setText(self.tr("Opening {name}…").format(name=name) if name else self.tr("Opening…"))

    def _place_words(self) -> str:
        showing = self.session.showing
        if showing is None:
            return ""
        if showing.analysis is None:
            return self.tr("Reading the article for actors and claims…")
        claims = self.tr("%n claim(s)", "", len(showing.kept_claims))
        actors = self.tr("%n actor(s)", "", len(showing.analysis.actors))
        return f"{claims}, {actors}"

    # What the reader does

    def _choose(self, article_id: int) -> None:
        if self._furnished:
            self.open_kept(article_id)
        else:
            self._chosen_early = article_id

    def open_kept(self, article_id: int) -> None:
        """Show an article of the library, once what is being typed on the one before is sent to the disk."""
        self.flush()
        self.first_steps.hide()
        self.session.openings.open_kept(article_id)

    def flush(self) -> None:
        """Send what is being typed to the disk: on the article on the screen, and in what stands beside the window."""
        self.notes.flush()
        self.ledger.detail.flush()
        for area in self._areas:
            area.flush()

    def _settle_words(self) -> None:
        """What was typed is on the disk: what the store tells from now on is newer than all of it."""
        self.notes.settle()
        self.ledger.detail.settle()

    def _history_moved(self) -> None:
        self._show_keeping()
        self.update_actions()

    def _show_keeping(self) -> None:
        if self.session.keeping is not None:
            self.saved.show_keeping(self.session.keeping, self.session.refusal or self.session.held)

    def _settle_writing(self, refusal: str) -> None:
        """Let nothing be written that would be lost, and say so for as long as it is so."""
        self.read_only.show_refusal(refusal)
        self.notes.set_writable(not refusal)
        self.ledger.detail.set_writable(not refusal)
        self.library.shelves.setAcceptDrops(not refusal)
        self._show_keeping()
        self.update_actions()

    def update_actions(self) -> None:
        """Let only those commands be chosen that can be done now."""
        from briefing.desktop.command import show_refusal

        showing, stack = self.session.showing, self.session.history.stack
        actions, refused = self.actions_by_name, bool(self.session.refusal)
        possible = {name: can for area in self._areas for name, can in area.enabled(showing).items()}
        why = self.tr("The library can only be read.") if refused else ""
        for command in self.commands:
            action = actions[command.name]
            if command.writes:
                show_refusal(action, command, why)
            action.setEnabled(possible.get(command.name, True) and not (command.writes and refused))
        _name_step(actions["undo"], self.tr("Undo"), stack.undoText())
        _name_step(actions["redo"], self.tr("Redo"), stack.redoText())

    # The look

    def apply_theme(self) -> None:
        """Show everything in the look that is chosen."""
        super().apply_theme()
        if self._furnished:
            self.reader.set_theme(self.theme)
            self.ledger.set_theme(self.theme)
            self._apply_theme_to_panes()
            self._fold_in_size()

    def _fold_in_size(self) -> None:
        """Fold the panes at widths that go with the size of what they hold; the claims as late as can be."""
        for name, fold in self._folds.items():
            growth = (self.theme.scale - 1) * (LEDGER_GROWTH if name == "ledger_pane" else FOLDING[name])
            beside = BESIDE[name] * self.panes.articles_beside * self.theme.scale
            fold.set_width(round(FOLDING[name] + growth + beside))

    def _apply_theme_to_panes(self) -> None:
        from briefing.desktop.icons import icon
        from briefing.desktop.status_glyphs import glyph_icon

        self.notes.set_theme(self.theme)
        for command in self.commands:
            if command.icon:
                self.actions_by_name[command.name].setIcon(icon(command.icon, self.theme))
        for box, first in ((self.ledger.status_box, 1), (self.ledger.detail.status_box, 0)):
            for number, status in enumerate(Status):
                box.setItemIcon(number + first, glyph_icon(status, self.theme))

    def _keep_position(self) -> None:
        if self.session.showing:
            self._settings.keep_position(self.session.showing.kept.origin.digest, self.reader.top_code_point())


def _name_step(action: QAction, word: str, step: str) -> None:
    """Name the step in menu and tip; the button keeps its width, so that those beside it stay where they are."""
    action.setText(f"{word} {step}".strip())
    action.setIconText(_set_off(word))


def _set_off(words: str) -> str:
    """The words of a button a little away from its sign, to which Qt puts them too close."""
    return f"\u2009{words}"
