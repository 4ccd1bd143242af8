"""The part of the File menu that leads from one library to another: joining a desk, and going back to one's own."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.library_place import own_folder


class DeskArea(Area):
    """Going to a desk's library and back; what was typed is on the disk before the windows go."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "join_desk",
                "File",
                translated("Join a desk …"),
                translated("Work in a library that a newsroom shares on its server."),
                "Ctrl+Alt+J",
                "folder-open",
            ),
            Command(
                "own_library",
                "File",
                translated("My own library"),
                translated("Go back from the desk's library to your own."),
                "Ctrl+Alt+K",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"join_desk": self._join, "own_library": lambda: self.window.libraryWished.emit(None)}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """One goes back from a desk alone."""
        del showing
        return {"own_library": bool(self.session.service.desk)}

    def _join(self) -> None:
        from briefing.desktop.library.desk_dialog import DeskDialog

        own = Settings(own_folder())
        dialog = DeskDialog(self.session, own.desks, self.window)
        dialog.joined.connect(own.know_desk)
        dialog.joined.connect(self.window.libraryWished)
        dialog.open()
