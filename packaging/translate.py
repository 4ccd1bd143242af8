"""Brings the catalogues of the interface up to date with the program, and compiles them.

    .venv/bin/python packaging/translate.py [--check] [--add CODE]

Every text that the window shows is found in the code; new ones come into `resources/translations/briefing_*.ts` as
unfinished, those that are gone leave it. Then Qt's `lrelease` makes the `.qm` files that the program reads. What is
still to be translated is printed, and makes the exit code 1. With `--check` nothing is written. A language is added by
its catalogue alone, which `--add` begins; "English" is translated there by what the language calls itself.
"""

import argparse
import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "resources" / "translations"
CONTEXT = "Briefing"
CALLS = {"tr": 0, "_tr": 0, "translated": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Functions that translate, with the place of the text among their arguments."""

NUMBER = "%n"


@dataclass(frozen=True)
class Entry:
    """A text with its translation: one form, or several if it holds a number; empty while there is none."""

    source: str
    forms: tuple[str, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether all forms are there."""
        return bool(self.forms) and all(self.forms)


def texts_in(code: str) -> Iterator[str]:
    """The texts of the interface in a module."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = CALLS.get(name)
            if place is not None and len(node.args) > place:
                text = node.args[place]
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
                    yield text.value


def all_texts() -> list[str]:
    """The texts of the whole interface, each once, in the order of the modules."""
    modules = sorted((CHECKOUT / "briefing" / "desktop").rglob("*.py"))
    return list(dict.fromkeys(text for path in modules for text in texts_in(path.read_text(encoding="utf-8"))))


def read(path: Path) -> dict[str, Entry]:
    """The entries of a catalogue by their texts."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is not None:
            numbered = [form.text or "" for form in translation.iter("numerusform")]
            found[source] = Entry(source, tuple(numbered or [translation.text or ""]))
    return found


def brought_up_to_date(known: dict[str, Entry], texts: list[str], language: str) -> list[Entry]:
    """The entries for these texts; English needs those with numbers only."""
    wanted = [text for text in texts if language != "en" or NUMBER in text]
    return [known.get(text, Entry(text)) for text in wanted]


def written(entries: list[Entry], language: str) -> bytes:
    """A catalogue as Qt's tools read it."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for entry in entries:
        numbered = NUMBER in entry.source
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if numbered else {})
        ElementTree.SubElement(message, "source").text = entry.source
        translation = ElementTree.SubElement(message, "translation", {} if entry.finished else {"type": "unfinished"})
        if numbered:
            for form in entry.forms or ("", ""):
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = "".join(entry.forms)
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ElementTree.tostring(root, "utf-8") + b"\n"


def compiled(catalogue: bytes) -> bytes:
    """The catalogue as the program reads it."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "catalogue.ts", Path(folder) / "catalogue.qm"
        source.write_bytes(catalogue)
        subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True, capture_output=True)
        return target.read_bytes()


def main() -> int:
    """Bring all catalogues up to date; 1 if something is still to be translated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument(
        "--add", metavar="CODE", action="append", default=[], help="begin a catalogue of another language"
    )
    options = parser.parse_args()
    texts, missing = all_texts(), 0
    languages = {path.stem.partition("_")[2] for path in FOLDER.glob("briefing_*.ts")} | set(options.add)
    for language in sorted(languages):
        path = FOLDER / f"briefing_{language}.ts"
        entries = brought_up_to_date(read(path), texts, language)
        for entry in entries:
            if not entry.finished:
                missing += 1
                print(f"{language}: {entry.source}")
        if not options.check:
            FOLDER.mkdir(exist_ok=True)
            catalogue = written(entries, language)
            path.write_bytes(catalogue)
            path.with_suffix(".qm").write_bytes(compiled(catalogue))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
