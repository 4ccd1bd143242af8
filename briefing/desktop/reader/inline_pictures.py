"""The pictures of an article on its page: how large they are shown, and what stands for one that is not there."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QImageReader, QPainter, QTextDocument, QTextImageFormat

from briefing.desktop.fonts import sans
from briefing.desktop.theme import Role, Theme
from briefing.model import Figure

SCHEME = "picture"

PNG = b"\x89PNG\r\n\x1a\n"

HIGHEST = 620.0
"""Pixels of the tallest picture at 100 % text size: it is seen whole in most windows."""


def picture_format(figure: Figure, zoom: float, widest: float) -> QTextImageFormat:
    """The format of a picture's place, which is there before the picture."""
    size = shown_size(figure, zoom, widest)
    found = QTextImageFormat()
    found.setName(_name(figure.digest))
    found.setWidth(size.width())
    found.setHeight(size.height())
    return found


def shown_size(figure: Figure, zoom: float, widest: float) -> QSizeF:
    """How large a picture is shown: never wider than the words, and grown and shrunk with them."""
    size = QSizeF(max(1, figure.width), max(1, figure.height)) * zoom
    most = QSizeF(widest, HIGHEST * zoom)
    fits = size.width() <= most.width() and size.height() <= most.height()
    return size if fits else size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)


def put_picture(document: QTextDocument, figure: Figure, data: bytes, theme: Theme) -> int:
    """Give the document a picture, or what tells of it if it cannot be shown; gives the bytes that it takes decoded."""
    image = _decoded(data)
    shown = _told(figure, theme) if image.isNull() else image
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(_name(figure.digest)), shown)
    return shown.sizeInBytes()


def take_picture(document: QTextDocument, digest: str) -> None:
    """Take a picture from the document; its place stays."""
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(_name(digest)), QImage())


def _decoded(data: bytes) -> QImage:
    """The picture; what is kept is of one of two kinds, made by the program, and no other decoder is ever asked."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, QByteArray(b"png" if data.startswith(PNG) else b"jpeg")).read()


def _told(figure: Figure, theme: Theme) -> QImage:
    size = shown_size(figure, 1.0, 600).toSize()
    found = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    found.fill(theme[Role.PANEL])
    painter = QPainter(found)
    painter.setPen(theme[Role.HAIRLINE])
    painter.drawRect(found.rect().adjusted(0, 0, -1, -1))
    painter.setPen(theme[Role.INK_SOFT])
    painter.setFont(sans(13))
    inside = QRectF(found.rect()).adjusted(10, 10, -10, -10)
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, figure.description)
    painter.end()
    return found


def _name(digest: str) -> str:
    return f"{SCHEME}:{digest}"
