"""Messages of Outlook that hold nothing but packed Rich Text are read."""

import struct

import pytest
from compound_file import compound_file

from briefing.intake import IntakeFailure, NotAnArticle, read_bytes
from briefing.intake.rtf_compression import rich_text_in

# The examples of [MS-OXRTFCP], sections 4.1 and 4.2.
SIMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b5141000420575859 5a0d6e7d010eb0".replace(" ", ""))


def plain(text: str) -> bytes:
    data = text.encode("latin-1")
    return struct.pack("<II4sI", len(data) + 12, len(data), b"MELA", 0) + data


def message(rich: bytes) -> bytes:
    entry = bytes.fromhex("0201 0910") + (6).to_bytes(4, "little") + len(rich).to_bytes(8, "little")
    return compound_file({"__properties_version1.0": bytes(32) + entry, "__substg1.0_10090102": rich})


def test_rich_text_is_unpacked() -> None:
    assert rich_text_in(SIMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert rich_text_in(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_a_message_of_rich_text_alone_is_read() -> None:
    assert read_bytes(message(SIMPLE), "a.msg").article.text == "hello world"


def test_a_page_within_rich_text_is_read_without_its_tags() -> None:
    rich = (
        r"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 The board "
        r"{\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 denies{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0  it."
        r"{\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0 }"
    )
    assert read_bytes(message(plain(rich)), "a.msg").article.text == "The board denies it."


@pytest.mark.parametrize("rich", [SIMPLE[:10], b"\xff" * 40, struct.pack("<II4sI", 1, 2**31, b"LZFu", 0) + bytes(40)])
def test_damaged_rich_text_is_told_of_in_a_sentence(rich: bytes) -> None:
    with pytest.raises(IntakeFailure, match=r"^“a\.msg” is damaged or incomplete"):
        read_bytes(message(rich), "a.msg")


def test_a_message_of_empty_rich_text_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"a\.msg"):
        read_bytes(message(plain(r"{\rtf1 }")), "a.msg")
