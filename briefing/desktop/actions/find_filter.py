"""Actions that find words, sections, and claims by actor or status in the open article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.ledger.claim_order import speaker_name
from briefing.desktop.model_labels import status_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.find_bar import FindBar
from briefing.desktop.settings import Settings
from briefing.model import Claim

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class ReadingArea(Area):
    """Find, outline and focus."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self.find_bar = FindBar(window.reader, window)
        window.strips.addWidget(self.find_bar)
        self._focused = self._said = ""
        self.session.articleOpened.connect(self._article_opened)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command("find_text", "Edit", translated("Find…"), translated("Find words in the article."), "Ctrl+F"),
            Command("find_next", "Edit", translated("Find next"), translated("Go to the next hit."), "F3"),
            Command(
                "find_previous", "Edit", translated("Find previous"), translated("Go to the hit before."), "Shift+F3"
            ),
            Command(
                "outline",
                "View",
                translated("Outline"),
                translated("Go to a section of the article."),
                "O",
                "list-tree",
            ),
            Command(
                "focus_actor",
                "View",
                translated("Focus on who says this"),
                translated("Dim all but the claims of whoever makes the chosen one; once more shows all."),
                "F",
                "user-round",
            ),
            Command(
                "focus_status",
                "View",
                translated("Focus on this status"),
                translated("Dim all but the claims with the status of the chosen one; once more shows all."),
                "Shift+F",
                "flag",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "find_text": self.find_bar.open_bar,
            "find_next": lambda: self.find_bar.step(1),
            "find_previous": lambda: self.find_bar.step(-1),
            "outline": self._show_outline,
            "focus_actor": self._focus_on_actor,
            "focus_status": self._focus_on_status,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {
            **dict.fromkeys(("find_text", "find_next", "find_previous", "outline"), showing is not None),
            **dict.fromkeys(("focus_actor", "focus_status"), bool(showing and showing.claims)),
        }

    def _article_opened(self) -> None:
        self._focused = ""
        self.find_bar.look_again()

    def _show_outline(self) -> None:
        from briefing.desktop.reader.outline import OutlineDialog

        if self.session.showing:
            dialog = OutlineDialog(self.session.showing, self.window.reader.top_code_point(), self.window)
            dialog.placeChosen.connect(self.window.reader.scroll_to)
            dialog.open()

    def _focus_on_actor(self) -> None:
        claim, showing = self._chosen()
        if claim is None or showing is None:
            return
        who = speaker_name(showing, claim)
        same = frozenset(other.id for other in showing.claims if speaker_name(showing, other) == who)
        name = who or self.tr("nobody who is named")
        self._focus(f"actor {who}", same, self.tr("Only what {name} says is bright.").format(name=name))

    def _focus_on_status(self) -> None:
        claim, showing = self._chosen()
        if claim is None or showing is None:
            return
        status = showing.status(claim)
        same = frozenset(other.id for other in showing.claims if showing.status(other) is status)
        sentence = self.tr("Only claims that are “{status}” are bright.").format(status=status_label(status))
        self._focus(f"status {status.value}", same, sentence)

    def _chosen(self) -> tuple[Claim | None, OpenArticle | None]:
        """The chosen claim, or, to end a focus, any that is in it."""
        if self.window.ledger.chosen is None and not self._focused:
            self.say(self.window.keys.filled(self.tr("Choose a claim first: click it, or press {next_claim}.")))
        elif self.window.ledger.chosen is None:
            self._end_focus()
        return self.window.ledger.chosen, self.session.showing

    def _focus(self, what: str, claims: frozenset[str], sentence: str) -> None:
        if self._focused == what:
            self._end_focus()
            return
        self._focused, self._said = what, sentence
        self.window.reader.focus_on(claims)
        self.say(sentence, button=self.tr("Show all"), act=self._end_focus)

    def _end_focus(self) -> None:
        self._focused = ""
        self.window.reader.focus_on(None)
        self.window.messages.withdraw(self._said)
