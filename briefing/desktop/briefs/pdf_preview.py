"""The pages of a PDF as they will be printed, drawn one after the other so that nothing waits for them."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.desktop.plain_words import PlainLabel

MOST = 40
"""Pages that are drawn; the rest is told by number."""


class PreviewPane(QScrollArea):
    """Shows a file's pages below one another, as wide as the pane; the place stays when a newer one is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("Preview of the pages"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(160)
        self._sheet = QWidget(self)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        self._pages: list[PlainLabel] = []
        self._words = PlainLabel(self._sheet)
        self._words.setObjectName("faint")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.insertWidget(0, self._words)
        self._document: object = None
        self._next = self._last = 0
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_next)

    @property
    def pages(self) -> int:
        """How many pages are drawn."""
        return sum(not page.pixmap().isNull() for page in self._pages)

    def say(self, words: str) -> None:
        """Show a sentence in the place of pages that are not there; nothing hides it."""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def show_file(self, path: Path) -> None:
        """Draw the pages of a PDF; the file is read now and may go afterwards."""
        import pypdfium2

        self.release()
        document = pypdfium2.PdfDocument(path.read_bytes())
        self._document, count = document, len(document)
        self.say("" if count <= MOST else self.tr("The first {most} of {n} pages").format(most=MOST, n=count))
        for page in self._pages[min(count, MOST) :]:
            page.deleteLater()
        del self._pages[min(count, MOST) :]
        self._make_room(min(count, MOST))
        self._next, self._last = 0, len(self._pages)
        self._drawing.start()

    def show_beginning(self, path: Path) -> None:
        """Draw the first pages of a PDF that ends too early; the pages behind them stay as they are."""
        import pypdfium2

        self.release()
        document = pypdfium2.PdfDocument(path.read_bytes())
        # What ends the short brief, such as its legend, does not stand there in the long one.
        self._document, self._next, self._last = document, 0, max(1, len(document) - 2)
        self._make_room(self._last)
        self.say("")
        self._drawing.start()

    def _make_room(self, pages: int) -> None:
        while len(self._pages) < pages:
            label = PlainLabel(self._sheet)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAccessibleName(self.tr("Page {n}").format(n=len(self._pages) + 1))
            self._column.insertWidget(self._column.count() - 1, label)
            self._pages.append(label)

    def release(self) -> None:
        """Let the file go; the pages that are drawn stay."""
        import pypdfium2

        self._drawing.stop()
        if isinstance(self._document, pypdfium2.PdfDocument):
            self._document.close()
        self._document = None

    def _draw_next(self) -> None:
        import pypdfium2

        if not isinstance(self._document, pypdfium2.PdfDocument) or self._next >= self._last:
            return
        page = self._document[self._next]
        ratio = self.devicePixelRatioF()
        width = max(200, min(760, self.viewport().width() - 28))
        bitmap = page.render(scale=width * ratio / page.get_width(), rev_byteorder=True)
        buffer = bytes(bitmap.buffer)
        kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        image = QImage(buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._pages[self._next].setPixmap(pixmap)
        self._next += 1
        self._drawing.start()
