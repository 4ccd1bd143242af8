"""Texts are kept packed, and come out as they were or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.library import compression


@given(some.text(some.characters(exclude_categories=())), some.binary(max_size=50))
def test_a_text_comes_out_as_it_was(text: str, dictionary: bytes) -> None:
    assert compression.unpack(compression.pack(text, dictionary), dictionary) == text


def test_what_was_never_packed_is_read_as_it_is() -> None:
    assert compression.unpack("Ω bridge") == compression.unpack("Ω bridge".encode()) == "Ω bridge"


def test_what_would_unpack_to_more_than_anything_kept_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "LARGEST", 1000)
    assert compression.unpack(compression.pack("a" * 1000)) == "a" * 1000
    with pytest.raises(ValueError, match="more than any article"):
        compression.unpack(compression.pack("a" * 100_000))
    with pytest.raises(ValueError, match="damaged"):
        compression.unpack(b"\x01no deflate at all")
