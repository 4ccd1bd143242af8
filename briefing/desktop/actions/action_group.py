"""One area of the window: its commands, what they do, and when they can be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefing.desktop.command import Command
from briefing.desktop.messages import Message, Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.session import Session
from briefing.desktop.settings import Settings
from briefing.library import Operation
from briefing.model import KeptArticle

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

Act = Callable[[], object]
Toggle = tuple[bool, Callable[[bool], object]]


class Area(QObject):
    """What a menu's commands do; the window asks it for all it needs to know of them."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings

    @property
    def session(self) -> Session:
        """What the window works on."""
        return self.window.session

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return ()

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {}

    def toggles(self) -> Mapping[str, Toggle]:
        """Whether each checkable command is on at the start, and what switching it does."""
        return {}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now; those that are not named always can."""
        return {}

    def furnish(self) -> None:
        """Let the window look, as soon as all of it is there, as was set up before."""

    def start(self) -> None:
        """Take up, once the first window is shown, what was set up before."""

    def flush(self) -> None:
        """Send what is being typed to the disk."""

    def keep(self) -> None:
        """Remember in the settings, before the window goes, how the area was left."""

    def while_writable(self, follow: Callable[[bool], object]) -> None:
        """Tell, now and whenever it changes, whether the library can be written to."""
        self.session.writingSettled.connect(lambda refusal: follow(not refusal))
        follow(not self.session.refusal)

    def meant_articles(self) -> tuple[KeptArticle, ...]:
        """The articles that are selected in the library if they are several, else the open one."""
        chosen, showing = self.window.library.chosen, self.session.showing
        return chosen if len(chosen) > 1 else (showing.kept,) if showing else ()

    def do(self, name: str, *operations: Operation) -> None:
        """Do something in the library as one step called `name` that can be undone."""
        self.session.history.do(name, *operations)

    def copy(self, words: str, sentence: str) -> None:
        """Put words on the clipboard, and tell the reader so in a sentence."""
        QGuiApplication.clipboard().setText(words)
        self.say(sentence, Tone.DONE)

    def say(self, sentence: str, tone: Tone = Tone.NOTE, button: str = "", act: Act | None = None) -> None:
        """Tell the reader a sentence without blocking the work, perhaps with one thing to do about it."""
        self.window.messages.show_message(Message(sentence, tone, button, act))
