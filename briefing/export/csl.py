"""The articles of a brief as sources to cite: CSL-JSON, which Zotero and Pandoc read."""

import json
import re
from typing import Any

from briefing.export.bibliography import cited_places, key_of
from briefing.export.export_formats import Rendered
from briefing.model import Brief, BriefArticle, LocatorKind


def render(brief: Brief) -> Rendered:
    """An item an article."""
    keys: set[str] = set()
    items = [_item(entry, brief, keys) for entry in brief.sources]
    return Rendered((json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def _item(entry: BriefArticle, brief: Brief, keys: set[str]) -> dict[str, Any]:
    article, origin = entry.article, entry.article.origin
    date = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", origin.published)
    found: dict[str, Any] = {
        "id": key_of(article, keys),
        "type": "article-newspaper" if origin.outlet else "document",
        "title": article.title,
        "author": [{"literal": origin.byline}] if origin.byline else None,
        "container-title": origin.outlet,
        "issued": {"date-parts": [[int(part) for part in date.groups() if part]]} if date else None,
        "URL": origin.address,
        "accessed": {"date-parts": [[brief.made.year, brief.made.month, brief.made.day]]} if origin.address else None,
        "language": origin.language,
        **_cited(entry),
        "note": f"SHA-256 {origin.digest}" if origin.digest else "",
    }
    return {name: value for name, value in found.items() if value}


def _cited(entry: BriefArticle) -> dict[str, Any]:
    """Where in the article stands what the brief has of it, as CSL cites it."""
    places = cited_places(entry)
    kind = next((kind for kind in (LocatorKind.PAGE, LocatorKind.TIME) if kind in places), None)
    return {"locator": places[kind], "label": kind.value} if kind else {}
