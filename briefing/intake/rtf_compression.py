"""Unpacks the Rich Text in messages of Outlook ([MS-OXRTFCP])."""

import struct

MOST = 50_000_000
"""Bytes that a text may unpack to."""

_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every text may refer to."""

_SIZE = 4096
_PACKED, _PLAIN = b"LZFu", b"MELA"


def rich_text_in(data: bytes) -> bytes:
    """The Rich Text in what a message holds of it.

    Raises:
        ValueError: if it is damaged, or would unpack to too much.
    """
    if len(data) < 16:
        raise ValueError("no header")
    _, length, kind, _ = struct.unpack("<II4sI", data[:16])
    if length > MOST:
        raise ValueError("too long")
    if kind == _PLAIN:
        return data[16 : 16 + length]
    if kind != _PACKED:
        raise ValueError("unknown packing")
    return bytes(_unpacked(data, length))


def _unpacked(data: bytes, length: int) -> bytearray:
    known = bytearray(_SIZE)
    known[: len(_KNOWN)] = _KNOWN
    to, at = len(_KNOWN), 16
    found = bytearray()
    while at < len(data) and len(found) < length:
        control, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data) or len(found) >= length:
                break
            if not control >> bit & 1:
                signs, at = data[at : at + 1], at + 1
                known[to] = signs[0]
                to = (to + 1) % _SIZE
                found += signs
                continue
            if at + 1 >= len(data):
                return found
            reference, at = data[at] << 8 | data[at + 1], at + 2
            place = reference >> 4
            if place == to:
                # A reference to itself ends the text.
                return found
            for step in range((reference & 15) + 2):
                sign = known[(place + step) % _SIZE]
                known[to] = sign
                to = (to + 1) % _SIZE
                found.append(sign)
    return found
