"""A mailbox (mbox): its messages, each an article."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.intake.feed import FeedEntry
from briefing.intake.mail import facts_of_message
from briefing.intake.text_decoder import one_line

_PREFACE = re.compile(rb"\A\s+")
_POSTMARK = re.compile(rb"(\n\r?\n)(?=From [^\n]{1,200}\d{4}[^\n]{0,40}\n[!-9;-~]+:)")
"""What parts two messages (RFC 4155)."""


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each message with its subject, its sender and its date."""
    data = _PREFACE.sub(b"", data, count=1)
    starts = [found.end(1) for found in _POSTMARK.finditer(data)]
    for number, (start, end) in enumerate(pairwise((0, *starts, len(data)))):
        facts = facts_of_message(data[start:end])
        title = one_line(facts.title)
        yield FeedEntry(title, published=facts.published, summary=one_line(facts.byline), piece=number), data[start:end]
