"""Actions that correct the words of a claim: longer, shorter, or others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.keys import PORTABLE
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.model.claim_extent import Edge

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

STEPS = {
    "end_later": (Edge.END, 1, "Shift+Right"),
    "end_earlier": (Edge.END, -1, "Shift+Left"),
    "start_earlier": (Edge.START, -1, "Shift+Up"),
    "start_later": (Edge.START, 1, "Shift+Down"),
}
"""Each step with the end that it moves, the way it goes, and its short key where the list of claims has the focus."""


class WordsArea(Area):
    """Extending and shrinking claims."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        for edge, way, key in STEPS.values():
            short = QShortcut(QKeySequence(key, PORTABLE), window.ledger.list)
            short.setContext(Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(partial(self._step, edge, way))

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "claim_words",
                "Claim",
                translated("Let it be the selected words"),
                translated("Say that the chosen claim is made in the selected words."),
                "Shift+C",
                "underline",
                writes=True,
            ),
            Command(
                "end_later",
                "Claim",
                translated("End a word later"),
                translated("Extend the chosen claim by a word at its end (Shift+Right in the list of claims)."),
                "Alt+Shift+Right",
                writes=True,
            ),
            Command(
                "end_earlier",
                "Claim",
                translated("End a word earlier"),
                translated("Shrink the chosen claim by a word at its end (Shift+Left in the list of claims)."),
                "Alt+Shift+Left",
                writes=True,
            ),
            Command(
                "start_earlier",
                "Claim",
                translated("Begin a word earlier"),
                translated("Extend the chosen claim by a word at its beginning (Shift+Up in the list of claims)."),
                "Alt+Shift+Up",
                writes=True,
            ),
            Command(
                "start_later",
                "Claim",
                translated("Begin a word later"),
                translated("Shrink the chosen claim by a word at its beginning (Shift+Down in the list of claims)."),
                "Alt+Shift+Down",
                writes=True,
            ),
            Command(
                "words_as_found",
                "Claim",
                translated("Words as found"),
                translated("Go back to the words that the analysis found."),
                "Ctrl+Alt+W",
                writes=True,
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "claim_words": self._take_selected,
            "words_as_found": self._take_found,
            **{name: partial(self._step, edge, way) for name, (edge, way, _) in STEPS.items()},
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return dict.fromkeys((*STEPS, "claim_words", "words_as_found"), bool(showing and showing.claims))

    def _step(self, edge: Edge, way: int) -> None:
        claim = self.window.ledger.chosen
        if claim is None:
            self.say(self.window.keys.filled(self.tr("Choose a claim first: click it, or press {next_claim}.")))
        else:
            self.session.edits.step_words(claim, edge, way)

    def _take_selected(self) -> None:
        claim, span = self.window.ledger.chosen, self.window.reader.selected_span()
        if claim is None or span is None:
            self.say(self.tr("Choose a claim first, then select the words that it is made in."))
            return
        self.session.edits.judge_words(claim, span)
        self.window.reader.clear_selection()

    def _take_found(self) -> None:
        claim = self.window.ledger.chosen
        if claim is not None:
            self.session.edits.judge_words(claim, None)
