"""Tells by its address when a site sent the reader to a consent or sign-in page instead of the article."""

import tomllib
from urllib.parse import urlsplit

from briefing.intake.failures import NotAnArticle, quoted
from briefing.resources import resource


def check_no_wall(asked: str, address: str) -> None:
    """See that a redirect did not end at a wall.

    Args:
        asked: the address that was given.
        address: where the redirects ended.

    Raises:
        NotAnArticle: if it did; walls are told, never evaded.
    """
    if asked == address:
        return
    with resource("intake", "walls.toml").open("rb") as file:
        walls = tomllib.load(file)
    for wall in walls.values():
        if _stands_in(address, wall) and not _stands_in(asked, wall):
            raise NotAnArticle(
                asked,
                f"{quoted(urlsplit(asked).hostname or asked)} {wall['words']}, and this page holds no article. "
                "Open it in the browser, save the page, and open the file.",
            )


def _stands_in(address: str, wall: dict[str, list[str]]) -> bool:
    parts = urlsplit(address.lower())
    host, path = parts.hostname or "", f"{parts.path.rstrip('/')}/"
    begins = any(host.startswith(start) for start in wall["hosts"])
    return begins or any(f"{known}/" in path for known in wall["paths"])
