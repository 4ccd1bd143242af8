"""The View menu: layers, size, look and panes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefing.desktop.actions.action_group import Act, Area, Toggle
from briefing.desktop.command import Command, translated
from briefing.desktop.focus_ring import FocusRing
from briefing.desktop.messages import Tone
from briefing.desktop.model_labels import look_label
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.reader.marks import Layer
from briefing.desktop.reader.page_canvas import PageCanvas
from briefing.desktop.settings import Look, Settings

if TYPE_CHECKING:
    from briefing.desktop.preferences import Preference
    from briefing.desktop.workspace import Workspace

ZOOM_STEP = 1.1

SIZING = 150
"""Milliseconds after the last change of size until all is set in it: to do so takes many times as long as a key."""

ON_ASKING = (Layer.ACTORS, Layer.CUES)
"""Layers that are hidden while the marks are calm; each can be shown by itself all the same."""


class ViewArea(Area):
    """What is shown, and how."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "all_marks",
                "View",
                translated("All marks"),
                translated("Mark everything: lines, numbers, actors and cues; else only those of the chosen claim."),
                "V",
                "underline",
                True,
            ),
            Command(
                "layer_actors",
                "View",
                translated("Actors"),
                translated("Mark who is named or referred to."),
                "Alt+1",
                "users",
                True,
            ),
            Command(
                "layer_claims",
                "View",
                translated("Claims"),
                translated("Mark what is claimed."),
                "Alt+2",
                "quote",
                True,
            ),
            Command(
                "layer_cues",
                "View",
                translated("Cues"),
                translated("Mark the words that attribute it."),
                "Alt+3",
                "message-circle",
                True,
            ),
            Command(
                "layer_own",
                "View",
                translated("My highlights"),
                translated("Show what you marked."),
                "Alt+4",
                "highlighter",
                True,
            ),
            Command(
                "fold",
                "View",
                translated("Hide boilerplate"),
                translated("Hide menus, related posts and the like."),
                "Alt+0",
                "eye-off",
                True,
            ),
            Command(
                "larger",
                "View",
                translated("Larger text"),
                translated("Set the article, and all around it, larger."),
                "Ctrl++",
                "zoom-in",
            ),
            Command(
                "smaller",
                "View",
                translated("Smaller text"),
                translated("Set the article, and all around it, smaller."),
                "Ctrl+-",
                "zoom-out",
            ),
            Command(
                "normal",
                "View",
                translated("Normal text size"),
                translated("Set everything at 100 %."),
                "Ctrl+0",
                "a-large-small",
            ),
            Command(
                "look",
                "View",
                translated("Light, dark, strong contrast or as the system"),
                translated("Change the look."),
                "Ctrl+Shift+L",
                "sun-moon",
            ),
            Command(
                "preferences",
                "View",
                translated("Preferences…"),
                translated("Set look, size, colours and what briefs are signed with."),
                "Ctrl+,",
                "ellipsis",
            ),
            Command(
                "full_screen",
                "View",
                translated("Full screen"),
                translated("Fill the screen with Briefing, or leave that again."),
                "F11",
                "maximize",
            ),
            Command(
                "library_pane",
                "View",
                translated("Library pane"),
                translated("Show or hide the library."),
                "F8",
                "panel-left",
                True,
            ),
            Command(
                "ledger_pane",
                "View",
                translated("Claims pane"),
                translated("Show or hide the claims."),
                "F9",
                "panel-right",
                True,
            ),
            Command(
                "next_pane", "View", translated("Next pane"), translated("Go to the next pane."), "F6", "arrow-right"
            ),
            Command(
                "previous_pane",
                "View",
                translated("Previous pane"),
                translated("Go to the pane before."),
                "Shift+F6",
                "arrow-left",
            ),
            Command("menus", "View", translated("Menus"), translated("Go to the menus."), "F10", ""),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "larger": lambda: self.zoom(self.settings.zoom * ZOOM_STEP),
            "smaller": lambda: self.zoom(self.settings.zoom / ZOOM_STEP),
            "normal": lambda: self.zoom(1.0),
            "look": self._next_look,
            "next_pane": lambda: self._step_pane(1),
            "previous_pane": lambda: self._step_pane(-1),
            "menus": self._open_menus,
            "full_screen": self._full_screen,
            "preferences": self._show_preferences,
        }

    def toggles(self) -> Mapping[str, Toggle]:
        """Whether each checkable command is on at the start, and what switching it does."""
        return {
            "all_marks": (not self.settings.calm_marks, self._mark_all),
            **{
                f"layer_{layer.value}": (layer not in ON_ASKING or not self.settings.calm_marks, self._switch(layer))
                for layer in Layer
            },
            "fold": (self.settings.fold_boilerplate, self._fold),
            "library_pane": (True, self.window.library.setVisible),
            "ledger_pane": (True, self.window.ledger.setVisible),
        }

    def zoom(self, zoom: float) -> None:
        """Set all at `zoom` times its normal size: the article now, what stands around it when the keys rest."""
        self.settings.zoom = zoom
        self.window.reader.set_zoom(self.settings.zoom)
        self._sizing.start()

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self._sizing = QTimer(self, singleShot=True, interval=SIZING)
        self._sizing.timeout.connect(window.apply_theme)
        self.ring = FocusRing(window, lambda: window.theme)
        for pane in (window.library.shelves, window.library.list, window.reader, window.ledger.list):
            self.ring.watch(pane)

    def furnish(self) -> None:
        """Show the marks as they were left."""
        self._show_all_marks(not self.settings.calm_marks)

    def _mark_all(self, everything: bool) -> None:
        self.settings.calm_marks = not everything
        self._show_all_marks(everything)

    def _show_all_marks(self, everything: bool) -> None:
        self.window.reader.set_calm(not everything)
        for layer in ON_ASKING:
            self.window.actions_by_name[f"layer_{layer.value}"].setChecked(everything)
            self.window.reader.set_layer(layer, everything)

    def _switch(self, layer: Layer) -> Callable[[bool], None]:
        return lambda shown: self.window.reader.set_layer(layer, shown)

    def _fold(self, fold: bool) -> None:
        self.settings.fold_boilerplate = fold
        self.window.reader.set_folded(fold)

    def _next_look(self) -> None:
        looks = list(Look)
        self.settings.look = looks[(looks.index(self.settings.look) + 1) % len(looks)]
        self.window.apply_theme()
        self.say(self.tr("Look: {name}").format(name=look_label(self.settings.look)), Tone.DONE)

    def _show_preferences(self) -> None:
        from briefing.desktop.preferences import PreferencesDialog

        dialog = PreferencesDialog(self.settings, self.window)
        dialog.changed.connect(self._take_preference)
        dialog.keysWished.connect(self.window.actions_by_name["change_keys"].trigger)
        dialog.open()

    def _take_preference(self, preference: Preference) -> None:
        match preference.name:
            case "look":
                self.window.apply_theme()
            case "zoom":
                self.zoom(self.settings.zoom)
            case "face" | "line_width" | "spacing":
                self.window.reader.set_typography(self.settings.typography)
            case "calm_marks":
                self.window.actions_by_name["all_marks"].setChecked(not self.settings.calm_marks)
            case "fold_boilerplate":
                self.window.actions_by_name["fold"].setChecked(self.settings.fold_boilerplate)

    def _full_screen(self) -> None:
        if self.window.isFullScreen():
            self.window.showNormal()
        else:
            self.window.showFullScreen()

    def panes(self) -> list[QWidget]:
        """The panes between which the keyboard goes, from left to right; those that are hidden are left out."""
        window = self.window
        beside = [reader for reader in window.articles.findChildren(Reader) if reader is not window.reader]
        pages = window.articles.findChildren(PageCanvas)
        panes = [window.library.shelves, window.library.list, window.reader, *beside, *pages, window.ledger.list]
        return [pane for pane in panes if pane.isVisible()]

    def _step_pane(self, by: int) -> None:
        panes = self.panes()
        held = [number for number, pane in enumerate(panes) if _holds(pane, self.window.focusWidget())]
        at = held[0] if held else -1 if by > 0 else 0
        if panes:
            pane = panes[(at + by) % len(panes)]
            self.ring.watch(pane)
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_menus(self) -> None:
        bar = self.window.menuBar()
        bar.setActiveAction(next(iter(self.window.menus.values())).menuAction())


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
