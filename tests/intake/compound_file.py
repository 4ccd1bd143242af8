"""Writes small compound files ([MS-CFB], version 3), which hold the messages that Outlook saves."""

import struct

SECTOR = 512
MINI = 64
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file whose root holds the streams; each must be shorter than 4,096 bytes."""
    mini, mini_fat, starts = b"", [], []
    for data in streams.values():
        starts.append(len(mini_fat))
        count = max(1, -(-len(data) // MINI))
        mini += data.ljust(count * MINI, b"\0")
        mini_fat += [len(mini_fat) + 1 + number for number in range(count - 1)] + [END]
    names = list(streams)
    directory = _entry("Root Entry", 5, 1 if names else FREE, FREE, 3, len(mini))
    for number, name in enumerate(names):
        right = number + 2 if number + 1 < len(names) else FREE
        directory += _entry(name, 2, FREE, right, starts[number], len(streams[name]))
    # Sectors: the FAT, the directory, the mini FAT, and the mini stream, one after the other.
    directory = _padded(directory)
    mini_table = _padded(struct.pack(f"<{len(mini_fat)}I", *mini_fat), b"\xff")
    sizes = [len(part) // SECTOR for part in (directory, mini_table, _padded(mini))]
    fat, at = [FAT], 1
    for size in sizes:
        fat += [at + number + 1 for number in range(size - 1)] + [END]
        at += size
    first_mini_table, first_mini = 1 + sizes[0], 1 + sizes[0] + sizes[1]
    directory = directory[:116] + struct.pack("<I", first_mini) + directory[120:]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6),
        0, 1, 1, 0, 4096, first_mini_table, sizes[1], END, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108I", *[FREE] * 108)
    return header + _padded(struct.pack(f"<{len(fat)}I", *fat), b"\xff") + directory + mini_table + _padded(mini)


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", encoded, len(encoded), kind, 1, FREE, right, child, bytes(16), 0, 0, 0, start, size
    )


def _padded(data: bytes, filling: bytes = b"\0") -> bytes:
    return data + filling * (-len(data) % SECTOR)
