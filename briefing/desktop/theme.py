"""The look: colour roles read from a theme file, their contrast, and the palette and style sheet made of them."""

import re
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from briefing.model import Status, flat_toml
from briefing.model.status_looks import status_looks
from briefing.records import dataclass
from briefing.resources import resource

TEXT_CONTRAST = 4.5
"""WCAG 2.1, 1.4.3 (AA): text against its background."""

GRAPHIC_CONTRAST = 3.0
"""WCAG 2.1, 1.4.11 (AA): lines and glyphs that carry a meaning against what they are drawn on."""

HIGHLIGHT_COLOURS = 8

_LENGTH = re.compile(r"\b([2-9]|[1-9]\d+)px\b")
"""A length in the style sheet that is more than a hairline."""


class Role(StrEnum):
    """What a colour is for, beside the statuses; every theme file gives each of them."""

    WINDOW = "window"
    PAPER = "paper"
    PANEL = "panel"
    CARD = "card"
    CARD_HOVER = "card_hover"
    CARD_SELECTED = "card_selected"
    FIELD = "field"
    BUTTON_HOVER = "button_hover"
    HAIRLINE = "hairline"
    BORDER = "border"
    INK = "ink"
    INK_SOFT = "ink_soft"
    INK_FAINT = "ink_faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    SELECTION = "selection"
    ON_SELECTION = "on_selection"
    CLAIM_FILL = "claim_fill"
    CLAIM_FILL_SELECTED = "claim_fill_selected"
    CLAIM_EDGE = "claim_edge"
    ACTOR_LINE = "actor_line"
    CUE_LINE = "cue_line"
    EVIDENCE_FILL = "evidence_fill"
    EVIDENCE_LINE = "evidence_line"
    SEARCH_LINE = "search_line"
    TOOLTIP = "tooltip"
    ON_TOOLTIP = "on_tooltip"
    ERROR = "error"
    SUCCESS = "success"
    HIGHLIGHT_1 = "highlight_1"
    HIGHLIGHT_2 = "highlight_2"
    HIGHLIGHT_3 = "highlight_3"
    HIGHLIGHT_4 = "highlight_4"
    HIGHLIGHT_5 = "highlight_5"
    HIGHLIGHT_6 = "highlight_6"
    HIGHLIGHT_7 = "highlight_7"
    HIGHLIGHT_8 = "highlight_8"
    HIGHLIGHT_EDGE_1 = "highlight_edge_1"
    HIGHLIGHT_EDGE_2 = "highlight_edge_2"
    HIGHLIGHT_EDGE_3 = "highlight_edge_3"
    HIGHLIGHT_EDGE_4 = "highlight_edge_4"
    HIGHLIGHT_EDGE_5 = "highlight_edge_5"
    HIGHLIGHT_EDGE_6 = "highlight_edge_6"
    HIGHLIGHT_EDGE_7 = "highlight_edge_7"
    HIGHLIGHT_EDGE_8 = "highlight_edge_8"


_FILLS = (
    Role.CLAIM_FILL,
    Role.CLAIM_FILL_SELECTED,
    Role.EVIDENCE_FILL,
    Role.SELECTION,
    *tuple(Role(f"highlight_{number}") for number in range(1, HIGHLIGHT_COLOURS + 1)),
)
_CARDS = (Role.CARD, Role.CARD_HOVER, Role.CARD_SELECTED)
_GROUNDS = (Role.WINDOW, Role.PAPER, Role.PANEL, Role.FIELD, *_CARDS)

TEXT_PAIRS: tuple[tuple[Role | Status, Role], ...] = (
    *((Role.INK, ground) for ground in (*_GROUNDS, *_FILLS, Role.BUTTON_HOVER)),
    *((Role.INK_SOFT, ground) for ground in (*_GROUNDS, Role.BUTTON_HOVER)),
    *((Role.INK_FAINT, ground) for ground in (Role.PAPER, Role.PANEL, *_CARDS)),
    *((status, ground) for status in Status for ground in (*_CARDS, Role.PAPER, Role.PANEL)),
    *((role, ground) for role in (Role.ERROR, Role.SUCCESS, Role.ACCENT) for ground in (Role.PANEL, Role.CARD)),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_SELECTION, Role.SELECTION),
    (Role.ON_TOOLTIP, Role.TOOLTIP),
)
"""Text role and ground role of everything that is written on the screen."""

GRAPHIC_PAIRS: tuple[tuple[Role | Status, Role], ...] = (
    *(
        (line, ground)
        for line in (Role.ACTOR_LINE, Role.CUE_LINE, Role.EVIDENCE_LINE, *Status)
        for ground in (Role.PAPER, Role.CLAIM_FILL, Role.CLAIM_FILL_SELECTED)
    ),
    *((Role(f"highlight_edge_{number}"), Role(f"highlight_{number}")) for number in range(1, HIGHLIGHT_COLOURS + 1)),
    *((Role(f"highlight_edge_{number}"), Role.PAPER) for number in range(1, HIGHLIGHT_COLOURS + 1)),
    (Role.BORDER, Role.FIELD),
    (Role.ACCENT, Role.WINDOW),
)
"""Line or glyph role and ground role of what is drawn with a meaning."""


@dataclass(frozen=True)
class Theme:
    """A name and a colour for every role and status.

    Attributes:
        scale: how large all is that is written and drawn, 1.0 is 100 %.
        strong: whether what is chosen, or cannot be chosen, is told by lines too, for who sees little contrast.
    """

    name: str
    dark: bool
    colours: dict[Role | Status, QColor]
    scale: float = 1.0
    strong: bool = False

    def __getitem__(self, role: Role | Status) -> QColor:
        return self.colours[role]

    def sized(self, pixels: float) -> float:
        """A length that is so many pixels at 100 %."""
        return pixels * self.scale

    def status(self, status: Status) -> QColor:
        """The colour of a status, never its only mark."""
        return self.colours[status]

    def highlight(self, number: int) -> QColor:
        """The fill of the reader's colour 1 to 8; other numbers wrap around."""
        return self.colours[Role(f"highlight_{(number - 1) % HIGHLIGHT_COLOURS + 1}")]

    def highlight_edge(self, number: int) -> QColor:
        """The line and glyph colour that goes with `highlight`."""
        return self.colours[Role(f"highlight_edge_{(number - 1) % HIGHLIGHT_COLOURS + 1}")]


def load_theme(name: str, scale: float = 1.0) -> Theme:
    """The theme of that name in `resources/themes`, in a size."""
    return replace(read_theme(resource("themes", f"{name}.toml")), scale=scale)


def read_theme(path: Path) -> Theme:
    """The theme that a file holds.

    Raises:
        KeyError: if a role or a palette colour is missing.
    """
    found = flat_toml.loads(path.read_text(encoding="utf-8"))
    palette: dict[str, str] = found["palette"]
    roles: dict[str, str] = found["roles"]
    colours: dict[Role | Status, QColor] = {role: QColor(_hexadecimal(roles[role.value], palette)) for role in Role}
    colours |= {status: QColor(palette[look.hue]) for status, look in status_looks().items()}
    return Theme(found["name"], found["dark"], colours, strong=found.get("strong", False))


def _hexadecimal(value: str, palette: dict[str, str]) -> str:
    return value if value.startswith("#") else palette[value]


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.1, "relative luminance")."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def palette_of(theme: Theme) -> QPalette:
    """Qt's palette for the theme, for all that the style sheet does not reach."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: Role.WINDOW,
        QPalette.ColorRole.WindowText: Role.INK,
        QPalette.ColorRole.Base: Role.PAPER,
        QPalette.ColorRole.AlternateBase: Role.PANEL,
        QPalette.ColorRole.Text: Role.INK,
        QPalette.ColorRole.Button: Role.PANEL,
        QPalette.ColorRole.ButtonText: Role.INK,
        QPalette.ColorRole.Highlight: Role.SELECTION,
        QPalette.ColorRole.HighlightedText: Role.ON_SELECTION,
        QPalette.ColorRole.ToolTipBase: Role.TOOLTIP,
        QPalette.ColorRole.ToolTipText: Role.ON_TOOLTIP,
        QPalette.ColorRole.PlaceholderText: Role.INK_FAINT,
        QPalette.ColorRole.Link: Role.ACCENT,
        QPalette.ColorRole.Mid: Role.HAIRLINE,
        QPalette.ColorRole.Accent: Role.ACCENT,
    }
    for qt_role, role in roles.items():
        palette.setColor(qt_role, theme[role])
    for qt_role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, theme[Role.INK_FAINT])
    return palette


def style_sheet_of(theme: Theme) -> str:
    """The style sheet in `resources/themes`: `@role` becomes a colour, `@arrows` the files of the theme."""
    sheets = ("desk.qss", *(["strong.qss"] if theme.strong else []))
    sheet = "\n".join(resource("themes", name).read_text(encoding="utf-8") for name in sheets)
    sheet = sheet.replace("@arrows", (resource("themes", "arrows") / theme.name).as_posix())
    # Longest names first: @card_selected must not be read as @card.
    for role in sorted(Role, key=lambda role: -len(role.value)):
        sheet = sheet.replace(f"@{role.value}", theme[role].name())
    return _scaled(sheet, theme.scale)


def _scaled(sheet: str, scale: float) -> str:
    """The sheet with its lengths in another size; hairlines stay what they are."""
    if scale == 1.0:
        return sheet
    return _LENGTH.sub(lambda found: f"{round(int(found[1]) * scale)}px", sheet)
