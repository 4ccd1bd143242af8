"""Bytes to characters, and characters to canonical text."""

import re
import unicodedata
from pathlib import PurePath

from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.model.message import Message

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 200_000
"""Bytes that are looked at to guess an encoding."""

_WESTERN = frozenset("’‘“”„–—…•·éèêëàâäáãåçñöòóôõøüùúûíìîïßæœÉÈÀÁÂÄÅÇÑÖØÓÜÚÍ£€§°«»½¼¾©®™²³×\xa0")

_CENTRAL = frozenset(
    "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüßőűÄÖÜŐŰľĺŕôĽĹŔÔđĐăâîşţĂÂÎŞŢëç„“”’‘‚–—…•·«»§°€™©®\xa0"
)

_SCRIPTS = {
    "cp1251": "CYRILLIC", "koi8-r": "CYRILLIC", "cp866": "CYRILLIC", "cp1253": "GREEK", "cp1255": "HEBREW",
    "cp1256": "ARABIC",
}  # fmt: skip

LEAST_OF_WORDS = 0.85
"""Share of the letters beyond ASCII that stand in words of a script, above which a text is taken to be in it."""

_FREQUENT = {"CYRILLIC": frozenset("ьыяюіїѓљ"), "GREEK": frozenset("άέήίόύώΆΈΉΊΌΎΏ")}
_HIGH_WORD = re.compile("[^\x00-\x7f]+")
_MARKS_OF_TEXT = "’‘“”„‚–—…•·«»§°©®\xa0№\u0384΄΅\u200e\u200f،؛؟ـ"

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Soft hyphens, zero-width spaces, controls, halves of surrogate pairs, and embeddings that turn the writing direction
until somebody ends them. Joiners, direction marks and isolates stay: scripts need them."""

_ISOLATES = re.compile("[\u2066-\u2069]")
"""What turns the writing direction until somebody ends it; within a text a passage may need them, a headline not."""

_HALVES = re.compile("[\ud800-\udfff]")

_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")


def decoded(data: bytes, name: str) -> str:
    """The characters of a text file.

    Args:
        data: all of its bytes.
        name: for the sentence if it fails.

    Raises:
        UnreadableFile: if no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, name)


def canonical(text: str) -> str:
    """The text as it is kept: one kind of line end, Unicode NFC, without characters that cannot be seen."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(words: str) -> str:
    """A title, a name or the like as it is kept: on one line, and without signs that act on what stands beside it."""
    return " ".join(_ISOLATES.sub("", canonical(words)).split())


def collapsed(words: str) -> str:
    """A passage as it is kept: its white space collapsed to single blanks; isolates, which it may need, stay."""
    return canonical(" ".join(words.split())).strip()


def name_of(path: PurePath) -> str:
    """A file's path as text: on some systems a name may be any bytes, of which only part can be shown and kept."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", str(path))


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(name) from fault


def _guessed(data: bytes, name: str) -> str:
    if _reads_as_western(data):
        return data.decode("cp1252")
    known = _by_letters(data)
    if known:
        return data.decode(known, "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise _undecodable(name)
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError) as fault:
        raise _undecodable(name) from fault


def _reads_as_western(data: bytes) -> bool:
    """Whether the few bytes beyond ASCII are the accents and quotation marks of Windows-1252.

    A statistical guess needs more of them than an English text with one "café" has.
    """
    high = [byte for byte in data if byte > 127]
    try:
        signs = bytes(high).decode("cp1252")
    except UnicodeDecodeError:
        return False
    return len(high) * 10 < len(data) and _WESTERN.issuperset(signs)


def _by_letters(data: bytes) -> str:
    """The character set of one byte a letter in which what lies beyond ASCII is words of one script; or nothing."""
    high = bytes(byte for byte in data if byte > 127)
    best, most = "", LEAST_OF_WORDS
    for codec, script in _SCRIPTS.items():
        text = data[:_SAMPLE].decode(codec, "replace")
        share = _share_in_words(text, script)
        if script in _FREQUENT and _FREQUENT[script].isdisjoint(text):
            # Hebrew in the wrong character set: hardly a sentence of these has none of them.
            share *= 0.9
        if share > most:
            best, most = codec, share
    if best:
        return best
    return "cp1250" if _CENTRAL.issuperset(high.decode("cp1250", "replace")) else ""


def _share_in_words(text: str, script: str) -> float:
    """How much of what lies beyond ASCII stands in words of a script, without a capital in the middle of one."""
    good, high = 0.0, 0
    for run in _HIGH_WORD.finditer(text):
        word = run[0].strip(_MARKS_OF_TEXT)
        beside = text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]
        high += len(word)
        mixed = any(sign.isalpha() for sign in beside)
        in_script = word != "" and not mixed and all(unicodedata.name(sign, "").startswith(script) for sign in word)
        if in_script and word[1:] == word[1:].lower():
            good += len(word)
        elif in_script and word.isupper():
            # A text in capitals is rarer than one that is read in the wrong character set.
            good += len(word) / 2
    return good / high if high else 0.0


def _undecodable(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("intake.encoding", name=legible(name)))
