"""Naming who speaks in a transcript: once for all that stands under a label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.model import Span
from briefing.model.speaker_labels import labels_of, speaker_at, speakers_of

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class SpeakerArea(Area):
    """Who speaks under "A", "Q" or "SPEAKER 2", in the reader's word."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._place: int | None = None
        window.reader.menuWished.connect(self._offer)
        window.reader.placeClicked.connect(self._go_to)
        window.reader.spanSelected.connect(self._go_to_words)
        window.ledger.claimChosen.connect(self._go_to_claim)
        window.session.articleOpened.connect(lambda _: self._go_to(None))

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "name_speaker",
                "Claim",
                translated("Name speaker…"),
                translated("Say who speaks under a label such as “A” or “SPEAKER 2”, once for all of the article."),
                "Y",
                "user-round",
                writes=True,
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"name_speaker": self._ask}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"name_speaker": showing is not None}

    def _go_to(self, place: int | None) -> None:
        self._place = place

    def _go_to_words(self, span: Span | None) -> None:
        if span is not None:
            self._place = span.start

    def _go_to_claim(self, claim_id: str) -> None:
        claim = self.session.showing.by_id.get(claim_id) if self.session.showing else None
        if claim is not None:
            self._place = claim.start

    def _offer(self, menu: QMenu, place: int) -> None:
        """Let the menu at a turn of a transcript name who speaks there."""
        showing = self.session.showing
        if showing is None or not speaker_at(showing.article.text, place, _speakers(showing)):
            return
        self._place = place
        action, first = self.window.actions_by_name["name_speaker"], menu.actions()[0]
        menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _ask(self) -> None:
        from briefing.desktop.reader.speaker_dialog import SpeakerDialog

        showing = self.session.showing
        if showing is None:
            return
        speakers = _speakers(showing)
        if not speakers:
            self.say(self.tr("Nobody speaks in turns here: no labels such as “Q:” or “SPEAKER 2:” were found."))
            return
        place = self.window.reader.top_code_point() if self._place is None else self._place
        here = speaker_at(showing.article.text, place, speakers)
        dialog = SpeakerDialog(_called(showing, speakers), _names(showing), self.window)
        dialog.choose(here or speakers[0])
        dialog.nameGiven.connect(self.session.edits.name_speaker)
        dialog.open()


def _speakers(showing: OpenArticle) -> tuple[str, ...]:
    return speakers_of(showing.article.text, showing.article.markup, showing.analysis)


def _called(showing: OpenArticle, speakers: tuple[str, ...]) -> dict[str, str]:
    """What the speaker with each label is called; "" if he has no name but that."""
    found = {label.span: label.name.casefold() for label in labels_of(showing.article.text, speakers)}
    names: dict[str, str] = {}
    for actor in showing.analysis.actors if showing.analysis else ():
        for span in actor.mentions:
            if span in found and actor.name.casefold() != found[span]:
                names.setdefault(found[span], actor.name)
    return {label: names.get(label.casefold(), "") for label in speakers}


def _names(showing: OpenArticle) -> tuple[str, ...]:
    """Who the article tells of, to choose from."""
    return tuple(
        sorted({actor.name for actor in showing.analysis.actors} if showing.analysis else (), key=str.casefold)
    )
