"""Describes a brief, shows its pages while it is described, and has it written in one format or several."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.briefs.pdf_preview import PreviewPane
from briefing.desktop.briefs.template_box import TemplateBox
from briefing.desktop.interface_language import said
from briefing.desktop.line_breaks import fit
from briefing.desktop.measures import TINY
from briefing.desktop.model_labels import format_label, shown_label
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.scrolled_form import ScrolledForm
from briefing.export import COPIES, FORMATS, ExportFailure, file_name_for
from briefing.model import LEFT_OUT, BriefWish, KeptArticle, Shown

PAUSE = 120
"""Milliseconds without a change after which the preview is made anew."""

_COLUMNS = 2


class ExportDialog(QDialog):
    """What the reader wants of a brief of some articles.

    Args:
        articles: that the brief is of, in their order.
        folder: into which it is written, if the reader chooses no other.
        author: who signs it.
        kinds: names of the formats that are ticked.
    """

    previewWished = Signal(object)
    """A `BriefWish` whose pages are to be shown; answered by `preview.show_file`."""
    exportWished = Signal(object, object)
    """A `BriefWish`, and the paths to write with the name of the format of each."""

    def __init__(
        self,
        articles: Sequence[KeptArticle],
        folder: Path,
        author: str = "",
        kinds: Sequence[str] = ("pdf",),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export brief"))
        self.resize(1040, 720)
        self._articles = tuple(articles)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(articles[0].origin.title)
        self.author = QLineEdit(author, self)
        self.classification = QLineEdit(self)
        self.classification.setPlaceholderText(self.tr("e.g. For internal use"))
        self.introduction = QPlainTextEdit(self)
        self.introduction.textChanged.connect(lambda: fit(self.introduction, self.introduction.toPlainText()))
        self.introduction.setPlaceholderText(self.tr("Your own words before the article, in Markdown"))
        self.introduction.setMaximumHeight(120)
        self.introduction.setTabChangesFocus(True)
        self.template = TemplateBox(self)
        self.paper = QComboBox(self)
        self.paper.addItem("A4", "a4")
        self.paper.addItem("Letter", "letter")
        self._formats = {**FORMATS, **(COPIES if self._is_pdf else {})}
        self.kinds = {name: QCheckBox(format_label(kind.title), self) for name, kind in self._formats.items()}
        for name, box in self.kinds.items():
            box.setChecked(name in kinds)
            box.toggled.connect(self._update)
        self.shown = {part: QCheckBox(shown_label(part), self) for part in Shown}
        for part, box in self.shown.items():
            box.setChecked(part not in LEFT_OUT)
        self.folder = QLineEdit(str(folder), self)
        self.name = QLineEdit(file_name_for(articles[0].origin.title), self)
        self.preview = PreviewPane(self)
        self._problem = PlainLabel(self)
        self._problem.setObjectName("error")
        self._problem.setWordWrap(True)
        self._buttons = self._answers()
        self._looking = QTimer(self, singleShot=True, interval=PAUSE)
        self._looking.timeout.connect(lambda: self.previewWished.emit(self.wish))
        self._lay_out()
        self._follow_changes()
        self.preview.say(self.tr("The pages appear here."))
        self._update()
        self._looking.start()

    def _answers(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setText(self.tr("Export"))
        self._save.setObjectName("primary")
        buttons.accepted.connect(self._export)
        buttons.rejected.connect(self.reject)
        return buttons

    def _follow_changes(self) -> None:
        """Show the pages anew, or look whether all can be written, when something of it changes."""
        for field in (self.title, self.author, self.classification):
            field.textChanged.connect(self._looking.start)
        self.introduction.textChanged.connect(self._looking.start)
        for box in self.shown.values():
            box.toggled.connect(self._looking.start)
        for choice in (self.template, self.paper):
            choice.currentIndexChanged.connect(self._looking.start)
        for place in (self.folder, self.name):
            place.textChanged.connect(self._update)

    @property
    def wish(self) -> BriefWish:
        """What the fields say now."""
        return BriefWish(
            title=self.title.text().strip(),
            author=self.author.text().strip(),
            introduction=self.introduction.toPlainText().strip(),
            template=self.template.currentData(),
            classification=self.classification.text().strip(),
            paper=self.paper.currentData(),
            without=frozenset(part for part, box in self.shown.items() if not box.isChecked()),
        )

    def show_typed(self, wish: BriefWish) -> None:
        """Show what was typed when the dialog was last open for these articles."""
        for field, words in (
            (self.title, wish.title),
            (self.author, wish.author),
            (self.classification, wish.classification),
        ):
            field.setText(words)
        self.introduction.setPlainText(wish.introduction)

    @property
    def targets(self) -> tuple[tuple[Path, str], ...]:
        """The files to be written, each with the name of its format."""
        folder, name = Path(self.folder.text().strip()).expanduser(), self.name.text().strip()
        return tuple((folder / f"{name}{self._formats[kind].suffix}", kind) for kind in self.chosen_kinds)

    @property
    def _is_pdf(self) -> bool:
        """Whether there is a PDF to draw on: one article, and read from one."""
        return [one.origin.media_type for one in self._articles] == ["application/pdf"]

    @property
    def chosen_kinds(self) -> tuple[str, ...]:
        """Names of the formats that are ticked."""
        return tuple(name for name, box in self.kinds.items() if box.isChecked())

    def _lay_out(self) -> None:
        form = QFormLayout()
        self.template.setAccessibleName(self.tr("Template"))
        form.addRow(self.tr("Template"), self._template_row())
        for label, field in (
            (self.tr("Title"), self.title),
            (self.tr("Author"), self.author),
            (self.tr("Classification"), self.classification),
            (self.tr("Introduction"), self.introduction),
            (self.tr("Paper"), self.paper),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.addRow(self.tr("With"), _grid(self.shown.values()))
        form.addRow(self.tr("Formats"), _grid(self.kinds.values()))
        browse = QPushButton(self.tr("Choose…"), self)
        browse.setAutoDefault(False)
        browse.setAccessibleName(self.tr("Choose the folder"))
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        self.folder.setAccessibleName(self.tr("Folder"))
        form.addRow(self.tr("Folder"), place)
        self.name.setAccessibleName(self.tr("File name"))
        form.addRow(self.tr("File name"), self.name)
        left = QVBoxLayout()
        if len(self._articles) > 1:
            head = PlainLabel(self.tr("One brief of %n article(s)", "", len(self._articles)), self)
            head.setObjectName("paneTitle")
            left.addWidget(head)
        left.addWidget(ScrolledForm(form, self))
        left.addStretch(1)
        left.addWidget(self._problem)
        left.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.addLayout(left, 4)
        row.addWidget(self.preview, 5)

    def _template_row(self) -> QHBoxLayout:
        own = QPushButton(self.tr("Own…"), self)
        own.setAutoDefault(False)
        own.setAccessibleName(self.tr("Open the folder of your own templates"))
        own.setToolTip(own.accessibleName())
        own.clicked.connect(self._open_own)
        look = QHBoxLayout()
        look.addWidget(self.template, 1)
        look.addWidget(own)
        house = QPushButton(self.tr("House style…"), self)
        house.setAutoDefault(False)
        house.setToolTip(self.tr("Logo, colours and face of all briefs"))
        house.clicked.connect(self._open_house_style)
        look.addWidget(house)
        return look

    def _update(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        problem = ""
        if not self.chosen_kinds:
            problem = self.tr("Choose at least one format.")
        elif not self.name.text().strip() or "/" in self.name.text():
            problem = self.tr("The file needs a name, without a slash.")
        elif not folder.is_dir():
            problem = self.tr("There is no folder {folder}.").format(folder=folder)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._save.setEnabled(not problem)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _open_own(self) -> None:
        try:
            self.template.open_own()
        except ExportFailure as failure:
            self._problem.setText(said(failure.message))
            self._problem.setVisible(True)

    def _open_house_style(self) -> None:
        from briefing.desktop.briefs.house_style_dialog import HouseStyleDialog

        dialog = HouseStyleDialog(self)
        dialog.changed.connect(self._looking.start)
        dialog.open()

    def _export(self) -> None:
        self.exportWished.emit(self.wish, self.targets)
        self.accept()


def _grid(boxes: Iterable[QCheckBox]) -> QGridLayout:
    """Boxes to tick, side by side and one below the other."""
    grid = QGridLayout()
    grid.setContentsMargins(0, TINY, 0, TINY)
    for number, box in enumerate(boxes):
        grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
    return grid
