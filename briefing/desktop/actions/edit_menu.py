"""The Edit menu: taking back, copying, finding."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle


class EditArea(Area):
    """Undo, copy and search."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command("undo", "Edit", translated("Undo"), translated("Take back the last change."), "Ctrl+Z", "undo-2"),
            Command(
                "redo",
                "Edit",
                translated("Redo"),
                translated("Make the undone change again."),
                "Ctrl+Shift+Z",
                "redo-2",
            ),
            Command("copy", "Edit", translated("Copy"), translated("Copy the selected words."), "Ctrl+C", "copy"),
            Command(
                "find",
                "Edit",
                translated("Search the library"),
                translated("Go to the search of the library."),
                "Ctrl+Shift+F",
                "search",
            ),
            Command(
                "filter",
                "Edit",
                translated("Filter claims"),
                translated("Go to the filter of the claims."),
                "Ctrl+Alt+F",
                "filter",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "undo": self.session.history.undo,
            "redo": self.session.history.redo,
            "copy": _copy,
            "find": self.window.library.search.setFocus,
            "filter": self.window.ledger.search.setFocus,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        stack = self.session.history.stack
        return {"undo": stack.canUndo(), "redo": stack.canRedo()}


def _copy() -> None:
    copy = getattr(QApplication.focusWidget(), "copy", None)
    if callable(copy):
        copy()
