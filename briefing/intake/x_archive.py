"""Posts and messages of an archive that X (Twitter) hands out, in the order in which they were sent."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from briefing.intake.conversation import Message, article_of_messages
from briefing.intake.format_signs import X_START
from briefing.intake.json_file import entries, json_in, words_at
from briefing.model import Article

MEDIA_TYPE = "application/javascript"
_REPOSTED = re.compile(r"^RT (@\w{1,30}): ")


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a file of posts or messages.

    Raises:
        UnreadableFile: if it is damaged.
        NotAnArticle: if there are no words in it.
    """
    bare = X_START.sub(b"", data.removeprefix(b"\xef\xbb\xbf"), count=1).rstrip(b" \r\n\t;")
    sent = [(moment, message) for entry in entries(json_in(bare, name)) for moment, message in _messages(entry)]
    # An archive has the newest first; what cannot be dated stays where it stands.
    if all(moment for moment, _ in sent):
        sent.sort(key=lambda each: each[0])
    return article_of_messages((message for _, message in sent), name, address, MEDIA_TYPE)


def _messages(entry: dict[str, Any]) -> Iterator[tuple[str, Message]]:
    if isinstance(entry.get("dmConversation"), dict):
        for held in entries(entry["dmConversation"], "messages"):
            created = held.get("messageCreate")
            sender = words_at(created, "senderId")
            yield _sent(words_at(created, "text"), f"#{sender}" if sender else "", words_at(created, "createdAt"))
        return
    post = entry.get("tweet", entry.get("noteTweet", entry))
    if not isinstance(post, dict):
        return
    words = unescape(words_at(post, "full_text", "text") or words_at(post.get("core"), "text"))
    links = post.get("entities")
    for link in entries(links, "urls"):
        short, whole = words_at(link, "url"), words_at(link, "expanded_url")
        words = words.replace(short, whole) if short and whole else words
    reposted = _REPOSTED.match(words)
    sender = reposted[1] if reposted else _handle(post)
    yield _sent(words[reposted.end() :] if reposted else words, sender, words_at(post, "created_at", "createdAt"))


def _handle(post: dict[str, Any]) -> str:
    handle = words_at(post.get("user"), "screen_name")
    return words_at(post.get("user"), "name") or (f"@{handle}" if handle else "")


def _sent(words: str, sender: str, when: str) -> tuple[str, Message]:
    moment = _moment(when)
    return moment, Message(words, sender, moment[:10], moment[11:16])


def _moment(when: str) -> str:
    for read_moment in (datetime.fromisoformat, lambda words: datetime.strptime(words, "%a %b %d %H:%M:%S %z %Y")):
        try:
            return read_moment(when).isoformat()
        except (ValueError, OverflowError):
            continue
    try:
        return parsedate_to_datetime(when).isoformat()
    except (ValueError, OverflowError):
        return ""
