"""Takes in all posts of a forum's thread, and leaves out what stands between them."""

import re
from collections import defaultdict

from briefing.intake.html_blocks import Found
from briefing.model import BlockKind

LONG = 80
"""Characters from which on a paragraph that ends like a sentence counts as prose."""
ENDS_AS_SENTENCE = re.compile(r"[.!?…:。！？؟][\"”'’»)\]]*\s*$")
_LINKED = 0.4
"""Share of a line's characters from which on it is a link."""


def is_prose(block: Found) -> bool:
    """Whether a block is as long as a sentence, and ends as one."""
    words = block.passage.words
    return len(words) >= LONG and block.linked < _LINKED and bool(ENDS_AS_SENTENCE.search(words))


def take_posts(found: list[Found], belongs: list[bool]) -> None:
    """Take in every post where one of several is a part of the article; the title above them stays."""
    posts = _thread(found, belongs)
    if not posts:
        return
    first = min(posts)
    for number, block in enumerate(found):
        title = block.passage.kind is BlockKind.HEADING and block.passage.level == 1
        above = number < first and is_prose(block)
        belongs[number] = number in posts or (belongs[number] and (title or above))


def _thread(found: list[Found], belongs: list[bool]) -> frozenset[int]:
    """The numbers of the blocks in the posts of a thread; none where the page holds no more than one."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(found):
        if block.post:
            by_name[block.post].append(number)
    is_read = any(belonging and is_prose(block) for block, belonging in zip(found, belongs, strict=True))
    for numbers in by_name.values():
        said = [number for number in numbers if is_prose(found[number])]
        several = len({found[number].post_number for number in said}) > 1
        if several and (not is_read or any(belongs[number] for number in said)):
            return frozenset(numbers)
    return frozenset()
