"""Opens zip-packed documents with limits, and their XML without entities: what is packed may be made to harm."""

import io
import zipfile
import zlib
from typing import Any

from briefing.intake.charsets import xml_as_utf8
from briefing.intake.intake_errors import TooLarge, UnreadableFile, Unsupported, legible
from briefing.intake.xml_tree import xml_parser
from briefing.intake.zip_archive import BOUNDED
from briefing.model.message import Message

MOST_UNPACKED = 200_000_000
"""Bytes that a packed document may have unpacked."""

MOST_PARTS = 10_000
"""Files that a packed document may hold."""

_RATIO = 200
"""How many times smaller than its contents a packed part may be before it is taken for a bomb."""

_SMALL = 1_000_000
"""Bytes below which a part may be packed as tightly as it likes."""


class Packed:
    """The parts of a packed document.

    Raises:
        UnreadableFile: if the document is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        Unsupported: if it is packed in a way that documents are not.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
            raise self._damaged() from fault
        parts = self._zip.infolist()
        self._names = frozenset(self._zip.namelist())
        if any(part.compress_type not in BOUNDED for part in parts):
            raise Unsupported(name, Message.of("archive_file.packed_oddly", name=legible(name)))
        tight = any(p.file_size > _SMALL and p.file_size > _RATIO * max(1, p.compress_size) for p in parts)
        if tight or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise TooLarge(name, Message.of("archive_file.too_large_article", name=legible(name)))

    def __contains__(self, part: str) -> bool:
        return part in self._names

    def names(self) -> list[str]:
        """Names of all parts."""
        return self._zip.namelist()

    def read(self, part: str) -> bytes:
        """The bytes of a part; no more than its entry promises are unpacked.

        Raises:
            UnreadableFile: if it is missing, damaged or encrypted.
        """
        try:
            with self._zip.open(part) as file:
                return file.read(MOST_UNPACKED)
        except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as fault:
            raise self._damaged() from fault
        except RuntimeError as fault:
            raise UnreadableFile(self._name, Message.of("intake.password", name=legible(self._name))) from fault

    def xml(self, part: str) -> Any:
        """The root element of an XML part, read without entities, DTDs or the network.

        Raises:
            UnreadableFile: if the part is missing or not sound XML.
        """
        from lxml import etree

        try:
            return etree.fromstring(xml_as_utf8(self.read(part)), xml_parser())
        except etree.XMLSyntaxError as fault:
            raise self._damaged() from fault

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(self._name, Message.of("archive_file.damaged_again", name=legible(self._name)))
