"""The reader's own Markdown for files that other programs show: nothing in it loads or runs."""

import re
from html import unescape
from urllib.parse import unquote

_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^ {0,3}(?P<end>(?P=fence))|\Z)|"
    r"(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_MARKUP = re.compile(r"<(?!https?://[^\s<>]*>|mailto:[^\s<>]*>)(?=[A-Za-z/!?])")
_PICTURE = re.compile(r"!(?=\[)")
_TARGET = re.compile(r"\](\(\s*<?\s*|:[ \t]*\n?[ \t]*<?[ \t]*)([^\s)>]*)")
_SCHEME = re.compile(r"[^/?#]*?:")
_OF_MACHINE = re.compile(r"[/\\]{2}|\\(?![!-/:-@\[-`{-~])")
"""How an address begins that leads to another machine, to which Windows would introduce the reader by name."""

_SAFE = re.compile(r"https?:|mailto:", re.IGNORECASE)


def harmless(written: str) -> str:
    """Markdown whose HTML is text, whose pictures are links and whose links lead to the web or to mail; code stays."""
    parts: list[str] = []
    done = 0
    for code in _CODE.finditer(written):
        parts += [_without_effect(written[done : code.start()]), code.group()]
        if code["fence"] and not code["end"]:
            # What follows in the file is not the reader's code.
            parts.append(f"\n{code['fence']}\n")
        done = code.end()
    return "".join((*parts, _without_effect(written[done:])))


def _without_effect(words: str) -> str:
    words = _PICTURE.sub(r"\!", _MARKUP.sub("&lt;", words))
    return _TARGET.sub(_checked, words)


def _without_controls(address: str) -> str:
    return re.sub(r"[\x00-\x20]", "", unescape(address))


def _leads_elsewhere(address: str) -> bool:
    return bool(_OF_MACHINE.match(address) or (_SCHEME.match(address) and not _SAFE.match(address)))


def _checked(found: re.Match[str]) -> str:
    """The link as it is, or as words if it could lead anywhere but to the web or to mail."""
    # As programs read it: references and backslashes resolved, control characters left out.
    address = re.sub(r"\\(?=[!-/:-@\[-`{-~])|[\x00-\x20]", "", unescape(found[2]))
    # Some resolve escapes of addresses, too, before they ask the system to open one.
    readings = {address, _without_controls(found[2]), _without_controls(unquote(address))}
    if any(map(_leads_elsewhere, readings)):
        return f"]\\{found.group()[1:]}"
    return found.group()
