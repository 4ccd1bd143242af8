"""The sections and lines of a brief as a tree whose rows can be dragged."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing.desktop.briefs import brief_edits
from briefing.desktop.icons import icon
from briefing.desktop.interface_language import said
from briefing.desktop.model_labels import source_label, status_label
from briefing.desktop.plain_words import tip
from briefing.desktop.status_glyphs import glyph_icon
from briefing.desktop.theme import Theme
from briefing.model import AffectedLine, Brief, BriefLine, BriefPiece, BriefSection, LineKind, StoredBrief, words_of
from briefing.model.message import together
from briefing.model.quotation_marks import in_marks

AnyIndex = QModelIndex | QPersistentModelIndex

DRAGGED = "application/x-briefing-lines"
"""MIME type of dragged rows: "section 2", or the ids of lines with a space between two."""

LONGEST = 140
"""Characters of a line's words that are shown in its row."""


class LineModel(QAbstractItemModel):
    """A row for each section, and below it one for each of its lines."""

    moveWished = Signal(object)
    """The `StoredBrief` as it is to be after a drag."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: StoredBrief | None = None
        self._brief: Brief | None = None
        self._pieces: dict[str, BriefPiece] = {}
        self._affected: dict[str, AffectedLine] = {}

    def show_brief(self, kept: StoredBrief, brief: Brief, affected: Iterable[AffectedLine]) -> bool:
        """Show a brief with what its lines refer to, and which of them changed; gives whether its rows are others."""
        self._pieces = {piece.line_id: piece for part in brief.parts for piece in part.pieces}
        self._affected = {line.line_id: line for line in affected}
        self._brief = brief
        return self.show_kept(kept)

    def has_other_rows(self, kept: StoredBrief) -> bool:
        """Whether a brief has other rows than those that are shown."""
        return self._kept is None or _rows(self._kept) != _rows(kept)

    def show_kept(self, kept: StoredBrief) -> bool:
        """Show the brief as the reader just made it; gives whether its rows are others, and places in it void."""
        if not self.has_other_rows(kept):
            # The rows are the same: who writes on one of them must not lose his place.
            self._kept = kept
            for section in range(len(kept.sections)):
                head = self.index(section, 0)
                self.dataChanged.emit(head, head)
                if kept.sections[section].lines:
                    self.dataChanged.emit(self.index(0, 0, head), self.index(self.rowCount(head) - 1, 0, head))
            return False
        self.beginResetModel()
        self._kept = kept
        self.endResetModel()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def section_of(self, index: AnyIndex) -> int:
        """Number of the section of a row, or -1."""
        if not index.isValid():
            return -1
        return index.row() if index.internalId() == 0 else index.internalId() - 1

    def line_of(self, index: AnyIndex) -> BriefLine | None:
        """The line of a row; None if it is that of a section."""
        if not index.isValid() or index.internalId() == 0 or self._kept is None:
            return None
        return self._kept.sections[index.internalId() - 1].lines[index.row()]

    def index_of(self, line_id: str) -> QModelIndex:
        """Where a line stands; an invalid index if it is not there."""
        place = brief_edits.place_of(self._kept, line_id) if self._kept else None
        return self.index(place[1], 0, self.index(place[0], 0)) if place else QModelIndex()

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's own
        """The index of a section, or of a line below its section."""
        if row < 0 or row >= self.rowCount(parent) or column:
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: AnyIndex = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 Qt's own
        """The section of a line."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many sections there are, or lines in one."""
        if self._kept is None:
            return 0
        if not parent.isValid():
            return len(self._kept.sections)
        return len(self._kept.sections[parent.row()].lines) if parent.internalId() == 0 else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """One."""
        del parent
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """All rows can be dragged; lines can be dropped on sections, sections between sections."""
        flags = super().flags(index)
        if not index.isValid() or index.internalId() == 0:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row tells."""
        if not index.isValid() or self._kept is None or self._brief is None:
            return None
        line = self.line_of(index)
        if line is None:
            return self._section_data(self._kept.sections[index.row()], role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line, self._brief)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._words(line, self._brief))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(line, self._brief)
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The lines that are dragged; if there are none among them, the section."""
        lines = [line.id for index in indexes if (line := self.line_of(index)) is not None]
        told = " ".join(lines) if lines else f"section {self.section_of(indexes[0])}"
        found = QMimeData()
        found.setData(DRAGGED, told.encode())
        return found

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Wish for the brief as it is after the drop; the rows change when it is kept."""
        del action, column
        if self._kept is None or not data.hasFormat(DRAGGED):
            return False
        told = bytes(data.data(DRAGGED).data()).decode().split()
        if told[0] == "section":
            place = row if not parent.isValid() and row >= 0 else len(self._kept.sections)
            moved = brief_edits.with_section_moved(
                self._kept, int(told[1]), parent.row() if parent.isValid() else place
            )
        else:
            moved = self._with_lines_dropped(self._kept, told, row, parent)
        if moved != self._kept:
            self.moveWished.emit(moved)
        # The rows are moved by what is shown next; Qt is not to take them away.
        return False

    def _with_lines_dropped(self, kept: StoredBrief, ids: list[str], row: int, parent: AnyIndex) -> StoredBrief:
        if parent.isValid():
            place = row if row >= 0 else len(kept.sections[parent.row()].lines)
            return brief_edits.with_lines_moved(kept, ids, parent.row(), place)
        # Between two sections: at the end of the one above.
        section = min(max(0, row - 1), len(kept.sections) - 1) if row >= 0 else len(kept.sections) - 1
        return brief_edits.with_lines_moved(kept, ids, section, len(kept.sections[section].lines))

    def _section_data(self, section: BriefSection, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return section.heading or self.tr("Section without a heading")
        return icon("list-tree", self._theme) if role == Qt.ItemDataRole.DecorationRole else None

    def _words(self, line: BriefLine, brief: Brief) -> str:
        piece = self._pieces.get(line.id)
        told = [self._shown(line, piece, brief)]
        if line.kind is not LineKind.TEXT and line.text:
            told.append(self.tr("Yours: {words}").format(words=_short(line.text)))
        if line.id in self._affected:
            told.append(self.tr("New: {sentence}").format(sentence=said(together(self._affected[line.id].messages))))
        return "\n".join(told)

    def _shown(self, line: BriefLine, piece: BriefPiece | None, brief: Brief) -> str:
        if line.kind is LineKind.TEXT:
            return _short(line.text) or self.tr("Your own words")
        if piece is None or piece.article is None:
            words = _short(line.claim.exact) if line.claim else ""
            return self.tr("Not in the library any more: {words}").format(words=words).rstrip(": ")
        entry = brief.articles[piece.article]
        if line.kind is LineKind.ARTICLE:
            return self.tr("The whole article “{title}”").format(title=entry.article.title)
        if line.kind is LineKind.ANNOTATION:
            note = next(one for one in entry.annotations if one.id == piece.annotation_id)
            return " – ".join(part for part in (in_marks(_short(note.anchor.exact)), _short(note.note)) if part)
        claim = entry.claim(piece.claim_id)
        if claim is None or entry.analysis is None:
            return ""
        who = source_label(entry.analysis, claim, entry.article.text, entry.judgement(claim.id))
        content = _short(words_of(claim.content, entry.article.text))
        return f"{' '.join(who.split())} · {status_label(entry.status(claim))}\n{in_marks(content)}"

    def _sign(self, line: BriefLine, brief: Brief) -> object:
        piece = self._pieces.get(line.id)
        if line.kind is LineKind.TEXT:
            return icon("pen-line", self._theme)
        if piece is None or piece.article is None:
            return icon("circle-alert", self._theme)
        entry = brief.articles[piece.article]
        claim = entry.claim(piece.claim_id)
        if claim is not None:
            return glyph_icon(entry.status(claim), self._theme)
        return icon("file-text" if line.kind is LineKind.ARTICLE else "highlighter", self._theme)


def _rows(kept: StoredBrief) -> tuple[str, list[list[str]]]:
    return kept.id, [[line.id for line in section.lines] for section in kept.sections]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]} …"
