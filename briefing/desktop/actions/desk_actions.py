"""The part of the File menu that leads from one library to another: joining a desk, and going back to one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.desk_people import EVERYBODY, MYSELF, Whose
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.library_place import own_folder
from briefing.service import ColleaguesTold, Event, LibraryFound
from briefing.service.annotation_queries import TellColleagues

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class DeskArea(Area):
    """Going to a desk's library and back, with what was typed on the disk; and whose words are seen there."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._asked = 0
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "join_desk",
                "File",
                translated("Join a desk…"),
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
            Command(
                "take_along",
                "File",
                translated("Take a collection along…"),
                translated("Copy a collection of the desk to this machine, to work on it without the server."),
                "Ctrl+Alt+N",
            ),
            Command(
                "whose_words",
                "View",
                translated("Whose words…"),
                translated("See what all at the desk wrote, what you wrote alone, or what one colleague did."),
                "Ctrl+Alt+P",
                "users",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "join_desk": self._join,
            "own_library": lambda: self.window.libraryWished.emit(None),
            "take_along": self._take_along,
            "whose_words": self._ask_who,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """One goes back from a desk alone, and has colleagues there alone."""
        del showing
        at_desk = bool(self.session.service.desk)
        is_away = at_desk or bool(self.session.service.copy_of)
        return {"own_library": is_away, "whose_words": at_desk, "take_along": at_desk}

    def start(self) -> None:
        """Bring back to the desk what was written in its working copy."""
        if self.session.service.desk:
            self.session.service.offline.bring_back()

    def _take_along(self) -> None:
        arranged = self.window.listing.arranged
        names = {one.name: one.id for one in arranged.collections} if arranged else {}
        if not names:
            self.say(self.tr("Put what you want to take along into a collection first."))
            return
        title, question = self.tr("Take a collection along"), self.tr("Collection")
        chosen, agreed = QInputDialog.getItem(self.window, title, question, sorted(names), 0, False)
        if agreed:
            self.window.flush()
            self.session.service.offline.take_along(names[chosen])
            self.say(self.tr("Copying “{name}”…").format(name=chosen))

    def _ask_who(self) -> None:
        self._asked = self.session.service.ask(TellColleagues())

    def _on_event(self, event: Event) -> None:
        match event:
            case ColleaguesTold(job=job, names=names) if job == self._asked:
                self._choose(names)
            case LibraryFound():
                self.start()

    def _choose(self, names: tuple[str, ...]) -> None:
        choices = {self.tr("all colleagues"): EVERYBODY, self.tr("nobody else"): MYSELF}
        choices |= {name: Whose(name=name) for name in names}
        shown = list(choices.values())
        at = shown.index(self.session.whose) if self.session.whose in shown else 0
        title, question = self.tr("Whose words"), self.tr("Show, beside my own words, those of")
        chosen, agreed = QInputDialog.getItem(self.window, title, question, list(choices), at, False)
        if agreed:
            self.session.see(choices[chosen])
            self.say(self.tr("Shown beside your own words: those of {whose}.").format(whose=chosen))

    def _join(self) -> None:
        from briefing.desktop.library.desk_dialog import DeskDialog

        own = Settings(own_folder())
        dialog = DeskDialog(self.session, own.desks, self.window)
        dialog.joined.connect(own.know_desk)
        dialog.joined.connect(self.window.libraryWished.emit)
        dialog.offlineWished.connect(self.window.libraryWished.emit)
        dialog.open()
