"""Gives each menu an Alt letter of its own, in any language."""

from collections.abc import Sequence


def with_mnemonics(titles: Sequence[str]) -> list[str]:
    """The titles with `&` before the letter of each: the first of its own that no earlier title has."""
    taken: set[str] = set()
    found = []
    for title in titles:
        at = next((at for at, sign in enumerate(title) if sign.isalpha() and sign.casefold() not in taken), None)
        if at is None:
            found.append(title)
            continue
        taken.add(title[at].casefold())
        found.append(f"{title[:at]}&{title[at:]}")
    return found
