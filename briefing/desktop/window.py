"""The window: library, article and ledger side by side, and the actions that work on them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.commands import MENUS, actions_for, all_commands
from briefing.desktop.folding import FoldsWhenNarrow
from briefing.desktop.glyphs import glyph_icon
from briefing.desktop.icons import icon
from briefing.desktop.ledger.actors import ActorsDialog
from briefing.desktop.ledger.pane import LedgerPane
from briefing.desktop.ledger.sourcing import SourcingDialog
from briefing.desktop.library.pane import LibraryPane
from briefing.desktop.messages import Message, MessageStrip, Tone
from briefing.desktop.palette import CommandPalette
from briefing.desktop.reader.marks import Layer
from briefing.desktop.reader.notes import NoteEditor
from briefing.desktop.reader.view import Reader
from briefing.desktop.session import Session
from briefing.desktop.settings import Look, Settings
from briefing.desktop.showing import Showing
from briefing.desktop.theme import load_theme, palette_of, style_sheet_of
from briefing.model import Claim, KeptArticle, Spans, Status
from briefing.model.citation import citation
from briefing.resources import sample_article

TOOLS = ("open", "export", "", "undo", "redo", "", "highlight", "note", "", "previous_claim", "next_claim", "evidence")
ZOOM_STEP = 1.1


FOLDING = {"library_pane": 1040, "ledger_pane": 700}
"""Widths of the window, in pixels, below which a pane is folded away."""


class Window(QMainWindow):
    """One window on one library."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._closed = False
        self.theme = load_theme(self._theme_name())
        self.setWindowTitle(self.tr("Briefing"))
        self.setAcceptDrops(True)
        self.resize(1380, 860)
        self.reader = Reader(self.theme, self)
        self.notes = NoteEditor(self)
        self.library = LibraryPane(self.theme, self)
        self.ledger = LedgerPane(self.theme, self)
        self.actions_by_name = actions_for(all_commands(), self)
        self._lay_out()
        self._fill_menus()
        self._connect_actions()
        self._connect_session()
        self._connect_panes()
        self._apply_theme()
        self._restore()
        self._update_actions()

    def start(self, files: list[Path]) -> None:
        """List the library and open the given files, else what was open last, else the sample article."""
        self.session.list_articles()
        self.session.desk.analyse_waiting()
        if files:
            self.first_steps.setVisible(files == [sample_article()] and self._settings.last_article is None)
            self.session.open_files(files)
        elif self._settings.last_article:
            self.session.open_kept(self._settings.last_article)
        else:
            self.first_steps.show()
            self.session.open_files([sample_article()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Send what is being typed to the disk, and remember the screen."""
        if self._closed:
            return
        self._closed = True
        # The stack tells of its own end, when nothing is left to be shown.
        self.session.history.stack.indexChanged.disconnect(self._history_moved)
        self._flush()
        self._keep_position()
        self._settings.keep_state("geometry", self.saveGeometry())
        self._settings.keep_state("panes", self.panes.saveState())
        self._settings.sync()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, pages and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        found = event.mimeData()
        files = [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
        if files:
            self.session.open_files(files)
        elif found.hasText():
            self.session.open_text(found.text(), found.html() if found.hasHtml() else "")
        event.acceptProposedAction()

    # The parts

    def _lay_out(self) -> None:
        self.first_steps = self._first_steps()
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = QStackedWidget(middle)
        self.pages.addWidget(self._empty_page())
        self.pages.addWidget(self.reader)
        column.addWidget(self.first_steps)
        column.addWidget(self.pages, 1)
        column.addWidget(self.notes)
        self.panes = QSplitter(Qt.Orientation.Horizontal, self)
        self.panes.setObjectName("desk")
        for pane in (self.library, middle, self.ledger):
            self.panes.addWidget(pane)
        self.panes.setSizes([250, 760, 370])
        self.panes.setStretchFactor(1, 1)
        self.library.setMinimumWidth(180)
        self.ledger.setMinimumWidth(260)
        self.panes.setCollapsible(1, False)
        self.setCentralWidget(self.panes)
        self.messages = MessageStrip(middle)
        self._place = QLabel(self)
        self._progress = QProgressBar(self)
        self._progress.setAccessibleName(self.tr("Progress of the analysis"))
        self._progress.setFixedWidth(140)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._saved = QLabel(self.tr("Everything is saved"), self)
        self.statusBar().addWidget(self._place, 1)
        self.statusBar().addPermanentWidget(self._progress)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(10, 0, 10, 0)

    def _first_steps(self) -> QFrame:
        strip = QFrame(self)
        strip.setObjectName("strip")
        words = QLabel(
            self.tr(
                "This is a sample article. Press J to walk its claims and E to see why each has its status. "
                "Select words and press H to highlight or N to write a note; Ctrl+E exports the brief. "
                "Ctrl+O opens your own article."
            ),
            strip,
        )
        words.setWordWrap(True)
        close = QPushButton(self.tr("Got it"), strip)
        close.clicked.connect(strip.hide)
        row = QHBoxLayout(strip)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(close)
        strip.hide()
        return strip

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        words = QLabel(self.tr("Open an article with Ctrl+O, paste one with Ctrl+V, or drop a file here."), page)
        words.setObjectName("empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        column = QVBoxLayout(page)
        column.addWidget(words)
        return page

    def _fill_menus(self) -> None:
        menus = {name: self.menuBar().addMenu(self.tr(name)) for name in MENUS}
        for command in all_commands():
            menus[command.menu].addAction(self.actions_by_name[command.name])
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in TOOLS:
            if name:
                bar.addAction(self.actions_by_name[name])
            else:
                bar.addSeparator()
        self.addToolBar(bar)

    def _connect_actions(self) -> None:
        session = self.session
        acts: dict[str, Callable[[], object]] = {
            "open": self._open,
            "paste": self._paste,
            "sample": lambda: session.open_files([sample_article()]),
            "export": self._export,
            "remove": self._remove_article,
            "quit": self.close,
            "undo": session.history.undo,
            "redo": session.history.redo,
            "copy": self._copy,
            "find": self.library.search.setFocus,
            "filter": self.ledger.search.setFocus,
            "highlight": lambda: self._annotate(write=False),
            "note": lambda: self._annotate(write=True),
            "unmark": self._unmark,
            "next_claim": lambda: self.ledger.step(1),
            "next_unconfirmed": self.ledger.step_to_unconfirmed,
            "previous_claim": lambda: self.ledger.step(-1),
            "evidence": self.ledger.show_evidence,
            "status": self.ledger.detail.status_box.showPopup,
            "claim_note": self.ledger.detail.note.setFocus,
            "dismiss": self._dismiss,
            "source": self.ledger.detail.judging.source.setFocus,
            "rate": self.ledger.detail.judging.source_rating.showPopup,
            "actors": self._sort_out_actors,
            "cite": self._cite,
            "sourcing": self._show_sourcing,
            "reanalyse": session.reanalyse,
            "cancel": session.cancel,
            "larger": lambda: self._zoom(self._settings.zoom * ZOOM_STEP),
            "smaller": lambda: self._zoom(self._settings.zoom / ZOOM_STEP),
            "normal": lambda: self._zoom(1.0),
            "look": self._next_look,
            "next_pane": self._next_pane,
            "palette": self._show_palette,
            "keys": self._show_palette,
        }
        for name, act in acts.items():
            self.actions_by_name[name].triggered.connect(lambda _=False, act=act: act())
        toggles: dict[str, tuple[bool, Callable[[bool], object]]] = {
            **{f"layer_{layer.value}": (True, self._layer_switch(layer)) for layer in Layer},
            "fold": (self._settings.fold_boilerplate, self._fold),
            "library_pane": (True, self.library.setVisible),
            "ledger_pane": (True, self.ledger.setVisible),
        }
        for name, (shown, toggle) in toggles.items():
            self.actions_by_name[name].setChecked(shown)
            self.actions_by_name[name].toggled.connect(toggle)
        for name, width in FOLDING.items():
            FoldsWhenNarrow(self, self.actions_by_name[name], width)

    def _layer_switch(self, layer: Layer) -> Callable[[bool], None]:
        return lambda shown: self.reader.set_layer(layer, shown)

    def _connect_session(self) -> None:
        session = self.session
        session.articlesListed.connect(self.library.model.show)
        session.articlesFound.connect(self.library.show_found)
        self.library.searchAsked.connect(session.search)
        session.articleChanged.connect(self._article_changed)
        session.articleLeft.connect(self._flush)
        session.articleOpened.connect(self._show_article)
        session.findingsChanged.connect(self._show_marks)
        session.ownChanged.connect(self._show_own)
        session.analysisProgressed.connect(self._show_progress)
        session.openingStarted.connect(self._show_opening)
        session.openingEnded.connect(lambda: self._place.setText(self._place_words()))
        session.saved.connect(lambda: self._saved.setText(self.tr("Everything is saved")))
        session.messageGiven.connect(self.messages.show_message)
        session.history.stack.indexChanged.connect(self._history_moved)

    def _connect_panes(self) -> None:
        self.library.articleChosen.connect(self._open_kept)
        self.reader.claimClicked.connect(self.ledger.choose)
        self.reader.annotationClicked.connect(self._edit_note)
        self.reader.spanSelected.connect(lambda _: self._update_actions())
        self.ledger.claimChosen.connect(self.reader.select_claim)
        self.ledger.evidenceChosen.connect(self._light)
        self.ledger.statusJudged.connect(self.session.judge_status)
        self.ledger.sourceCorrected.connect(self.session.judge_source)
        self.ledger.rated.connect(self.session.judge_rating)
        self.ledger.noteWritten.connect(self._claim_note)
        self.notes.noteWritten.connect(self._note_written)
        self.notes.removalWished.connect(self._remove_annotation)

    # What the session tells

    def _show_article(self, showing: Showing) -> None:
        self.notes.close_note()
        self.pages.setCurrentWidget(self.reader)
        self.reader.show_article(showing)
        # Reading begins at once: the keys that walk the claims must not land in a search field.
        self.reader.setFocus()
        self.reader.scroll_to(self._settings.position(showing.kept.origin.digest))
        self.ledger.show_article(showing)
        self.library.select(showing.kept.id)
        self._settings.last_article = showing.kept.id
        self.setWindowTitle(f"{showing.article.title} – {self.tr('Briefing')}")
        self._place.setText(self._place_words())
        self._update_actions()

    def _show_marks(self, showing: Showing) -> None:
        self.reader.show_marks(showing)
        self.ledger.show_article(showing)
        self._place.setText(self._place_words())
        self._update_actions()

    def _show_own(self, showing: Showing) -> None:
        self.reader.show_marks(showing)
        self.ledger.show_article(showing)
        if self.notes.annotation_id and showing.annotation(self.notes.annotation_id) is None:
            self.notes.annotation_id = ""
            self.notes.hide()
        self._update_actions()

    def _article_changed(self, kept: KeptArticle) -> None:
        self.library.change(kept)
        if self.session.showing and self.session.showing.kept.id == kept.id:
            self.library.select(kept.id)

    def _show_progress(self, share: float) -> None:
        # Before the first findings nobody knows how far it is: the bar only shows that work goes on.
        self._progress.setRange(0, 0 if share <= 0 else 100)
        self._progress.setValue(round(share * 100))
        self._progress.setVisible(share < 1)
        self._place.setText(self._place_words())

    def _show_opening(self, name: str) -> None:
        self._place.setText(self.tr("Opening {name} …").format(name=name) if name else self.tr("Opening …"))

    def _place_words(self) -> str:
        showing = self.session.showing
        if showing is None:
            return ""
        if showing.analysis is None:
            return self.tr("Reading the article for actors and claims …")
        return self.tr("{claims} claims, {actors} actors").format(
            claims=len(showing.claims), actors=len(showing.analysis.actors)
        )

    # What the reader does

    def _open(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open articles"))
        if names:
            self.session.open_files([Path(name) for name in names])

    def _open_kept(self, article_id: int) -> None:
        self._keep_position()
        self._flush()
        self.first_steps.hide()
        self.session.open_kept(article_id)

    def _flush(self) -> None:
        """Send what is being typed on the article on the screen to the disk."""
        self.notes.close_note()
        self.ledger.detail.flush()

    def _paste(self) -> None:
        found = QGuiApplication.clipboard().mimeData()
        if found.hasText() or found.hasHtml():
            self.session.open_text(found.text(), found.html() if found.hasHtml() else "")
        else:
            self.messages.show_message(Message(self.tr("The clipboard holds no text to open.")))

    def _export(self) -> None:
        showing = self.session.showing
        if showing is None:
            return
        kinds = {"pdf": self.tr("PDF (*.pdf)"), "md": self.tr("Markdown (*.md)"), "csv": self.tr("Table (*.csv)")}
        name = "".join(sign for sign in showing.article.title if sign.isalnum() or sign in " -")[:60].strip()
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export brief"), f"{name or 'brief'}.pdf", ";;".join(kinds.values())
        )
        if chosen:
            self._flush()
            path = Path(chosen)
            by_kind = next((suffix for suffix, words in kinds.items() if words == kind), "pdf")
            suffix = path.suffix.lstrip(".").lower()
            self.session.export(path if suffix else path.with_suffix(f".{by_kind}"), suffix or by_kind)

    def _remove_article(self) -> None:
        showing = self.session.showing
        if showing:
            self.session.remove_article(showing.kept)
            self.session.list_articles()
            sentence = self.tr("“{title}” is in the bin.").format(title=showing.article.title)
            self.messages.show_message(Message(sentence, Tone.DONE, self.tr("Undo"), self.session.history.undo))

    def _copy(self) -> None:
        focused = QApplication.focusWidget()
        copy = getattr(focused, "copy", None)
        if callable(copy):
            copy()

    def _annotate(self, write: bool) -> None:
        span = self.reader.selected_span()
        if span is not None:
            made = self.session.annotate(span, self._settings.colour)
            self.reader.clear_selection()
            if made and write:
                self.notes.edit(made)
        elif write and self.notes.annotation_id:
            self.notes.note.setFocus()
        else:
            self.messages.show_message(Message(self.tr("Select some words of the article first.")))

    def _edit_note(self, annotation_id: str) -> None:
        found = self.session.showing.annotation(annotation_id) if self.session.showing else None
        if found:
            self.notes.edit(found)
            self._update_actions()

    def _note_written(self, annotation_id: str, note: str) -> None:
        self.session.change_annotation(annotation_id, self.tr("Write note"), note=note)

    def _claim_note(self, claim: Claim, note: str) -> None:
        self.session.judge_note(claim, note)

    def _unmark(self) -> None:
        if self.notes.annotation_id:
            self._remove_annotation(self.notes.annotation_id)

    def _remove_annotation(self, annotation_id: str) -> None:
        self.notes.annotation_id = ""
        self.notes.hide()
        self.session.remove_annotation(annotation_id)

    def _dismiss(self) -> None:
        claim, showing = self.ledger.chosen, self.session.showing
        if claim and showing:
            self.session.judge_dismissed(claim, not showing.dismissed(claim))

    def _show_sourcing(self) -> None:
        if self.session.showing:
            dialog = SourcingDialog(self.session.showing, self)
            dialog.claimChosen.connect(self.ledger.choose)
            dialog.show()

    def _cite(self) -> None:
        claim, showing = self.ledger.chosen, self.session.showing
        if claim and showing and showing.analysis:
            judgement = showing.judged.get(claim.id)
            QGuiApplication.clipboard().setText(
                citation(showing.article, showing.analysis, claim, judgement, date.today())
            )
            self.messages.show_message(Message(self.tr("The claim is copied with its citation."), Tone.DONE))

    def _sort_out_actors(self) -> None:
        showing = self.session.showing
        if showing and showing.analysis:
            dialog = ActorsDialog(showing.analysis, self)
            dialog.mergeWished.connect(self.session.merge_actors)
            dialog.splitWished.connect(self.session.split_actor)
            dialog.open()

    def _light(self, spans: Spans) -> None:
        self.reader.light_evidence(spans)

    def _fold(self, fold: bool) -> None:
        self._settings.fold_boilerplate = fold
        self.reader.set_folded(fold)

    def _zoom(self, zoom: float) -> None:
        self._settings.zoom = zoom
        self.reader.set_zoom(self._settings.zoom)

    def _next_pane(self) -> None:
        order: list[QWidget] = [self.library.list, self.reader, self.ledger.list]
        shown = [pane for pane in order if pane.isVisible()]
        at = next((number for number, pane in enumerate(shown) if pane.hasFocus()), -1)
        if shown:
            shown[(at + 1) % len(shown)].setFocus()

    def _show_palette(self) -> None:
        CommandPalette(self.actions_by_name.values(), self).open()

    def _history_moved(self) -> None:
        self._saved.setText(self.tr("Saving …") if self.session.history.busy else self.tr("Everything is saved"))
        self._update_actions()

    def _update_actions(self) -> None:
        showing, stack = self.session.showing, self.session.history.stack
        actions = self.actions_by_name
        opened = showing is not None
        for name in ("export", "remove", "reanalyse", "note", "highlight"):
            actions[name].setEnabled(opened)
        claims = bool(showing and showing.claims)
        for name in (
            "next_claim",
            "next_unconfirmed",
            "previous_claim",
            "evidence",
            "status",
            "claim_note",
            "dismiss",
            "source",
            "rate",
            "cite",
        ):
            actions[name].setEnabled(claims)
        actions["sourcing"].setEnabled(claims)
        actions["actors"].setEnabled(bool(showing and showing.analysis and showing.analysis.actors))
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        _name_step(actions["undo"], self.tr("Undo"), stack.undoText())
        _name_step(actions["redo"], self.tr("Redo"), stack.redoText())

    # The look

    def _theme_name(self) -> str:
        look = self._settings.look
        if look is Look.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return "dark" if dark else "light"
        return look.value

    def follow_system(self) -> None:
        """Take the system's light or dark, unless the reader chose one."""
        self._apply_theme()

    def _next_look(self) -> None:
        looks = list(Look)
        self._settings.look = looks[(looks.index(self._settings.look) + 1) % len(looks)]
        self._apply_theme()
        self.messages.show_message(Message(self.tr("Look: {name}").format(name=self._settings.look.value), Tone.DONE))

    def _apply_theme(self) -> None:
        self.theme = load_theme(self._theme_name())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(self.theme))
            application.setStyleSheet(style_sheet_of(self.theme))
        for command in all_commands():
            if command.icon:
                self.actions_by_name[command.name].setIcon(icon(command.icon, self.theme))
        self.reader.set_theme(self.theme)
        self.library.set_theme(self.theme)
        self.ledger.set_theme(self.theme)
        for box, first in ((self.ledger.status_box, 1), (self.ledger.detail.status_box, 0)):
            for number, status in enumerate(Status):
                box.setItemIcon(number + first, glyph_icon(status, self.theme))

    def _keep_position(self) -> None:
        if self.session.showing:
            self._settings.keep_position(self.session.showing.kept.origin.digest, self.reader.top_code_point())

    def _restore(self) -> None:
        geometry, panes = self._settings.state("geometry"), self._settings.state("panes")
        if geometry:
            self.restoreGeometry(geometry)
        if panes:
            self.panes.restoreState(panes)
        self.reader.set_zoom(self._settings.zoom)
        self.reader.set_folded(self._settings.fold_boilerplate)


def _name_step(action: QAction, word: str, step: str) -> None:
    action.setText(f"{word} {step}".strip())
