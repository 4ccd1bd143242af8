"""Fields of word processors without a result: programs draw what their code says, readings or fractions."""

import re

from briefing.intake.equation_line import fraction, root

_LONGEST = 4000
_OVER = re.compile(r"\\o(?:\\a[dlrc])?\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_ROOT = re.compile(r"\\r\s*\(([^(),;]*)(?:[,;]([^(),;]*))?\)", re.IGNORECASE)
_SET = re.compile(r"\\\*\s*(?:\"[^\"]*\"|\w+)")


def drawn_by(code: str) -> str:
    """The words that a field's code draws; empty if it is none that draws any."""
    words = code.strip()[:_LONGEST]
    if not words.upper().startswith("EQ "):
        return ""
    words = _SET.sub("", words[3:])
    words = _OVER.sub(lambda found: f"{found[2].strip()}({found[1].strip()})", words)
    words = _FRACTION.sub(lambda found: fraction(found[1].strip(), found[2].strip()), words)
    words = _ROOT.sub(lambda found: root(found[1].strip() if found[2] else "", (found[2] or found[1]).strip()), words)
    return "" if "\\" in words else words.strip()
