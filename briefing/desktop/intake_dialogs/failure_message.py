"""The message for what could not be opened; a page can be opened in the browser instead."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from briefing.desktop.messages import Message, Tone


def failed_opening(name: str, sentence: str) -> Message:
    """The message for a file, text or address that could not be opened, and why."""
    address = failed_address(name)
    if not address:
        return Message(sentence, Tone.ERROR)
    words = QCoreApplication.translate("Opening", "Open in browser")
    return Message(sentence, Tone.ERROR, words, partial(QDesktopServices.openUrl, QUrl(address)))


def failed_address(name: str) -> str:
    """The web address that could not be opened; nothing if it was a file, or nothing that a browser should be given."""
    from briefing.address_scheme import is_address
    from briefing.intake import FetchFailed
    from briefing.intake.addresses import address_of

    if not is_address(name):
        return ""
    try:
        return address_of(name).url
    except FetchFailed:
        return ""
