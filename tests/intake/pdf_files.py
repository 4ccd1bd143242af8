"""PDF documents for tests, word by word where one wants them: written by hand, in fonts that every reader has."""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 842.0
WIDTH = 595.0


@dataclass(frozen=True)
class Put:
    """A run of words on a page: `down` from its top, turned by a matrix, shown or not."""

    words: str
    left: float
    down: float
    size: float = 11.0
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)
    mode: int = 0
    colour: str = "0 g"
    font: str = "F1"


def lines(words: str, left: float = 60, down: float = 100, leading: float = 14, size: float = 11) -> list[Put]:
    """Each line of `words` below the one before."""
    return [Put(line, left, down + at * leading, size) for at, line in enumerate(words.split("\n"))]


def document(
    pages: Sequence[Sequence[Put]], facts: str = "", page: str = "", before: str = "", extra: str = ""
) -> bytes:
    """A PDF document.

    Args:
        pages: what stands on each.
        facts: entries of its information dictionary.
        page: further entries of each page's dictionary ("/Rotate 90").
        before: drawn on each page before its words.
        extra: further entries of the catalog.
    """
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /DW 600 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        f"<< {facts} >>",
    ]
    kids = []
    for puts in pages:
        drawn = before + "\n" + "\n".join(map(_drawn, puts))
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        own = f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {len(objects)} 0 R {page}"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] {own} >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out = b"%PDF-1.7\n"
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def text(words: str) -> str:
    """Words as a string of PDF."""
    return "(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def _drawn(put: Put) -> str:
    a, b, c, d = put.matrix
    # The second font numbers its glyphs as most do, and says nothing of their letters.
    codes = "".join(f"{ord(sign) - 29:04x}" for sign in put.words)
    shown = f"<{codes}>" if put.font == "F2" else text(put.words)
    place = f"{a} {b} {c} {d} {put.left} {HEIGHT - put.down}"
    return f"BT /{put.font} {put.size} Tf {put.mode} Tr {put.colour} {place} Tm {shown} Tj ET"
