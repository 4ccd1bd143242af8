"""Changes samples at random, the same way for the same number, so that every finding can be made again."""

import gzip
import io
import random
import zipfile
import zlib

TOKENS = {
    "html": (
        "<p>",
        "</div>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<br><br>",
        "&#x202e;",
        "&amp;",
        "<svg>",
        "]]>",
        "<div class='related'>",
        "<h1>",
        "<li>",
        "<blockquote>",
        "<a href='x'>",
        "<title>",
        "<meta charset='utf-16'>",
        "\x00",
    ),
    "md": ("# ", "- ", "> ", "```", "|---|", "[a](b)", "***", "\n\n", "<div>", "---\n", "1. ", "\t"),
    "txt": ("\n\n", "- ", "By ", "\r", "\u2028", "\u202e", "====", "> ", "\x0c", "2025-02-30"),
    "rtf": (
        "{",
        "}",
        "\\par ",
        "\\u-1?",
        "\\'e9",
        "\\bin9999999999 ",
        "{\\*\\x",
        "\\uc99 ",
        "\\footnote",
        "\\ansicpg0 ",
        "\\v ",
    ),
    "vtt": ("-->", "<v A>", "</c>", "NOTE ", "00:00:01.000", "\n\n", "STYLE\n", "&lt;"),
    "srt": ("-->", "1\n", "00:00:01,000", "\n\n", "{\\an8}", "<i>"),
    "warc": ("WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 9999999999\r\n", "\x1f\x8b", "HTTP/1.1 200 OK", "ffffff\r\n"),
    "enex": ("<note>", "</note>", "<![CDATA[", "]]>", "<en-media/>", "&a;", "<!DOCTYPE x [<!ENTITY a 'b'>]>"),
    "json": ("{", "}", "[", "]", "null", "1e999", '"text":', '"from":', '"messages":', "\\ud800", ","),
    "js": ("{", "}", "[", "]", "null", "1e999", '"tweet":', ";", "window.YTD."),
    "csv": (",", '"', "\n", ";", "\x00", "99999999999999999999", "highlight"),
    "clippings": ("==========\n", "|", "(", ")", "- Your Note ", "Location 9-", "\n\n"),
    "bib": ("{", "}", "@", '"', "\\'", "\\begin{a}", "$", "#", "=", ",", "@string{a=", "\\\\"),
    "ris": ("TY  - ", "ER  - ", "AU  - ", "\n", "  - ", "XX  - "),
    "chat": ("03/06/2024, 10:00 - ", ": ", "\n", "\u200e", "[3.6.24, 10:02:00] "),
    "rss": ("<item>", "</item>", "<link>", "<content:encoded>", "<entry>", "&lt;", "]]>"),
    "bookmarks": ("<DL>", "</DL>", "<DT>", "<A HREF=", "<H3>", "<DD>"),
    "eml": (
        "\n\n",
        "Content-Type: text/html\n",
        "--=",
        "=?utf-8?q?=",
        "Date: x\n",
        "Content-Transfer-Encoding: base64\n",
        "charset=x",
    ),
    "pdf": (
        "obj",
        "endobj",
        "stream",
        "<<",
        ">>",
        "/Kids",
        "/Parent",
        "0 R",
        "[",
        "trailer",
        "%%EOF",
        "/Filter",
        "/Length",
    ),
}
_GZIP = b"\x1f\x8b"
MARKUP = ("<", ">", "&", "</", "/>", "&a;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<w:p>", "<text:p>", '="', "<?xml?>")


def mutated(sample: bytes, others: list[bytes], form: str, number: int) -> bytes:
    """The sample, changed a few times by chance that only the number decides."""
    chance = random.Random(number)
    if sample.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return _repacked(sample, chance)
    tokens = [token.encode() for token in TOKENS.get(form, ("\x00", "\xff"))]
    if sample.startswith(_GZIP) and chance.random() < 0.7:
        return gzip.compress(_changed(gzip.decompress(sample), [], tokens, chance), 1, mtime=0)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 32))):
        sample = _changed(sample, others, tokens, chance)
    return sample[:2_000_000]


def _changed(data: bytes, others: list[bytes], tokens: list[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 2, 8, 64, 512, 4096)))
    kind = chance.randrange(9)
    if kind == 0:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + data[to:]
    if kind == 2:
        return data[:at] + chance.choice(tokens) + data[at:]
    if kind == 3:
        return data[:at] + chance.choice(tokens) * chance.choice((2, 10, 100, 2000)) + data[at:]
    if kind == 4:
        return data[:at] + data[at:to] * chance.choice((2, 3, 20)) + data[to:]
    if kind == 5:
        other = chance.choice(others or [data])
        begin = chance.randrange(len(other) + 1)
        return data[:at] + other[begin : begin + chance.choice((8, 64, 512, 4096))] + data[at:]
    if kind == 6:
        return data[:at] if chance.random() < 0.3 else data
    if kind == 7:
        return data[:at] + chance.randbytes(chance.choice((1, 4, 16))) + data[to:]
    return (
        data[:at]
        + data[at : at + 1].swapcase()
        + bytes([255 - each for each in data[at + 1 : at + 2]])
        + data[at + 2 :]
    )


def _repacked(sample: bytes, chance: random.Random) -> bytes:
    """A packed document with one of its parts changed inside."""
    file = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(sample)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            chosen = chance.choice(old.namelist())
            for part in old.namelist():
                data = old.read(part)
                if part == chosen:
                    packed = data.startswith(_GZIP)
                    data = gzip.decompress(data) if packed else data
                    tokens = [token.encode() for token in TOKENS["warc"] if packed] or [
                        each.encode() for each in MARKUP
                    ]
                    for _ in range(chance.choice((1, 2, 4, 16))):
                        data = _changed(data, [data], tokens, chance)
                    data = gzip.compress(data, 1, mtime=0) if packed else data
                new.writestr(part, data)
    except (zipfile.BadZipFile, zlib.error, ValueError):
        return sample
    return file.getvalue()
