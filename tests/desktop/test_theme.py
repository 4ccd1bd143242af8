"""All themes can be read: WCAG AA for everything that is written or drawn with a meaning."""

import pytest

from briefing.desktop.theme import (
    GRAPHIC_CONTRAST,
    GRAPHIC_PAIRS,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    Role,
    contrast,
    load_theme,
)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT_CONTRAST), (GRAPHIC_PAIRS, GRAPHIC_CONTRAST)])
def test_contrast(name: str, pairs: tuple[tuple[Role, Role], ...], least: float) -> None:
    theme = load_theme(name)
    weak = {f"{ink} on {ground}": round(contrast(theme[ink], theme[ground]), 2) for ink, ground in pairs
            if contrast(theme[ink], theme[ground]) < least}  # fmt: skip
    assert weak == {}


def test_the_theme_of_strong_contrast_reaches_the_highest_level() -> None:
    """WCAG 2.1, 1.4.6 (AAA): 7 to 1 for text."""
    theme = load_theme("contrast")
    weak = {f"{ink} on {ground}" for ink, ground in TEXT_PAIRS if contrast(theme[ink], theme[ground]) < 7}
    assert weak == set()
