"""Finds the target of a page that only redirects, by `<meta http-equiv=refresh>`."""

import html
import re

LARGEST = 8_000
"""Bytes of the largest page that may only send on; a longer one is a page in its own right."""

LONGEST_WAIT = 10.0
"""Seconds that such a page may wait; one that waits longer wants to be read, or to be loaded anew."""

MOST_WORDS = 60
"""Words that such a page may hold ("You are being redirected …")."""

_APART = re.compile(r"<(noscript|script|style|template|title)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_REFRESH = re.compile(
    r"\s*(\d{1,4}(?:\.\d*)?)\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")


def forwarded_to(data: bytes) -> str:
    """The address, perhaps a relative one, that a page sends on to at once; empty if it does not.

    What browsers do only without scripts (`<noscript>`) does not count, nor does a page that loads itself anew.
    """
    if len(data) > LARGEST or b"<meta" not in data.lower():
        return ""
    page = _APART.sub(" ", data.decode("utf-8", "replace"))
    if len(_TAG.sub(" ", page).split()) > MOST_WORDS:
        return ""
    return next((target for meta in _META.finditer(page) if (target := _target_of(meta.group(1)))), "")


def _target_of(attributes: str) -> str:
    found = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    if found.get("http-equiv", "").strip().lower() != "refresh":
        return ""
    refresh = _REFRESH.fullmatch(found.get("content", ""))
    return refresh.group(2).strip() if refresh and float(refresh.group(1)) <= LONGEST_WAIT else ""
