"""Markdown gives headings, lists and quotations without its marks."""

from briefing.intake import read_bytes

NOTE = b"""---
title: Bridge to close
author: Ann Lee
date: 2025-03-04
---
# Bridge to close

The *council* voted on **Tuesday** to close the [old bridge](https://bridge.example).

## What it costs

- a year
- a road

> Nobody should be surprised.

<script>alert("script words")</script>
"""


def test_marks_become_blocks() -> None:
    article = read_bytes(NOTE, "note.md").article
    assert [(block.kind.value, block.level) for block in article.blocks] == [
        ("heading", 1), ("paragraph", 0), ("heading", 2), ("item", 1), ("item", 1), ("quotation", 0),
    ]  # fmt: skip
    assert "The council voted on Tuesday to close the old bridge." in article.text
    assert "script words" not in article.text


def test_front_matter_tells_title_writer_and_date() -> None:
    origin = read_bytes(NOTE, "note.md").article.origin
    assert (origin.title, origin.byline, origin.published) == ("Bridge to close", "Ann Lee", "2025-03-04")


def test_markdown_is_known_by_its_content() -> None:
    assert read_bytes(NOTE.split(b"---\n")[-1], "note").article.origin.media_type == "text/markdown"
