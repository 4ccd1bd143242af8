"""Words as Markdown that shows them as they are."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]>#|~$!%]|(?<==)=|=(?==))")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def plain(words: str) -> str:
    """`words` on one line and escaped, so that Markdown shows them as they are."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(words.split()).replace("&", "&amp;").replace("<", "&lt;"))
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)
