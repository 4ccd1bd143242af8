"""The character sets that a page, a feed or a message may name, by the labels of the WHATWG's Encoding Standard.

Only these names are ever looked up: Python knows codecs besides that take minutes of a thread, or raise what no codec
should. As in a browser, ISO-8859-1 and ASCII mean Windows-1252, and GB2312, Shift JIS and EUC-KR their fuller kin.
"""

import codecs
import re
from collections.abc import Iterator
from functools import cache

_PLAIN = "utf-8"

_CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
"""Codecs of Python by the standard's names, where they are called otherwise there."""

_PAGES_OF_DOS = (437, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 869, 1125)

_OF_MAIL = {
    **{f"{prefix}{page}": f"cp{page}" for page in _PAGES_OF_DOS for prefix in ("cp", "ibm", "ibm-")},
    **dict.fromkeys(("ms936", "cp936", "windows-936"), "gb18030"),
    **dict.fromkeys(("cp932", "windows-932", "cp943"), "cp932"),
    **dict.fromkeys(("cp949", "ms949", "uhc"), "cp949"),
    **dict.fromkeys(("cp950", "windows-950", "ms950"), "cp950"),
    **dict.fromkeys(("iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-jp-3", "iso-2022-jp-ms", "cp50220"), "iso2022_jp_ext"),
    **dict.fromkeys(("iso-2022-kr", "csiso2022kr"), "iso2022_kr"),
    **dict.fromkeys(("utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7"), "utf-7"),
    **{name: name for name in ("utf-32", "utf-32le", "utf-32be", "johab", "ptcp154", "kz1048", "koi8-t")},
    "hz-gb-2312": "hz",
    "hp-roman8": "hp_roman8",
}
"""Codecs by names that messages bear and that pages do not."""

_SINGLE = re.compile(r"cp125\d|cp874|iso-8859-\d+|mac_\w+|koi8-[ru]|cp866")
_OF_WINDOWS = {
    byte: sign for byte in range(0x80, 0xA0) if byte != 0x85 and (sign := bytes([byte]).decode("cp1252", "ignore"))
}
_LOST = 100
"""Of as many characters one may be damaged before the name of the character set is not believed."""

_ENCODED_WORD = re.compile(rb"=\?([^\s?*]{1,80})((?:\*[A-Za-z-]{0,20})?\?[bBqQ]\?)")
_EXTENDED = re.compile(rb"(\*\d{0,3}\*?=[\"]?)([A-Za-z0-9_.:-]{1,80})('[A-Za-z-]{0,20}')")
_EDGE = re.compile(rb"\r?\n(\r?\n)|\n--[^\r\n]{1,200}\r?\n(?=[A-Za-z-]{1,76}:)")
"""An empty line, behind which there is text; and the line that begins a part, behind which there are headers."""

_XML = re.compile(rb"\A\s{0,20}<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,80})[\"']")
_TOLD_IN_XML = re.compile(r"\A\s{0,20}<\?xml[^>]{0,400}\?>")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _as_in_browsers(fault: UnicodeError) -> tuple[str, int]:
    """A byte that means nothing is the control of its number, as in a browser; half a letter is a sign for it."""
    assert isinstance(fault, UnicodeDecodeError)
    byte = fault.object[fault.start]
    single = _SINGLE.fullmatch(fault.encoding.replace("_", "-") if "8859" in fault.encoding else fault.encoding)
    return (chr(byte) if single or fault.encoding == "charmap" else "\ufffd"), fault.start + 1


codecs.register_error("briefing", _as_in_browsers)


@cache
def codec_of(label: str) -> str:
    """Python's codec for a character set that a page or a feed names; nothing for one that is not known."""
    import webencodings

    name = "".join(sign for sign in label.strip().lower() if sign.isascii() and sign.isprintable())[:80]
    found = webencodings.lookup(name) if name else None
    if found is None or found.name in ("replacement", "x-user-defined"):
        return ""
    return _CODECS.get(found.name, re.sub(r"\Awindows-", "cp", found.name))


@cache
def codec_of_mail(label: str) -> str:
    """Python's codec for a character set that a message names: more are in use there than on pages."""
    name = label.strip().strip("\"'").lower() if len(label) < 80 else ""
    # With a mark at its beginning a message may be in either order of the bytes.
    return "utf-16" if name == "utf-16" else codec_of(name) or _OF_MAIL.get(name.replace("_", "-"), "")


def is_ascii(label: str) -> bool:
    """Whether a name claims that there is nothing beyond ASCII; what is there all the same is often UTF-8."""
    return label.strip().lower() in ("us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "646", "us")


def read_as(data: bytes, codec: str) -> str | None:
    """The characters of bytes in a character set, a damaged one here and there replaced; None if it cannot be that."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        try:
            text = data.decode(codec, "briefing")
        except (UnicodeError, ValueError):
            return None
    if codec.startswith("iso-8859"):
        # Nobody writes controls: they are the quotation marks and dashes of Windows.
        of_windows = text.translate(_OF_WINDOWS)
        # Only texts of mainframes end lines with this one, and then all; they know nothing of Windows.
        is_mainframe = of_windows == text and "\n" not in text and "<" not in text
        text = of_windows if is_mainframe else of_windows.replace("\x85", "…")
    return text if text.count("\ufffd") * _LOST <= len(text) else None


def named_in_xml(data: bytes) -> str:
    """The character set that the first line of an XML document names, or nothing."""
    found = _XML.match(data[:500])
    return found.group(1).decode("ascii") if found else ""


def xml_as_utf8(data: bytes) -> bytes:
    """An XML document in UTF-8, which says so, whatever character set it named; as it is where that is not known."""
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    label = named_in_xml(data)
    codec = marked or codec_of(label)
    if not codec and not label:
        return data
    # A name that nothing has: UTF-8 is what XML is in without one.
    text = read_as(data, codec or _PLAIN)
    if text is None:
        return _without_name(data)
    told = _TOLD_IN_XML.match(text)
    rest = text[told.end() :] if told else text
    return b'<?xml version="1.0" encoding="UTF-8"?>' + rest.encode("utf-8", "replace")


def with_known_names(message: bytes) -> bytes:
    """A message whose headers name character sets by codecs that are safe to look up, and by no others."""
    if b"=?" not in message and b"*" not in message:
        return message
    return b"".join(_named_anew(lines) if of_headers else lines for of_headers, lines in _blocks(message))


def _blocks(message: bytes) -> Iterator[tuple[bool, bytes]]:
    """A message in stretches: whether each is headers, of the message or of one of its parts, and its bytes."""
    start, of_headers = 0, True
    for mark in _EDGE.finditer(message):
        if of_headers and mark[1] is not None:
            yield True, message[start : mark.end()]
            # The headers of a message within the message follow at once.
            of_headers = b"message/" in message[start : mark.end()].lower()
            start = mark.end()
        elif not of_headers and mark[1] is None:
            yield False, message[start : mark.end()]
            start, of_headers = mark.end(), True
    yield of_headers, message[start:]


def _named_anew(headers: bytes) -> bytes:
    headers = _ENCODED_WORD.sub(lambda found: b"=?" + _known(found[1]) + found[2], headers)
    return _EXTENDED.sub(lambda found: found[1] + _known(found[2]) + found[3], headers)


def _known(label: bytes) -> bytes:
    return (codec_of_mail(label.decode("ascii", "replace")) or "unknown-8bit").encode()


def _without_name(data: bytes) -> bytes:
    found = _XML.match(data[:500])
    return data if found is None else data[: found.start(1)] + _PLAIN.encode() + data[found.end(1) :]
