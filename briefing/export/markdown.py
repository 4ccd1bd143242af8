"""The brief as Markdown: claims with quotations, statuses, evidence and notes."""

import re

from briefing.export.sheet import Sheet, sheet_of
from briefing.model import Brief

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(brief: Brief) -> tuple[bytes, list[str]]:
    """The Markdown as UTF-8; what is quoted is escaped, the reader's notes are the Markdown they wrote."""
    sheet = sheet_of(brief)
    parts = [f"# {_plain(sheet['title'])}", f"Brief made {sheet['made']}", sheet["introduction"]]
    for article in sheet["articles"]:
        parts += _article(article)
    return ("\n\n".join(part for part in parts if part) + "\n").encode(), []


def _article(article: Sheet) -> list[str]:
    facts = "\n".join(f"- {label}: {_plain(value)}" for label, value in article["facts"])
    notes = [_note(note) for note in article["notes"]]
    claims = [_claim(claim) for claim in article["claims"]]
    heading = [f"## {_plain(article['title'])}", facts, article["remark"]]
    return [*heading, "### Claims", *claims, *(["### Notes", *notes] if notes else [])]


def _claim(claim: Sheet) -> str:
    lines = [f"**{claim['number']}. {_plain(claim['chain'])}** · {claim['label']}", f"> {_plain(claim['content'])}"]
    lines += [f"Why: {_plain(reason['sentence'])}" for reason in claim["evidence"]]
    lines += [_plain(link) for link in claim["links"]]
    lines += [f"My word: {_plain(claim['judgement'])}"] if claim["judgement"] else []
    lines += [claim["note"]] if claim["note"] else []
    return "\n\n".join(lines)


def _note(note: Sheet) -> str:
    tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in note["tags"])
    return "\n\n".join(part for part in (f"> {_plain(note['words'])}", note["note"], tags) if part)


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
