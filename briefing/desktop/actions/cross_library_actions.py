"""Actions across articles: who else said it, what means the same, what an actor says, which are one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import said
from briefing.desktop.ledger.claim_order import speaker_name
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import plain
from briefing.desktop.settings import Settings
from briefing.model import claim_at, words_of
from briefing.model.cross_library import KnownClaim
from briefing.service import ActorsTold, ClaimsTold, Event, OperationFailed
from briefing.service.claim_queries import FindActors, FindClaimsBy, FindClaimsLike

if TYPE_CHECKING:
    from briefing.desktop.library.cross_library_dialog import AcrossDialog
    from briefing.desktop.workspace import Workspace

MOST_MEANING = 50
"""Passages that are listed by what they mean."""

NAMES = 30
"""Names that are offered while one is typed."""


class AcrossArea(Area):
    """Claims and actors of the whole library."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._dialog: AcrossDialog | None = None
        self._wanted: KnownClaim | None = None
        self._job = 0
        self.session.eventHeard.connect(self._on_event)
        self.session.articleOpened.connect(lambda _: self._reveal())
        self.session.findingsChanged.connect(lambda _: self._reveal())

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "merge_actor",
                "Claim",
                translated("Merge its source with…"),
                translated("Say that who makes the chosen claim is one with another actor of the article."),
                "Z",
                "users",
                writes=True,
            ),
            Command(
                "who_else",
                "Library",
                translated("Who else said it"),
                translated("Find claims of any article that say much the same as the chosen one."),
                "Ctrl+Alt+L",
                "layers",
            ),
            Command(
                "find_meaning",
                "Library",
                translated("What means the same"),
                translated("Find what any article says that means the chosen claim, or what you type, in other words."),
                "Ctrl+Alt+M",
                "search",
            ),
            Command(
                "said_anywhere",
                "Library",
                translated("All that its source says"),
                translated("Find what the source of the chosen claim says in any article."),
                "Ctrl+Alt+U",
                "user-round",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "merge_actor": self._merge,
            "who_else": self._find_like,
            "find_meaning": self._find_meaning,
            "said_anywhere": self._find_by,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"merge_actor": bool(showing and showing.claims)}

    def _merge(self) -> None:
        claim, showing = self.window.ledger.chosen, self.session.showing
        if claim is None or showing is None or showing.analysis is None:
            self.say(self.window.keys.filled(self.tr("Choose a claim first: click it, or press {next_claim}.")))
            return
        hop = claim.attributions[-1] if claim.attributions else None
        own = showing.analysis.actor(hop.actors[-1]) if hop and hop.actors else None
        if own is None:
            self.say(self.window.keys.filled(self.tr("Nobody is named as the source; {source} says who said it.")))
            return
        others = sorted({actor.name for actor in showing.analysis.actors} - {own.name}, key=str.casefold)
        if not others:
            self.say(self.tr("The article names no other actor."))
            return
        words = self.tr("“{name}” is the same as").format(name=own.name)
        other, agreed = QInputDialog.getItem(self.window, self.tr("Merge actors"), plain(words), others, 0, False)
        if agreed and other:
            self.session.edits.merge_actors((own.name, other), other)

    def _find_like(self) -> None:
        from briefing.desktop.library.cross_library_dialog import Asked

        self._show(Asked.WORDS, self._chosen_words())

    def _find_meaning(self) -> None:
        from briefing.desktop.library.cross_library_dialog import Asked

        self._show(Asked.MEANING, self._chosen_words())

    def _chosen_words(self) -> str:
        claim, showing = self.window.ledger.chosen, self.session.showing
        return words_of(claim.content, showing.article.text) if claim and showing else ""

    def _find_by(self) -> None:
        from briefing.desktop.library.cross_library_dialog import Asked

        claim, showing = self.window.ledger.chosen, self.session.showing
        self._show(Asked.ACTOR, speaker_name(showing, claim) if claim and showing else "")

    def _show(self, asked: str, words: str) -> None:
        from briefing.desktop.library.cross_library_dialog import MOST, AcrossDialog, Asked

        service = self.session.service
        if self._dialog is None:
            self._dialog = AcrossDialog(self.window.theme, self.window)
            self._dialog.wordsAsked.connect(lambda words: self._await(service.ask(FindClaimsLike(words, MOST))))
            self._dialog.meaningAsked.connect(lambda words: self._await(service.find_meaning(words, MOST_MEANING)))
            self._dialog.actorAsked.connect(lambda name: self._await(service.ask(FindClaimsBy(name, MOST))))
            self._dialog.namesAsked.connect(lambda beginning: service.ask(FindActors(beginning, NAMES)))
            self._dialog.claimChosen.connect(self._open)
            self.window.themeChanged.connect(self._dialog.model.set_theme)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.look_for(Asked(asked), words)

    def _await(self, job: int) -> None:
        self._job = job

    def _on_event(self, event: Event) -> None:
        match event:
            case ClaimsTold(job=job, claims=claims) if self._dialog is not None and job == self._job:
                self._dialog.show_claims(claims)
            case OperationFailed(job=job, message=message) if self._dialog is not None and job == self._job:
                self._dialog.show_failure(said(message))
            case ActorsTold(actors=actors) if self._dialog is not None:
                self._dialog.show_names(actors)

    def _open(self, claim: KnownClaim) -> None:
        self._wanted = claim
        if self.session.showing and self.session.showing.kept.id == claim.article_id:
            self._reveal()
        else:
            self.window.open_kept(claim.article_id)

    def _reveal(self) -> None:
        """Choose the claim that was looked for, once its article is on the screen."""
        showing, wanted = self.session.showing, self._wanted
        if wanted is None or showing is None or showing.kept.id != wanted.article_id or not showing.claims:
            return
        self._wanted = None
        found = showing.by_id.get(wanted.claim_id) or claim_at(showing.claims, wanted.span.start)
        if found:
            self.window.ledger.choose(found.id)
            self.window.reader.select_claim(found.id)
        else:
            self.window.reader.reveal(wanted.span)
            self.window.reader.light_evidence((wanted.span,))
