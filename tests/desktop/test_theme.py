"""Both themes can be read: WCAG AA for everything that is written or drawn with a meaning."""

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


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT_CONTRAST), (GRAPHIC_PAIRS, GRAPHIC_CONTRAST)])
def test_contrast(name: str, pairs: tuple[tuple[Role, Role], ...], least: float) -> None:
    theme = load_theme(name)
    weak = {f"{ink} on {ground}": round(contrast(theme[ink], theme[ground]), 2) for ink, ground in pairs
            if contrast(theme[ink], theme[ground]) < least}  # fmt: skip
    assert weak == {}
