"""The articles of a brief as sources to cite: BibTeX."""

import re
import unicodedata

from briefing.export.export_formats import Rendered
from briefing.export.text_sanitizer import printable
from briefing.model import Article, Brief, BriefArticle, LocatorKind, Placing, located_by_kind

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def render(brief: Brief) -> Rendered:
    """An entry an article, `@article` where an outlet is known, else `@misc`."""
    keys: set[str] = set()
    entries = [_entry(entry, brief, keys) for entry in brief.sources]
    return Rendered(("\n\n".join(entries) + "\n").encode("utf-8", "replace"))


def cited_places(entry: BriefArticle) -> dict[LocatorKind, str]:
    """Where in the article its claims and the reader's notes stand that a brief has."""
    length = len(entry.article.text)
    spans = [piece for claim in (entry.analysis.claims if entry.analysis else ()) for piece in claim.content]
    spans += [note.anchor.span for note in entry.annotations if note.placing is not Placing.ORPHAN]
    return located_by_kind(entry.article.locators, [span for span in spans if span.end <= length])


def key_of(article: Article, taken: set[str]) -> str:
    """A key to cite by: outlet or author, year and a word of the title; made unlike those that are taken."""
    who = _plain((article.origin.byline.split() or article.origin.outlet.split() or ["anon"])[-1])
    year = article.origin.published[:4] if article.origin.published[:4].isdigit() else "nd"
    word = next((_plain(word) for word in article.title.split() if len(_plain(word)) > 3), "article")
    base = f"{who or 'anon'}{year}{word}"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}{number}", number + 1
    taken.add(key)
    return key


def escaped(text: str) -> str:
    """Text that LaTeX prints as it is and that BibTeX, which counts braces behind a backslash too, reads to its end."""
    signs = _SPECIAL if _balanced(text) else {**_SPECIAL, **_BRACES}
    return "".join(signs.get(sign, sign) for sign in " ".join(printable(text).split()))


def _entry(entry: BriefArticle, brief: Brief, keys: set[str]) -> str:
    article, origin = entry.article, entry.article.origin
    date = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", origin.published)
    fields = {
        "title": f"{{{escaped(article.title)}}}",
        "author": f"{{{escaped(origin.byline)}}}" if origin.byline else "",
        "journal": escaped(origin.outlet),
        "year": date.group(1) if date else "",
        "month": _MONTHS[int(date.group(2)) - 1] if date and date.group(2) and 1 <= int(date.group(2)) <= 12 else "",
        "day": str(int(date.group(3))) if date and date.group(3) else "",
        "pages": escaped(cited_places(entry).get(LocatorKind.PAGE, "")).replace("–", "--"),
        "url": "".join(printable(origin.address).split()).replace("{", "%7B").replace("}", "%7D"),
        "urldate": f"{brief.made:%Y-%m-%d}" if origin.address else "",
        "langid": escaped(origin.language),
        "note": f"SHA-256 {escaped(origin.digest)}" if origin.digest else "",
    }
    kind = "article" if origin.outlet else "misc"
    lines = [
        f"  {name} = {value}" if name == "month" else f"  {name} = {{{value}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key_of(article, keys)},\n" + ",\n".join(lines) + "\n}"


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", folded.lower())


def _balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0
