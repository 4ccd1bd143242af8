"""The articles of a brief as sources to cite: CSL-JSON, which Zotero and Pandoc read."""

import json
import re
from typing import Any

from briefing.export.bibliography import key_of
from briefing.export.export_formats import Rendered
from briefing.model import Article, Brief


def render(brief: Brief) -> Rendered:
    """An item an article."""
    keys: set[str] = set()
    items = [_item(entry.article, brief, keys) for entry in brief.sources]
    return Rendered((json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))


def _item(article: Article, brief: Brief, keys: set[str]) -> dict[str, Any]:
    origin = article.origin
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
        "note": f"SHA-256 {origin.digest}" if origin.digest else "",
    }
    return {name: value for name, value in found.items() if value}
