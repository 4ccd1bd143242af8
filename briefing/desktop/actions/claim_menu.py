"""The Claim menu: walking the claims and answering back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import spoken_language
from briefing.desktop.model_labels import cited_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.model.citation import citation
from briefing.model.reader_claim import is_own

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

NEED_CLAIMS = (
    "next_claim",
    "next_unconfirmed",
    "previous_claim",
    "evidence",
    "status",
    "claim_note",
    "dismiss",
    "accept",
    "link",
    "source",
    "disputed",
    "rate",
    "cite",
    "sourcing",
)


class ClaimArea(Area):
    """Walking, questioning and judging claims."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "next_claim", "Claim", translated("Next claim"), translated("Go to the next claim."), "J", "arrow-down"
            ),
            Command(
                "previous_claim",
                "Claim",
                translated("Previous claim"),
                translated("Go to the claim before."),
                "K",
                "arrow-up",
            ),
            Command(
                "next_unconfirmed",
                "Claim",
                translated("Next unconfirmed claim"),
                translated("Go to the next claim that nobody confirmed."),
                "U",
                "arrow-down",
            ),
            Command(
                "evidence",
                "Claim",
                translated("Show evidence"),
                translated("Light up the words behind the status."),
                "E",
                "info",
            ),
            Command(
                "status",
                "Claim",
                translated("Change status…"),
                translated("Give the claim a status of your own."),
                "S",
                "flag",
                writes=True,
            ),
            Command(
                "claim_note",
                "Claim",
                translated("Note on claim"),
                translated("Write a note on the chosen claim."),
                "M",
                "pen-line",
                writes=True,
            ),
            Command(
                "dismiss",
                "Claim",
                translated("Dismiss or restore claim"),
                translated("Say that this is no claim, or that it is one."),
                "D",
                "ban",
                writes=True,
            ),
            Command(
                "link",
                "Claim",
                translated("Follow link"),
                translated("Go to the claim that this one repeats, confirms or denies, or that does so to it."),
                "L",
                "link",
            ),
            Command(
                "accept",
                "Claim",
                translated("Accept status"),
                translated("Say that the status is right, in your own word, and go to the next claim."),
                "A",
                "check",
                writes=True,
            ),
            Command(
                "make_claim",
                "Claim",
                translated("Make this a claim"),
                translated("Make the selected words a claim of your own."),
                "C",
                "plus",
                writes=True,
                short=translated("Claim"),
            ),
            Command(
                "attribute",
                "Claim",
                translated("Attribute to…"),
                translated("Make the selected words a claim and say who said it."),
                "B",
                "user-round",
                writes=True,
                short=translated("Attribute"),
            ),
            Command(
                "source",
                "Claim",
                translated("Correct source…"),
                translated("Say who really said it."),
                "R",
                "users",
                writes=True,
            ),
            Command(
                "disputed",
                "Claim",
                translated("Disputed by…"),
                translated("Say who disputes it, and by which claim of the article."),
                "X",
                "circle-alert",
                writes=True,
            ),
            Command(
                "rate",
                "Claim",
                translated("Rate source…"),
                translated("Rate source and information, A to F and 1 to 6."),
                "G",
                "flag",
                writes=True,
            ),
            Command(
                "sourcing",
                "Claim",
                translated("Sourcing profile"),
                translated("See on whose word the article rests, and what to ask next."),
                "P",
                "list-tree",
            ),
            Command(
                "cite",
                "Claim",
                translated("Copy claim with citation"),
                translated("Copy the chosen claim with who said it, its status and what is known of the article."),
                "Ctrl+Shift+C",
                "quote",
            ),
            Command(
                "actors",
                "Claim",
                translated("Who is who"),
                translated("Merge actors that are one, rename or split them."),
                "W",
                "users",
                writes=True,
            ),
            Command(
                "reanalyse",
                "Claim",
                translated("Analyse again"),
                translated("Analyse the open article anew."),
                "Ctrl+R",
                "refresh-cw",
                writes=True,
            ),
            Command(
                "cancel",
                "Claim",
                translated("Stop opening and analysing"),
                translated("Close the note, or give up what is being opened or analysed."),
                "Esc",
                "x",
            ),
        )

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        ledger, session = window.ledger, window.session
        ledger.statusJudged.connect(session.edits.judge_status)
        ledger.sourceCorrected.connect(session.edits.judge_source)
        ledger.rated.connect(session.edits.judge_rating)
        ledger.disputed.connect(session.edits.judge_disputed)
        ledger.undisputed.connect(session.edits.judge_undisputed)
        ledger.noteWritten.connect(session.edits.judge_note)
        self._awaited = ("", False)
        session.ownChanged.connect(self._look_for_made)

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        ledger = self.window.ledger
        return {
            "next_claim": lambda: ledger.step(1),
            "next_unconfirmed": ledger.step_to_unconfirmed,
            "previous_claim": lambda: ledger.step(-1),
            "evidence": ledger.show_evidence,
            "status": self._of_chosen(ledger.detail.status_box.showPopup),
            "claim_note": self._of_chosen(ledger.detail.set_note.write),
            "dismiss": self._dismiss,
            "accept": self._accept,
            "link": ledger.walk_link,
            "make_claim": lambda: self._make(attribute=False),
            "attribute": lambda: self._make(attribute=True),
            "source": self._of_chosen(ledger.detail.judging.ask_source),
            "disputed": self._of_chosen(ledger.detail.disputes.ask),
            "rate": self._of_chosen(ledger.detail.judging.source_rating.showPopup),
            "actors": self._sort_out_actors,
            "cite": self._cite,
            "sourcing": self._show_sourcing,
            "reanalyse": self.session.reanalyse,
            "cancel": self._cancel,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {
            **dict.fromkeys(NEED_CLAIMS, bool(showing and showing.claims)),
            "actors": bool(showing and showing.analysis and showing.analysis.actors),
            "reanalyse": showing is not None,
            **dict.fromkeys(("make_claim", "attribute"), bool(showing and showing.analysis)),
        }

    def _of_chosen(self, act: Act) -> Act:
        """An act on the chosen claim, the first if none is: what is typed next must find its field, and no command."""

        def on_one() -> None:
            if self.window.ledger.chosen is None:
                self.window.ledger.step(1)
            act()

        return on_one

    def _cancel(self) -> None:
        """Put away the note that the keys have left; else give up what is being opened or analysed."""
        if self.window.notes.isVisible():
            self.window.notes.close_note()
            self.window.reader.setFocus()
        else:
            self.session.cancel()

    def _dismiss(self) -> None:
        claim, showing = self.window.ledger.chosen, self.session.showing
        if claim and is_own(claim):
            self.session.edits.unmake_claim(claim)
        elif claim and showing:
            self.session.edits.judge_dismissed(claim, not showing.dismissed(claim))

    def _accept(self) -> None:
        claim = self.window.ledger.chosen
        if claim:
            self.session.edits.accept_status(claim)
            self.window.ledger.step(1)

    def _make(self, attribute: bool) -> None:
        span = self.window.reader.selected_span()
        if span is None:
            self.say(self.tr("Select the words that are claimed first."))
            return
        self._awaited = self.session.edits.make_claim(span), attribute
        self.window.reader.clear_selection()
        self._look_for_made()

    def _look_for_made(self) -> None:
        """Choose the claim that was made as soon as it is on disk, and ask who said it if that was wished."""
        made, attribute = self._awaited
        if not self.session.showing or made not in self.session.showing.by_id:
            return
        self._awaited = ("", False)
        self.window.ledger.walk_to(made)
        if attribute:
            self.window.ledger.detail.judging.ask_source()

    def _show_sourcing(self) -> None:
        from briefing.desktop.ledger.sourcing_dialog import SourcingDialog

        if self.session.showing:
            dialog = SourcingDialog(self.session.showing, self.window)
            dialog.claimChosen.connect(self.window.ledger.choose)
            dialog.show()

    def _cite(self) -> None:
        claim, showing = self.window.ledger.chosen, self.session.showing
        if claim and showing and showing.analysis:
            judgement = showing.judged.get(claim.id)
            words = citation(showing.article, showing.analysis, claim, judgement, date.today(), spoken_language())
            told = self.tr("The claim is copied, with: who said it, status, {parts}.")
            self.copy(words, told.format(parts=cited_label(showing.article, claim.content)))

    def _sort_out_actors(self) -> None:
        from briefing.desktop.ledger.actors_dialog import ActorsDialog

        showing = self.session.showing
        if showing and showing.analysis:
            dialog = ActorsDialog(showing.analysis, self.window)
            dialog.mergeWished.connect(self.session.edits.merge_actors)
            dialog.splitWished.connect(self.session.edits.split_actor)
            dialog.open()
