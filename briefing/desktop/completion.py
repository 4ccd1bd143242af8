"""Completion that finds what was typed anywhere in the words that it offers, shown as all lists to choose from are."""

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import QCompleter

from briefing.desktop.escape_filter import Escape


def completer_anywhere(model: QAbstractItemModel, parent: QObject) -> QCompleter:
    """A completer over a model; capital and small letters are the same to it."""
    made = QCompleter(model, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = made.popup()
    if popup is not None:
        popup.setObjectName("completions")
        # The window's own Esc would have it first, and the list would stay open.
        Escape(popup).pressed.connect(popup.hide)
    return made
