"""What of the window stands first: its frame in its look and place, with the library's list, and room for the rest."""

from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QMenu,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.fonts import INTERFACE_PIXELS, sans
from briefing.desktop.library.library_pane import LibraryPane
from briefing.desktop.library.list_controller import Listing
from briefing.desktop.line_breaks import short
from briefing.desktop.mnemonics import with_mnemonics
from briefing.desktop.model_labels import MENUS, menu_label
from briefing.desktop.panes import Panes
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.save_state_label import SavedLabel
from briefing.desktop.session import Session
from briefing.desktop.settings import Look, Settings
from briefing.desktop.theme import load_theme, palette_of, style_sheet_of

TOOLS_HEIGHT = 55
"""Pixels of the tool bar, kept free for it until it is filled."""

ICON = 22
"""Pixels of a sign in the tool bar."""

LEAST_LIBRARY, LEAST_LEDGER = 180, 260
"""Pixels that the panes beside the article have at least."""


class Frame(QMainWindow):
    """A window with the library on its left; whoever derives from it fills the middle and the right."""

    themeChanged = Signal(object)
    """The `Theme` that everything is shown in from now on."""

    def __init__(self, session: Session, settings: Settings, number: int = 0) -> None:
        super().__init__()
        # The library is read while the window is made.
        session.list_articles()
        self.session = session
        self._number = number
        self._settings = settings
        self.theme = load_theme(self._theme_name(), settings.scale)
        self.entitle()
        self.resize(1380, 860)
        self.library = LibraryPane(self.theme, self)
        self.library.fold_shelves(settings.shelves_folded)
        self.library.shelvesFolded.connect(partial(setattr, settings, "shelves_folded"))
        self.listing = Listing(session, self.library)
        self._lay_out()
        self._apply_theme()
        self._restore()

    def _lay_out(self) -> None:
        titles = with_mnemonics([menu_label(name) for name in MENUS])
        self.menus: dict[str, QMenu] = {
            name: self.menuBar().addMenu(title) for name, title in zip(MENUS, titles, strict=True)
        }
        self.tools = QToolBar(self.tr("Tools"), self)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(self.tools)
        self.centre = QWidget(self)
        self.middle = QVBoxLayout(self.centre)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(0)
        self.strips = QVBoxLayout()
        self.pages = QStackedWidget(self.centre)
        self.middle.addLayout(self.strips)
        self.middle.addWidget(self.pages, 1)
        self.panes = Panes(self)
        self.panes.setObjectName("desk")
        self.articles = QSplitter(Qt.Orientation.Horizontal, self)
        self.articles.addWidget(self.centre)
        # The claims stand here as soon as there is something to claim.
        self._beside = QFrame(self)
        self._beside.setObjectName("panel")
        for pane in (self.library, self.articles, self._beside):
            self.panes.addWidget(pane)
        self.panes.setSizes([250, 760, 370])
        self.panes.setStretchFactor(1, 1)
        self.panes.setCollapsible(1, False)
        self.setCentralWidget(self.panes)
        self._fill_status_bar()

    def _fill_status_bar(self) -> None:
        self.place = PlainLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress of the analysis"))
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.background = PlainLabel(self)
        self.background.setAccessibleName(self.tr("Progress of the analysis of imported articles"))
        self.background.hide()
        self.saved = SavedLabel(self)
        bar = self.statusBar()
        bar.addWidget(self.place, 1)
        bar.addPermanentWidget(self.progress)
        bar.addPermanentWidget(self.background)
        bar.addPermanentWidget(self.saved)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)

    def _size(self) -> None:
        """Give the parts of the frame their sizes."""
        side = round(self.theme.sized(ICON))
        self.tools.setIconSize(QSize(side, side))
        self.tools.setMinimumHeight(round(self.theme.sized(TOOLS_HEIGHT)))
        self.library.setMinimumWidth(round(self.theme.sized(LEAST_LIBRARY)))
        if (ledger := self.panes.widget(2)) is not None:
            ledger.setMinimumWidth(round(self.theme.sized(LEAST_LEDGER)))

    def entitle(self, article: str = "") -> None:
        """Name the window after the article that it shows, and the desk whose library it is."""
        service = self.session.service
        offline = self.tr("{desk}, offline").format(desk=service.copy_of) if service.copy_of else ""
        parts = short(article, 300), service.desk or offline, self.tr("Briefing")
        self.setWindowTitle(" – ".join(filter(None, parts)))

    def put_beside(self, pane: QWidget) -> None:
        """Let a pane have the room beside the articles, as wide as it was kept free."""
        pane.setMinimumWidth(self._beside.minimumWidth())
        self.panes.replaceWidget(2, pane)
        self._beside.deleteLater()

    # Where it stands

    def _restore(self) -> None:
        geometry, panes = self._kept("geometry"), self._kept("panes")
        if geometry:
            self.restoreGeometry(geometry)
        if panes:
            self.panes.restoreState(panes)

    def remember_place(self) -> None:
        """Keep in the settings where the window stands, and how wide its panes are."""
        for name, state in {"geometry": self.saveGeometry(), "panes": self.panes.saveState()}.items():
            if self._kept(name) != state:
                self._settings.keep_state(self.state_name(name), state)

    def renumber(self, number: int) -> None:
        """Be another one of the windows, in the place where this one stands."""
        if number != self._number:
            self._number = number
            self.remember_place()

    def _kept(self, name: str) -> QByteArray | None:
        return self._settings.state(self.state_name(name))

    def state_name(self, name: str) -> str:
        """Under which name the settings keep something of this one of the windows."""
        return f"{name}-{self._number}" if self._number else name

    # The look

    def _theme_name(self) -> str:
        look = self._settings.look
        if look is Look.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            if _wants_contrast():
                return (Look.CONTRAST_DARK if dark else Look.CONTRAST).value
            return "dark" if dark else "light"
        return look.value

    def follow_system(self) -> None:
        """Take the system's light or dark, unless the reader chose one."""
        self.apply_theme()

    def apply_theme(self) -> None:
        """Show everything in the look that is chosen."""
        self.theme = load_theme(self._theme_name(), self._settings.scale)
        self._apply_theme()
        self.library.set_theme(self.theme)
        self.themeChanged.emit(self.theme)

    def _apply_theme(self) -> None:
        self._size()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_of(self.theme))
            application.setFont(sans(self.theme.sized(INTERFACE_PIXELS)))
            sheet = style_sheet_of(self.theme)
            # Setting it anew costs a polish of every widget of every window.
            if application.styleSheet() != sheet:
                application.setStyleSheet(sheet)


def _wants_contrast() -> bool:
    """Whether the system asks for high contrast; before Qt 6.10 it did not tell."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is None:
        return False
    preference = getattr(accessibility(), "contrastPreference", None)
    return preference is not None and getattr(preference(), "name", "") == "HighContrast"
