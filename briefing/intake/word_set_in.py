"""Documents of other kinds that are set into a Word document as a whole ("alternative format chunks")."""

import email
import email.policy
from collections.abc import Callable, Iterable

from briefing.intake import rtf
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.html import characters_of
from briefing.intake.html_blocks import passages_in
from briefing.intake.intake_errors import IntakeFailure, legible
from briefing.intake.mail_parts import first_page
from briefing.intake.plain_text import passages_of
from briefing.intake.text_decoder import decoded
from briefing.intake.zip_limits import Packed
from briefing.model.message import Message

_DEEPEST = 3
"""Documents within documents that are read."""
_HEAD = 2000


def passages_set_in(
    data: bytes, place: str, depth: int, word: Callable[[Packed, int], Iterable[Passage]]
) -> Iterable[Passage]:
    """The passages of a document within another one; a remark if it cannot be read.

    Args:
        data: its bytes.
        place: what it is called in the other one.
        depth: of the other one.
        word: reads it if it is a Word document.
    """
    name = legible(place.rpartition("/")[2])
    try:
        return list(_read(data, name, depth, word))
    except IntakeFailure:
        return (remark(Message.of("remark.not_read", name=name)),)


def _read(data: bytes, name: str, depth: int, word: Callable[[Packed, int], Iterable[Passage]]) -> Iterable[Passage]:
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if data.startswith(b"PK"):
        return word(Packed(data, name), depth + 1) if depth < _DEEPEST else ()
    if head.startswith(b"{\\rtf"):
        return rtf.passages_in(data, name)
    if head.startswith((b"mime-version:", b"from:", b"content-type: multipart")):
        return passages_in(first_page(email.message_from_bytes(data, policy=email.policy.default)))
    if head.startswith(b"<") or b"<html" in head:
        return passages_in(characters_of(data, name))
    return passages_of(decoded(data, name))
