"""When the tour begins by itself: at the very first start, on the sample article, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from briefing.desktop.launch_request import Given
from briefing.desktop.messages import Message, Tone
from briefing.desktop.settings import Settings
from briefing.resources import sample_article

if TYPE_CHECKING:
    from briefing.desktop.open_article import OpenArticle
    from briefing.desktop.workspace import Workspace


def welcome(window: Workspace, settings: Settings, given: Given) -> None:
    """At the very first start, show the reader round; one who came with something to read is only told of the tour."""
    if not is_first_start(settings):
        return
    if given.files in ((), (sample_article(),)) and not given.addresses:
        offer_tour(window)
    else:
        mention_tour(window, settings)


def is_first_start(settings: Settings) -> bool:
    """Whether nobody has worked here before."""
    return settings.last_article is None and not settings.tour_seen


def mention_tour(window: Workspace, settings: Settings) -> None:
    """Tell of the tour, once, beside the article that the reader came with."""

    def tell(_: OpenArticle) -> None:
        window.session.articleOpened.disconnect(tell)
        settings.tour_seen = True
        sentence = QCoreApplication.translate("Tour", "New here? A short tour shows what the marks mean.")
        words = QCoreApplication.translate("Tour", "Show me round")
        window.messages.show_message(Message(sentence, Tone.NOTE, words, window.actions_by_name["tour"].trigger))

    window.session.articleOpened.connect(tell)


def offer_tour(window: Workspace) -> None:
    """Begin the tour as soon as the sample article is on the screen, unless another one is there first."""
    window.first_steps.hide()

    def begin(showing: OpenArticle) -> None:
        window.session.articleOpened.disconnect(begin)
        if is_sample(showing):
            window.actions_by_name["tour"].trigger()

    window.session.articleOpened.connect(begin)


def is_sample(showing: OpenArticle | None) -> bool:
    """Whether the sample article is shown."""
    return showing is not None and showing.kept.origin.file.endswith(sample_article().name)
