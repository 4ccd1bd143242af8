"""The article of a page that shows none without scripts: from `noscript` or from data for machines."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from html import escape, unescape

from briefing.intake.structured_metadata import body_told_by, told_by

_NOSCRIPT = re.compile(r"</?noscript\b[^<>]{0,500}>", re.IGNORECASE)
_SHADOW = re.compile(r"<(/?)template\b([^<>]{0,500})>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*\n\s*")
_MARKED = re.compile(r"</?(?:p|br|h[1-6]|li|blockquote|div)\b[^<>]*>", re.IGNORECASE)

_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_HEAD = 100_000
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_MOST_SCRIPTS = 200
_LONGEST_SCRIPT = 2_000_000
_STATE = re.compile(
    r'"(articleBody|bodyHtml|bodyText|body|html|content|text)"\s{0,3}:\s{0,3}"((?:[^"\\]|\\.){40,500000})"', re.I
)
_FEWEST_WORDS = 8
_ENDS_AS_SENTENCE = re.compile(r"[.!?…。！？؟][\"”'’»)\]]*\s*$")
_WHOLE = 200
"""Characters from which on it is more than a request to switch scripts on."""


def other_sources(page: str) -> Iterator[str]:
    """The page as browsers show it that know more, and the page without scripts."""
    if "shadowroot" in page:
        yield _SHADOW.sub(lambda found: f"<{found[1]}div{found[2]}>", page)
    if sum(len(_TAG.sub("", inner)) for inner in _noscripts(page)) >= _WHOLE:
        yield _NOSCRIPT.sub("", page)


def whole_articles(page: str) -> Iterator[str]:
    """Nothing but the article, where the page tells it to machines, or to the script that is to show it."""
    for body in filter(None, (body_told_by(page), _body_in_state(page))):
        title = told_by(page).title or _title_of(page)
        told = body if _MARKED.search(body) else "".join(f"<p>{escape(part)}</p>" for part in _PARAGRAPH.split(body))
        yield f"<html><body><article><h1>{escape(title)}</h1>{told}</article></body></html>"


def _title_of(page: str) -> str:
    found = _TITLE.search(page[:_HEAD])
    return " ".join(unescape(found[1]).split()) if found else ""


def _body_in_state(page: str) -> str:
    """The longest text that stands under the name of an article's body in the data of the page's script."""
    found: dict[str, list[str]] = {}
    for before in _SCRIPT_END.split(page)[:-1][:_MOST_SCRIPTS]:
        script = before[before.lower().rfind("<script") :] if "<script" in before.lower() else ""
        for name, told in _STATE.findall(script[:_LONGEST_SCRIPT]):
            with suppress(ValueError):
                words = str(json.loads(f'"{told}"'))
                plain = _TAG.sub(" ", words).strip()
                if len(plain.split()) >= _FEWEST_WORDS and _ENDS_AS_SENTENCE.search(plain):
                    found.setdefault(name.lower(), []).append(words)
    bodies = ["\n".join(dict.fromkeys(texts)) for texts in found.values()]
    return max(bodies, key=len, default="")


def _noscripts(page: str) -> Iterator[str]:
    """What stands between the tags that open and those that close such elements."""
    pieces = _NOSCRIPT.split(page)
    yield from pieces[1::2]
