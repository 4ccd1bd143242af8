"""Find the files that the program ships: lexicons, themes, templates and the sample article."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"

SAMPLE_ARTICLE = "000_6061f54d4d0eabfe.txt"


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, in a checkout and in an installed program alike."""
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"Briefing was installed without the file {'/'.join(parts)}")
    return path


def sample_article() -> Path:
    """Give the path of the article that a first start opens."""
    folder = resource("seeds") if _INSTALLED.is_dir() else _PACKAGE.parent / "seeds"
    return folder / SAMPLE_ARTICLE


def _root() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
