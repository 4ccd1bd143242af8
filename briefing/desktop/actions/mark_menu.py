"""The Mark menu: the reader's own highlights and notes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.highlight_colours import colour_command, colour_commands
from briefing.desktop.interface_language import spoken_language
from briefing.desktop.model_labels import cited_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.margin import MarginNotes
from briefing.desktop.reader.selection_palette import SelectionPalette
from briefing.desktop.settings import Settings
from briefing.desktop.theme import HIGHLIGHT_COLOURS
from briefing.model import Annotation
from briefing.model.citation import quotation

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

COLOURS = range(1, HIGHLIGHT_COLOURS + 1)

OFFERED = ("note", "tag", "make_claim", "attribute", "quote")
"""What the palette at the selected words offers beside the colours."""


class MarkArea(Area):
    """Highlights and notes on the open article."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "highlight",
                "Mark",
                translated("Highlight"),
                translated("Highlight the selected words."),
                "H",
                "highlighter",
                writes=True,
            ),
            Command(
                "note",
                "Mark",
                translated("Note"),
                translated("Write a note on the selected words or the chosen highlight."),
                "N",
                "sticky-note",
                writes=True,
            ),
            *colour_commands(),
            Command(
                "tag",
                "Mark",
                translated("Tag…"),
                translated("Give the selected words or the chosen highlight tags of your own."),
                "T",
                "tag",
                writes=True,
            ),
            Command(
                "quote",
                "Mark",
                translated("Copy with citation"),
                translated(
                    "Copy the selected words with what is known of their article and place: title, date, paragraph."
                ),
                "Q",
                "quote",
                short=translated("Cite"),
            ),
            Command(
                "unmark",
                "Mark",
                translated("Remove highlight"),
                translated("Remove the chosen highlight with its note."),
                "Delete",
                "x",
                writes=True,
            ),
        )

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._just_made = ""
        notes, actions = window.notes, window.actions_by_name
        window.reader.annotationClicked.connect(self._edit_note)
        window.reader.cursorPositionChanged.connect(self._go_elsewhere)
        window.ledger.claimChosen.connect(self._leave_note)
        window.session.ownChanged.connect(self._show_changed)
        notes.noteWritten.connect(window.session.edits.write_note)
        notes.tagsWritten.connect(window.session.edits.write_tags)
        notes.left.connect(window.reader.setFocus)
        notes.colourChosen.connect(self._colour_chosen)
        notes.privacyChosen.connect(self._privacy_chosen)
        notes.at_desk = bool(window.session.service.desk)
        notes.removalWished.connect(self._remove)
        self.palette = SelectionPalette(
            window.reader,
            [actions[colour_command(number)] for number in COLOURS],
            [actions[name] for name in OFFERED],
            lambda: window.theme,
        )
        self.margin = MarginNotes(window.reader, lambda: window.theme)
        self.margin.noteClicked.connect(self._edit_note)
        for told in (window.session.articleOpened, window.session.ownChanged):
            told.connect(self.margin.show_article)

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "highlight": lambda: self._highlight(self.settings.colour),
            **{colour_command(number): partial(self._highlight, number) for number in COLOURS},
            "note": self._note,
            "tag": self._tag,
            "quote": self._quote,
            "unmark": self._unmark,
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        names = ("note", "highlight", "tag", "quote", *(colour_command(number) for number in COLOURS))
        return dict.fromkeys(names, showing is not None)

    def _leave_note(self, claim_id: str) -> None:
        """Who goes on to a claim elsewhere has done with the note that is open, unless he is writing on it."""
        notes, showing = self.window.notes, self.session.showing
        claim = showing.by_id.get(claim_id) if showing else None
        note = showing.annotation(notes.annotation_id) if showing and notes.isVisible() else None
        typed_in = QApplication.focusWidget()
        if claim is None or note is None or (typed_in is not None and notes.isAncestorOf(typed_in)):
            return
        if not any(piece.overlaps(note.anchor.span) for piece in claim.content):
            notes.close_note()

    def _highlight(self, colour: int) -> None:
        """Highlight the selected words, else give the chosen highlight another colour."""
        made = self._made(colour)
        if made:
            # What was written on before is not what the next key is about.
            self.window.notes.close_note()
            self._just_made = made.id
        elif self._chosen:
            self._colour_chosen(self._chosen, colour)
        else:
            self._ask_for_words()

    def _note(self) -> None:
        made = self._made(self.settings.colour)
        if made:
            self._edit(made)
        elif self.window.notes.annotation_id:
            self.window.notes.set_note.write()
        elif self._chosen:
            self._edit_note(self._chosen)
        else:
            self._ask_for_words()

    def _tag(self) -> None:
        made = self._made(self.settings.colour)
        if made:
            self._edit(made)
        elif self._chosen and not self.window.notes.annotation_id:
            self._edit_note(self._chosen)
        if self.window.notes.annotation_id:
            self.window.notes.tags.setFocus()
        else:
            self._ask_for_words()

    def _quote(self) -> None:
        span, showing = self.window.reader.selected_span(), self.session.showing
        if span is None or showing is None:
            self._ask_for_words()
            return
        words = quotation(showing.article, span, date.today(), spoken_language())
        told = self.tr("The words are copied, with: {parts}.")
        self.copy(words, told.format(parts=cited_label(showing.article, (span,))))

    def _made(self, colour: int) -> Annotation | None:
        """The highlight that is made of the selected words, or None if none are selected."""
        span = self.window.reader.selected_span()
        made = self.session.edits.annotate(span, colour) if span is not None else None
        if made:
            self.settings.colour = colour
            self.window.reader.clear_selection()
        return made

    @property
    def _chosen(self) -> str:
        """Id of the highlight whose note is shown, else of the one that was just made; "" if there is none."""
        chosen = self.window.notes.annotation_id or self._just_made
        return chosen if self.session.edits.annotation(chosen) else ""

    def _go_elsewhere(self) -> None:
        self._just_made = ""

    def _ask_for_words(self) -> None:
        self.say(self.tr("Select some words of the article first."))

    def _edit_note(self, annotation_id: str) -> None:
        found = self.session.edits.annotation(annotation_id)
        if found:
            self._edit(found)

    def _edit(self, annotation: Annotation) -> None:
        self.window.notes.edit(annotation, self._known_tags())
        # The note takes room of the article: the words that it is about stay in sight.
        QTimer.singleShot(0, self, partial(self.window.reader.reveal, annotation.anchor.span))
        self.window.update_actions()

    def _known_tags(self) -> set[str]:
        annotations = self.session.showing.annotations if self.session.showing else ()
        return {tag for entry in annotations for tag in entry.tags}

    def _show_changed(self, showing: OpenArticle) -> None:
        found = showing.annotation(self.window.notes.annotation_id)
        if found:
            self.window.notes.show_changed(found, self._known_tags())

    def _colour_chosen(self, annotation_id: str, colour: int) -> None:
        self.settings.colour = colour
        self.session.edits.change_annotation(annotation_id, self.tr("Change colour"), colour=colour)

    def _privacy_chosen(self, annotation_id: str, private: bool) -> None:
        name = self.tr("Keep note to myself") if private else self.tr("Share note")
        self.session.edits.change_annotation(annotation_id, name, private=private)

    def _unmark(self) -> None:
        if self._chosen:
            self._remove(self._chosen)

    def _remove(self, annotation_id: str) -> None:
        self.window.notes.close_note()
        self.session.edits.remove_annotation(annotation_id)
