"""The list of what became of each file of an import: which are new, were there already, or could not be opened."""

from collections import Counter
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.interface_language import said
from briefing.desktop.plain_words import PlainLabel, tip
from briefing.service import ImportOutcome, OutcomeKind
from briefing.service.import_outcomes import printable

AnyIndex = QModelIndex | QPersistentModelIndex
OUTCOME = Qt.ItemDataRole.UserRole + 1
FAILED = frozenset((OutcomeKind.FAILED,))
DUPLICATES = frozenset((OutcomeKind.KNOWN, OutcomeKind.NEAR_DUPLICATE))
NEW = frozenset((OutcomeKind.NEW, OutcomeKind.VERSION, OutcomeKind.NEAR_DUPLICATE))
ALL = frozenset(OutcomeKind)


class Column(IntEnum):
    """The columns of the list."""

    FILE = 0
    OUTCOME = 1


class OutcomeModel(QAbstractTableModel):
    """A row for each file that is settled, in the order in which they were."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcomes: list[ImportOutcome] = []
        self._counts: Counter[OutcomeKind] = Counter()

    def add(self, outcome: ImportOutcome) -> None:
        """Show one more."""
        row = len(self._outcomes)
        self.beginInsertRows(QModelIndex(), row, row)
        self._outcomes.append(outcome)
        self._counts[outcome.kind] += 1
        self.endInsertRows()

    def count(self, kinds: frozenset[OutcomeKind]) -> int:
        """How many files ended in one of these ways."""
        return sum(self._counts[kind] for kind in kinds)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many files are settled."""
        return 0 if parent.isValid() else len(self._outcomes)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """File and outcome."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("File") if section == Column.FILE else self.tr("What became of it")

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; the whole place of a file is its tip."""
        if not index.isValid():
            return None
        outcome = self._outcomes[index.row()]
        if role == OUTCOME:
            return outcome
        if role == Qt.ItemDataRole.DisplayRole:
            return outcome.name or outcome.place if index.column() == Column.FILE else self.words_of(outcome)
        if role == Qt.ItemDataRole.ToolTipRole:
            shown = outcome.place if index.column() == Column.FILE else self.words_of(outcome)
            return tip(shown)
        return None

    def words_of(self, outcome: ImportOutcome) -> str:
        """What became of a file, in words."""
        like = outcome.like_title
        match outcome.kind:
            case OutcomeKind.FAILED:
                return said(outcome.message) if outcome.message else ""
            case OutcomeKind.KNOWN:
                return self.tr("Already in the library")
            case OutcomeKind.VERSION:
                return self.tr("New version of “{title}”").format(title=like) if like else self.tr("New version")
            case OutcomeKind.NEAR_DUPLICATE if like:
                return self.tr("New, but nearly the same as “{title}”").format(title=like)
            case OutcomeKind.NEAR_DUPLICATE:
                return self.tr("New, but nearly the same as another")
            case _:
                return self.tr("New")


class OutcomesOfKind(QSortFilterProxyModel):
    """Only the files that ended in some of the ways."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kinds = ALL
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def choose(self, kinds: frozenset[OutcomeKind]) -> None:
        """Show only these."""
        self.beginFilterChange()
        self.kinds = kinds
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Whether a file ended in one of the chosen ways."""
        outcome = self.sourceModel().index(source_row, 0, source_parent).data(OUTCOME)
        return isinstance(outcome, ImportOutcome) and outcome.kind in self.kinds


class OutcomesDialog(QDialog):
    """The list, open beside the work while the import goes on and after it."""

    articleChosen = Signal(int)
    """Number of an article that the reader wants to read."""

    def __init__(self, model: OutcomeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Imported files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 480)
        self._model = model
        self.shown = OutcomesOfKind(self)
        self.shown.setSourceModel(model)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Which files are listed"))
        for kinds in (ALL, FAILED, NEW, DUPLICATES):
            self.kinds.addItem("", kinds)
        if model.count(FAILED):
            self.kinds.setCurrentIndex(1)
        self.list = QTreeView(self)
        self.list.setAccessibleName(self.tr("Imported files"))
        self.list.setModel(self.shown)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSortingEnabled(True)
        self.list.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.list.setColumnWidth(Column.FILE, 260)
        self.detail = PlainLabel(self.tr("Enter or a double click opens an article."), self)
        self.detail.setObjectName("faint")
        self.detail.setWordWrap(True)
        self.detail.setMinimumHeight(self.detail.fontMetrics().lineSpacing() * 3)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        # Enter opens the chosen article, and must not press a button besides.
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        for widget in (self.kinds, self.list, self.detail, buttons):
            column.addWidget(widget)
        self.kinds.currentIndexChanged.connect(self._choose_kinds)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._show_detail)
        model.rowsInserted.connect(self._count)
        self._count()
        self._choose_kinds()

    def _count(self) -> None:
        labels = (
            self.tr("All files ({n})"),
            self.tr("Could not be opened ({n})"),
            self.tr("New ({n})"),
            self.tr("Same or nearly the same as others ({n})"),
        )
        for row, label in enumerate(labels):
            self.kinds.setItemText(row, label.format(n=f"{self._model.count(self.kinds.itemData(row)):,}"))

    def _choose_kinds(self) -> None:
        self.shown.choose(self.kinds.currentData())

    def _open(self, index: QModelIndex) -> None:
        outcome = index.data(OUTCOME)
        if isinstance(outcome, ImportOutcome) and outcome.article_id is not None:
            self.articleChosen.emit(outcome.article_id)

    def _show_detail(self, index: QModelIndex) -> None:
        outcome = index.data(OUTCOME)
        if isinstance(outcome, ImportOutcome):
            self.detail.setText(f"{self._model.words_of(outcome)}\n{printable(outcome.place)}")

    def _copy(self) -> None:
        rows = (self.shown.index(row, 0).data(OUTCOME) for row in range(self.shown.rowCount()))
        lines = (f"{outcome.place}\t{self._model.words_of(outcome)}" for outcome in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))
