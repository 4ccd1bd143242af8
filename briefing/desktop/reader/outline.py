"""The outline of an article: its headings with the claims under each, to go to by typing."""

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.line_breaks import short
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.wrapped_rows import wrap_rows
from briefing.model import BlockKind
from briefing.records import dataclass

_WORDS_OF_A_PARAGRAPH = 12

MOST_OF_LINE = 300
"""Characters of a section that are shown."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article: its first words, how deep it lies from 0, where it begins, and how many claims it has."""

    words: str
    depth: int
    start: int
    claims: int


def sections_of(showing: OpenArticle) -> tuple[Section, ...]:
    """The headings of an article; without any but its title, its paragraphs by their first words."""
    text = showing.article.text
    blocks = [block for block in showing.article.blocks if block.kind is not BlockKind.BOILERPLATE and len(block.span)]
    heads = [block for block in blocks if block.kind is BlockKind.HEADING]
    chosen = heads if len(heads) > 1 else blocks
    top = min((max(1, block.level) for block in heads), default=1)
    begun = sorted(claim.start for claim in showing.kept_claims)
    found = []
    for number, block in enumerate(chosen):
        end = chosen[number + 1].span.start if number + 1 < len(chosen) else len(text)
        claims = bisect_left(begun, end) - bisect_left(begun, block.span.start)
        depth = max(1, block.level) - top if block.kind is BlockKind.HEADING else 1 if heads else 0
        found.append(Section(_first_words(block.span.of(text)), depth, block.span.start, claims))
    return tuple(found)


class OutlineDialog(QDialog):
    """Lists the sections; Enter or a click goes to the chosen one."""

    placeChosen = Signal(int)
    """The code point at which the chosen section begins."""

    def __init__(self, showing: OpenArticle, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Outline"))
        self.resize(560, 460)
        self._sections = sections_of(showing)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Go to…"))
        self.search.setAccessibleName(self.tr("Find a section"))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda words: self._show(words, -1))
        self.search.returnPressed.connect(self._go)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Sections of the article"))
        wrap_rows(self.list)
        self.list.itemClicked.connect(self._go)
        hint = PlainLabel(self.tr("The number is that of the claims in the section."), self)
        hint.setObjectName("faint")
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        self._show("", place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while one types."""
        walking = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in walking:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _show(self, words: str, place: int) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        chosen = 0
        for section in self._sections:
            if all(word in section.words.casefold() for word in wanted):
                claims = f"   {section.claims}" if section.claims else ""
                item = QListWidgetItem("    " * section.depth + section.words + claims, self.list)
                item.setData(Qt.ItemDataRole.UserRole, section.start)
                spoken = self.tr("{words}, {claims} claims").format(words=section.words, claims=section.claims)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                if section.start <= place:
                    chosen = self.list.count() - 1
        # Once all are there: for each of them Qt would measure the lines of all before it.
        self.list.setCurrentRow(chosen)

    def _go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.placeChosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


def _first_words(words: str) -> str:
    found = words.split()
    first = short(" ".join(found[:_WORDS_OF_A_PARAGRAPH]), MOST_OF_LINE)
    return first + (" …" if len(found) > _WORDS_OF_A_PARAGRAPH else "")
