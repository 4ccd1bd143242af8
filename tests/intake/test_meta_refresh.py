"""Where a page sends on to is found in time on any input."""

import time

import pytest

from briefing.intake.meta_refresh import LARGEST, forwarded_to


@pytest.mark.parametrize(
    "piece", [b"<script", b"<meta ", b"<!--", b'<meta a="', b"<noscript><meta http-equiv=refresh content="]
)
def test_tangled_marks_end_in_time(piece: bytes) -> None:
    data = (b"<meta>" + piece * LARGEST)[:LARGEST]
    began = time.thread_time()
    assert forwarded_to(data) == ""
    assert time.thread_time() - began < 1.0


def test_names_of_marks_are_told_by_their_letters_and_entities_are_read() -> None:
    data = b"<META HTTP-EQUIV=Refresh CONTENT=\"0;URL='/a?b=1&amp;c=2'\">"
    assert forwarded_to(data) == "/a?b=1&c=2"
