"""The signs by which the files that other programs export are told: cheap, and without any of their parsers."""

import re
import zlib

from briefing.intake.text_decoder import canonical

MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8."""

# Captions
ARROW = re.compile(r"^[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->", re.MULTILINE)
NUMBERED = re.compile(r"^(\d+)[ \t]*$")

# Messages
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
WHATSAPP_LINE = re.compile(rf"^[\u200e\u200f]*(?:\[({_DAY}),? ({_TIME})\] |({_DAY}),? ({_TIME}) - )(.*)$", re.DOTALL)
_LEAST_LINES = 2
"""Lines that tell a chat from a text that begins with a date; where the name says so, one does."""
X_START = re.compile(rb"\A\s*window\.YTD\.(\w{1,60})\.part\d{1,6}\s*=\s*")
_X_KINDS = (b"tweet", b"tweets", b"note_tweet", b"direct_messages", b"direct_messages_group", b"deleted_tweets")

# Several articles
_ENEX = re.compile(rb"<en-export[\s>]")
_POSTMARK = re.compile(rb"\A\s*From [^\n]{1,200}\n[!-9;-~]+:")
_ARC = re.compile(rb"\Afiledesc://[^\n]{1,300}\n")
_CLIPPING = re.compile(r"\A[\ufeff\s]*[^\n]{1,500}\n- [^\n]{1,400}\|[^\n]{1,300}\n")

# Lists
_BOOKMARKS = re.compile(rb"\A\s*<!DOCTYPE\s+NETSCAPE-Bookmark-file", re.IGNORECASE)
_POCKET = re.compile(rb"<title>\s*Pocket Export\s*</title>", re.IGNORECASE)
ADDED = ("time_added", "timestamp", "created", "saved date", "added", "date_added", "created_at", "savedat")
TAGS = ("tags", "document tags", "labels")
FOLDERS = ("folder", "collection", "status", "location")
RIS = re.compile(rb"\A\s*TY  ?- ?\w+\s*\r?\n")
_BIBTEX = re.compile(rb"\A\s*(?:%[^\n]*\n\s*)*@[A-Za-z]{3,30}\s*[{(]")
_CSL = re.compile(
    rb'"type"\s*:\s*"(?:article(?:-\w+)?|book|chapter|webpage|post(?:-weblog)?|report|thesis|paper-conference|speech|'
    rb"broadcast|interview|legislation|legal_case|manuscript|document|entry(?:-\w+)?|review|motion_picture|song|bill|"
    rb'dataset|pamphlet|patent|personal_communication|map|graphic|figure|software|standard)"'
)

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_COLUMN_MARKS = ",;\t"


def begins_as_json(data: bytes) -> bool:
    """Whether bytes begin like an object or a list."""
    return data[:4096].removeprefix(MARK).lstrip(b" \t\r\n")[:1] in (b"{", b"[")


def columns_of(data: bytes) -> tuple[str, ...]:
    """The names in the first row of a table, in lower case."""
    head = data[:4096].removeprefix(MARK).lstrip(b"\r\n ")
    line = head.split(b"\n", 1)[0].split(b"\r", 1)[0].decode("utf-8", "replace")
    return tuple(cell.strip().strip('"').strip().lower() for cell in line.split(column_mark(line)))


def column_mark(line: str) -> str:
    """What parts the columns in the first row of a table."""
    return max(_COLUMN_MARKS, key=line.count)


def is_captions(text: str, suffix: str) -> bool:
    """Whether characters are captions: marked so on top, or numbered and timed."""
    head = text[:4096].lstrip("\ufeff")
    if re.match(r"WEBVTT(?:[ \t\n\r]|$)", head):
        return True
    lines = [line for line in head.splitlines() if line.strip()][:3]
    timed = [bool(ARROW.match(line)) for line in lines]
    return (suffix == ".srt" and any(timed)) or (len(lines) > 1 and bool(NUMBERED.match(lines[0])) and timed[1])


def is_webarchive(data: bytes) -> bool:
    """Whether bytes are a property list (binary or XML) with a page in it, as Safari saves it."""
    return (data.startswith(b"bplist") or b"<plist" in data[:2048]) and b"WebMainResource" in data


def is_picture(data: bytes) -> bool:
    """Whether bytes are a picture of a kind that scanners and cameras make."""
    return data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def is_whatsapp(data: bytes, name: str) -> bool:
    """Whether a text is a chat that WhatsApp exports."""
    head = canonical(data[:20_000].decode("utf-8", "replace").lstrip("\ufeff")).replace("\u202f", " ").split("\n")
    first = next((line for line in head if line.strip()), "")
    if not WHATSAPP_LINE.match(first):
        return False
    found = sum(bool(WHATSAPP_LINE.match(line)) for line in head)
    return found >= (1 if "whatsapp" in name.lower() else _LEAST_LINES)


def is_telegram(data: bytes) -> bool:
    """Whether bytes are a chat, or all chats, that Telegram exports."""
    if not begins_as_json(data):
        return False
    head = data[:4096]
    one = b'"messages"' in head and b'"type"' in head and (b'"from"' in data or b'"actor"' in data)
    return one or (b'"chats"' in data and b'"messages"' in data and b'"list"' in data and b'"from"' in data)


def is_telegram_page(data: bytes) -> bool:
    """Whether bytes are a page of a chat that Telegram exports."""
    head = data[:65_536]
    return b'class="page_wrap' in head and b'class="message ' in head and b'class="page_body chat_page' in head


def is_x_archive(data: bytes) -> bool:
    """Whether bytes are a file of posts or messages in an archive that X hands out."""
    found = X_START.match(data[:200].removeprefix(MARK))
    return found is not None and found[1] in _X_KINDS


def is_mastodon(data: bytes) -> bool:
    """Whether bytes are an outbox."""
    return begins_as_json(data) and b'"orderedItems"' in data and b"activitystreams" in data


def is_hypothesis(data: bytes) -> bool:
    """Whether bytes are annotations that Hypothesis exports."""
    if not begins_as_json(data):
        return False
    listed = b'"rows"' in data[:65_536] or b'"annotations"' in data[:65_536]
    return listed and b'"uri"' in data and b'"target"' in data


def is_readwise(data: bytes) -> bool:
    """Whether bytes are a table of highlights that Readwise exports."""
    columns = columns_of(data)
    return "highlight" in columns and "book title" in columns


def is_kindle(data: bytes) -> bool:
    """Whether bytes are the clippings of a Kindle."""
    head = canonical(data[:6000].decode("utf-8", "replace"))
    return bool(_CLIPPING.match(head)) and ("\n==========" in head or len(data) > 6000)


def is_highlights(data: bytes) -> bool:
    """Whether bytes are highlights or annotations on works that lie elsewhere."""
    return is_hypothesis(data) or is_readwise(data) or is_kindle(data)


def is_evernote(data: bytes) -> bool:
    """Whether bytes are exported notes."""
    return bool(_ENEX.search(data[:4096]))


def is_mailbox(data: bytes) -> bool:
    """Whether bytes are messages each below its postmark."""
    return bool(_POSTMARK.match(data[:1000]))


def is_warc(data: bytes) -> bool:
    """Whether bytes are an archive of the web, packed or not."""
    start = data[:512]
    if start.startswith(b"\x1f\x8b"):
        try:
            start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:4096], 512)
        except zlib.error:
            return False
    return start.lstrip().startswith(b"WARC/") or bool(_ARC.match(start))


def is_wacz(data: bytes) -> bool:
    """Whether bytes are a packed collection of such archives (WACZ)."""
    return data.startswith(b"PK\x03\x04") and b"datapackage.json" in data and b"archive/" in data


def is_link_list(data: bytes) -> bool:
    """Whether bytes are a list of links that a browser or a reading service exports."""
    head = data[:4096].removeprefix(MARK)
    if _BOOKMARKS.match(head) or _POCKET.search(head):
        return True
    columns = columns_of(data)
    return "url" in columns and "title" in columns and any(name in columns for name in (*ADDED, *TAGS, *FOLDERS))


def is_references(data: bytes) -> bool:
    """Whether bytes are a list of references (CSL-JSON, RIS, BibTeX)."""
    head = data[:65_536].removeprefix(MARK)
    if begins_as_json(head):
        return bool(_CSL.search(head)) and any(mark in head for mark in (b'"issued"', b'"author"', b'"title"'))
    return bool(RIS.match(head) or _BIBTEX.match(head))
