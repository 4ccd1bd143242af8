"""Comparing what two at a desk say of the same claims, each without having seen the other's word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.library import Judge, Kind
from briefing.service import Event, OperationPerformed
from briefing.service.comparison_queries import CompareJudgements, Difference, JudgementsCompared

if TYPE_CHECKING:
    from briefing.desktop.ledger.comparison_dialog import ComparisonDialog
    from briefing.desktop.workspace import Workspace


class ComparisonArea(Area):
    """The comparison of the open article's story; it is told anew as words are taken."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._dialog: ComparisonDialog | None = None
        self._job = self._article = 0
        self.session.eventHeard.connect(self._on_event)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "compare_judgements",
                "Claim",
                translated("Compare judgements"),
                translated("See how far you and colleagues at the desk agree on the claims of this story."),
                "Ctrl+Alt+C",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"compare_judgements": self._compare}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """One compares with colleagues, who are at a desk alone."""
        return {"compare_judgements": showing is not None and bool(self.session.service.desk)}

    def _compare(self) -> None:
        if self.session.showing:
            self.window.flush()
            self._article = self.session.showing.kept.id
            self._ask()

    def _ask(self) -> None:
        self._job = self.session.service.ask(CompareJudgements(self._article))

    def _on_event(self, event: Event) -> None:
        match event:
            case JudgementsCompared(job=job) if job == self._job:
                self._show(event)
            case OperationPerformed(performed=performed) if Kind.JUDGEMENTS in performed.changed:
                if self._dialog is not None and self._dialog.isVisible():
                    self._ask()

    def _show(self, told: JudgementsCompared) -> None:
        from briefing.desktop.ledger.comparison_dialog import ComparisonDialog

        if self._dialog is None:
            self._dialog = ComparisonDialog(self.window)
            self._dialog.claimChosen.connect(self._go_to)
            self._dialog.wordTaken.connect(self._take)
        self._dialog.show_compared(told)
        self._dialog.show()

    def _go_to(self, chosen: Difference) -> None:
        showing = self.session.showing
        if showing is None or showing.kept.id != chosen.article_id:
            self.window.open_kept(chosen.article_id)
            return
        span = chosen.mine.claim.span
        self.window.reader.reveal(span)
        self.window.reader.light_evidence((span,))

    def _take(self, chosen: Difference) -> None:
        mine, theirs = chosen.mine, chosen.theirs
        taken = replace(
            mine,
            status=theirs.status,
            disputed_by=theirs.disputed_by,
            dismissed=theirs.dismissed,
            modified=datetime.now(UTC),
        )
        self.do(self.tr("Take the word of {name}").format(name=theirs.writer), Judge(chosen.article_id, taken, mine))
