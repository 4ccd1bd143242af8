"""A button that does one of the things that can be done in a dialog or a pane."""

from PySide6.QtWidgets import QPushButton, QWidget


def act_button(words: str, tip: str, parent: QWidget) -> QPushButton:
    """A button that Enter in a field beside it does not press."""
    button = QPushButton(words, parent)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
