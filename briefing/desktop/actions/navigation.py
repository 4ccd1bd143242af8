"""Actions that go back and forward between the articles read in this window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class GoingArea(Area):
    """Back and forward, as in a browser: who goes back and opens another article leaves the way that lay ahead."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._way: list[int] = []
        self._at = -1
        self.session.articleOpened.connect(self._opened)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command("back", "View", translated("Back"), translated("Go to the article read before."), "Alt+Left"),
            Command(
                "forward", "View", translated("Forward"), translated("Go on to the article read after."), "Alt+Right"
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"back": lambda: self._go(-1), "forward": lambda: self._go(1)}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"back": self._at > 0, "forward": self._at + 1 < len(self._way)}

    def _go(self, by: int) -> None:
        self._at += by
        self.window.open_kept(self._way[self._at])

    def _opened(self, showing: OpenArticle) -> None:
        if not (0 <= self._at < len(self._way)) or self._way[self._at] != showing.kept.id:
            self._way[self._at + 1 :] = [showing.kept.id]
            self._at = len(self._way) - 1
        self.window.update_actions()
