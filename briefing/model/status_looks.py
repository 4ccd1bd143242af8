"""The look of each status, wherever one is shown: its colours, its glyph and the line below its words."""

from collections.abc import Sequence
from functools import cache

from briefing.model import flat_toml
from briefing.model.findings import Status
from briefing.records import dataclass
from briefing.resources import resource


@dataclass(frozen=True, slots=True)
class StatusLook:
    """The look of one status; `resources/templates/statuses.toml` has them all, and tells more of each field.

    Attributes:
        hue: its colour in the palette of every theme of the window.
        ink: the colour of its name on paper and on web pages.
        fill: the light colour behind the words of a claim there.
        glyph: its sign, as the inner part of an SVG.
        line: the kind of the line below the words of a claim.
        dashes: lengths of line and gap in turn, in pixels, if the line is broken.
    """

    hue: str
    ink: str
    fill: str
    glyph: str
    line: str = "single"
    dashes: Sequence[float] = ()

    def glyph_svg(self, colour: str, ground: str) -> str:
        """Its sign as an SVG image in one colour, on a ground."""
        drawn = self.glyph.replace("currentColor", colour).replace("Canvas", ground)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="none" stroke="{colour}" '
            f'stroke-linecap="round" stroke-linejoin="round">{drawn}</svg>'
        )


@cache
def status_looks() -> dict[Status, StatusLook]:
    """The looks of all statuses.

    Raises:
        KeyError, TypeError: if one is missing, or not whole.
    """
    looks = flat_toml.loads(resource("templates", "statuses.toml").read_text("utf-8"))
    return {status: StatusLook(**looks[status.value]) for status in Status}
