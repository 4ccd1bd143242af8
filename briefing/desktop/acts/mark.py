"""The Mark menu: the reader's own highlights and notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.desktop.acts.area import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.settings import Settings
from briefing.desktop.showing import Showing

if TYPE_CHECKING:
    from briefing.desktop.window import Window


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
            ),
            Command(
                "note",
                "Mark",
                translated("Note …"),
                translated("Write a note on the selected words or the chosen highlight."),
                "N",
                "sticky-note",
            ),
            Command(
                "unmark",
                "Mark",
                translated("Remove highlight"),
                translated("Remove the chosen highlight with its note."),
                "Delete",
                "x",
            ),
        )

    def __init__(self, window: Window, settings: Settings) -> None:
        super().__init__(window, settings)
        window.reader.annotationClicked.connect(self._edit_note)
        window.notes.noteWritten.connect(self._note_written)
        window.notes.removalWished.connect(self._remove)

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "highlight": lambda: self._annotate(write=False),
            "note": lambda: self._annotate(write=True),
            "unmark": self._unmark,
        }

    def enabled(self, showing: Showing | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return dict.fromkeys(("note", "highlight"), showing is not None)

    def _annotate(self, write: bool) -> None:
        reader, notes = self.window.reader, self.window.notes
        span = reader.selected_span()
        if span is not None:
            made = self.session.annotate(span, self.settings.colour)
            reader.clear_selection()
            if made and write:
                notes.edit(made)
        elif write and notes.annotation_id:
            notes.note.setFocus()
        else:
            self.say(self.tr("Select some words of the article first."))

    def _edit_note(self, annotation_id: str) -> None:
        found = self.session.showing.annotation(annotation_id) if self.session.showing else None
        if found:
            self.window.notes.edit(found)
            self.window.update_actions()

    def _note_written(self, annotation_id: str, note: str) -> None:
        self.session.change_annotation(annotation_id, self.tr("Write note"), note=note)

    def _unmark(self) -> None:
        if self.window.notes.annotation_id:
            self._remove(self.window.notes.annotation_id)

    def _remove(self, annotation_id: str) -> None:
        self.window.notes.annotation_id = ""
        self.window.notes.hide()
        self.session.remove_annotation(annotation_id)
