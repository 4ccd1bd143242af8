"""When the tour begins by itself: at the very first start, on the sample article, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.desktop.given import Given
from briefing.desktop.settings import Settings
from briefing.resources import sample_article

if TYPE_CHECKING:
    from briefing.desktop.showing import Showing
    from briefing.desktop.window import Window


def is_first_start(settings: Settings, given: Given) -> bool:
    """Whether nobody has worked here before, and wants to read nothing of his own yet."""
    only_sample = given.files in ((), (sample_article(),)) and not given.addresses
    return only_sample and settings.last_article is None and not settings.tour_seen


def offer_tour(window: Window) -> None:
    """Begin the tour as soon as the sample article is on the screen, unless another one is there first."""
    window.first_steps.hide()

    def begin(showing: Showing) -> None:
        window.session.articleOpened.disconnect(begin)
        if is_sample(showing):
            window.actions_by_name["tour"].trigger()

    window.session.articleOpened.connect(begin)


def is_sample(showing: Showing | None) -> bool:
    """Whether the sample article is shown."""
    return showing is not None and showing.kept.origin.file.endswith(sample_article().name)
