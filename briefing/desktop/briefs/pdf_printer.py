"""Prints the pages of a PDF, one in each turn of the event loop, so that it can be watched and stopped."""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

FINEST = 300
"""Dots an inch beyond which nobody sees more on paper; a finer printer gets the same picture, enlarged."""

POINTS = 72
"""Points of an inch, the unit of PDF."""


class PagePrinter(QObject):
    """Sends the pages of a file to a printer, those that it was asked for.

    Args:
        path: of the PDF; read at once.
        printer: set up as the reader wants it.
    """

    progressed = Signal(int, int)
    """How many pages are printed, and of how many."""
    ended = Signal(bool)
    """Whether all pages went to the printer."""

    def __init__(self, path: Path, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        import pypdfium2

        self._document = pypdfium2.PdfDocument(path.read_bytes())
        self._printer = printer
        self._painter = QPainter()
        first = printer.fromPage() or 1
        last = min(printer.toPage() or len(self._document), len(self._document))
        self._pages = list(range(first - 1, last))
        self._done = 0
        self._stepping = QTimer(self, interval=0)
        self._stepping.timeout.connect(self._print_next)

    def start(self) -> None:
        """Begin; `ended` tells of the end."""
        if self._pages and self._painter.begin(self._printer):
            self._stepping.start()
        else:
            self._end(whole=False)

    def stop(self) -> None:
        """Print no further page; does nothing at the end."""
        if not self._stepping.isActive():
            return
        self._printer.abort()
        self._end(whole=False)

    def _print_next(self) -> None:
        if self._done:
            self._printer.newPage()
        self._draw(self._pages[self._done])
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end(whole=True)

    def _draw(self, number: int) -> None:
        page = self._document[number]
        bitmap = page.render(scale=min(self._printer.resolution(), FINEST) / POINTS, rev_byteorder=True)
        kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
        # The page has margins of its own: it goes over the whole sheet, or as much of it as the printer reaches.
        sheet = self._printer.pageLayout().paintRectPixels(self._printer.resolution())
        room = QRectF(0, 0, sheet.width(), sheet.height())
        scale = min(room.width() / image.width(), room.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        self._painter.drawImage(QRectF((room.width() - width) / 2, 0, width, height), image)

    def _end(self, whole: bool) -> None:
        self._stepping.stop()
        if self._painter.isActive():
            self._painter.end()
        self._document.close()
        self.ended.emit(whole)
