"""The interface speaks German and Spanish from end to end, and English with the plurals that English has."""

import importlib.util
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from windows import PATIENCE, OpenWindow

from briefing.desktop.interface_language import install_language, language_names, remove_language, spoken_language
from briefing.desktop.ledger.reasons import Reasons
from briefing.desktop.model_labels import status_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import SYSTEM_LANGUAGE, Settings
from briefing.model import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    KeptArticle,
    Origin,
    Polarity,
    Span,
    Status,
    Voice,
)
from briefing.model.message import Message

CHECKOUT = Path(__file__).parents[2]
PLACEHOLDER = re.compile(r"\{\w+\}|%n|%1")
LANGUAGES = {"de": "Deutsch", "en": "English", "es": "Español"}
"""The languages of the window, each by its own name."""
MENUS = {
    "de": ["Datei", "Bearbeiten", "Markieren", "Aussage", "Bibliothek", "Ansicht", "Hilfe"],
    "es": ["Archivo", "Editar", "Marcar", "Afirmación", "Biblioteca", "Ver", "Ayuda"],
}
WORDS = {
    "de": ("Nächste Aussage", "Umstritten", "Eingang"),
    "es": ("Afirmación siguiente", "Discutido", "Bandeja de entrada"),
}
REASON = {
    "de": "Dafür steht bisher allein das Wort von einer ungenannten Quelle: „said“.",
    "es": "Hasta ahora es solo la palabra de una fuente sin nombre: «said».",
}
CANCEL = {"de": "Abbrechen", "es": "Cancelar"}


@pytest.fixture(scope="module")
def translate() -> ModuleType:
    """The command that makes the catalogues."""
    path = CHECKOUT / "packaging" / "translate.py"
    spec = importlib.util.spec_from_file_location("translate", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["translate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=sorted(MENUS))
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """One language after the other, spoken by the application."""
    installed = install_language(qapp, request.param)
    yield request.param
    remove_language(qapp, installed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated(translate: ModuleType, language: str) -> None:
    known = translate.read(translate.FOLDER / f"briefing_{language}.ts")
    entries = translate.brought_up_to_date(known, translate.all_texts(), language)
    assert [entry.source for entry in entries if not entry.finished] == []
    assert len(entries) == len(known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_text(translate: ModuleType, language: str) -> None:
    known = translate.read(translate.FOLDER / f"briefing_{language}.ts")
    differ = [
        entry.source
        for entry in known.values()
        for form in entry.forms
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(entry.source))
    ]
    assert differ == []


@pytest.mark.parametrize(("language", "before_dots"), [("en", ""), ("es", ""), ("de", " ")])
def test_the_dots_of_a_text_that_asks_first_stand_as_the_language_has_them(
    translate: ModuleType, language: str, before_dots: str
) -> None:
    known = translate.read(translate.FOLDER / "briefing_de.ts").values()
    if language == "en":
        texts = [entry.source for entry in known]
    else:
        known = translate.read(translate.FOLDER / f"briefing_{language}.ts").values()
        texts = [form for entry in known for form in entry.forms]
    dotted = [text for text in texts if text.endswith("…")]
    assert len(dotted) > 20
    assert [text for text in dotted if text[:-1] != text[:-1].rstrip() + before_dots] == []


def test_no_text_has_three_dots_where_one_sign_is_meant(translate: ModuleType) -> None:
    assert [text for text in translate.all_texts() if "..." in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_written_one(translate: ModuleType, language: str) -> None:
    path = translate.FOLDER / f"briefing_{language}.ts"
    assert path.with_suffix(".qm").read_bytes() == translate.compiled(path.read_bytes())


def test_texts_are_found_wherever_they_stand(translate: ModuleType) -> None:
    lines = ('self.tr("One")', 'translated("Two")', 'Q.translate("Place", "Three")', "point.translate(1, 2)")
    assert list(translate.texts_in("\n".join((*lines, 'QT_TRANSLATE_NOOP("Place", "Four")')))) == [
        "One",
        "Two",
        "Three",
        "Four",
    ]


def test_the_window_speaks_the_language(spoken: str, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_window(tmp_path / "library")
    window = opened.window
    menus = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].casefold() for title in menus]
    assert len(set(letters)) == len(menus)
    menus = [title.replace("&", "") for title in menus]
    next_claim, disputed, inbox = WORDS[spoken]
    assert menus == MENUS[spoken]
    assert window.actions_by_name["next_claim"].text() == next_claim
    assert status_label(Status.DISPUTED) == disputed
    (tmp_path / "a.txt").write_text("Fähre\n\nThe ferry stops, she said.", encoding="utf-8")
    opened.session.openings.open_files([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.library.shelves.shelves.index(0, 0).data() == f"{inbox}   1", timeout=PATIENCE)


def test_the_reasons_of_a_status_are_in_the_language(spoken: str, qtbot: QtBot) -> None:
    text, span, nobody = "It is said.", Span(0, 11), Message("source.nobody")
    reason = Evidence((Span(6, 10),), "claimed.alone", arguments=(("source", nobody), ("words", "said")))
    claim = Claim(*("c1", (span,), (), Voice.NARRATED, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, (reason,)))
    article = Article(text, (Block(BlockKind.PARAGRAPH, span),), Origin("Said", digest="d"))
    moment = datetime(2026, 5, 1, tzinfo=UTC)
    reasons = Reasons()
    qtbot.addWidget(reasons)
    kept = KeptArticle(1, article.origin, moment, moment)
    reasons.show_claim(OpenArticle(kept, article, Analysis("t", "en", (), (claim,))), claim)
    told = [label.text() for label in reasons.findChildren(QLabel)]
    assert REASON[spoken] in told


def test_buttons_of_qt_itself_are_in_the_language(spoken: str) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == CANCEL[spoken]


def test_keys_have_the_names_that_are_engraved_on_keyboards(spoken: str) -> None:
    told = QKeySequence("Ctrl+Shift+B").toString(QKeySequence.SequenceFormat.NativeText)
    assert told == {"de": "Strg+Umschalt+B", "es": "Ctrl+Mayús+B"}[spoken]


def test_english_counts_as_english_does(qapp: QApplication) -> None:
    installed = install_language(qapp, "en")
    found = [QCoreApplication.translate("Any", "%n article(s) found", "", number) for number in (1, 2)]
    remove_language(qapp, installed)
    assert found == ["1 article found", "2 articles found"]


def test_the_chosen_language_is_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.language == SYSTEM_LANGUAGE
    settings.language = "de"
    settings.sync()
    assert Settings(tmp_path).language == "de"


def test_languages_are_those_that_have_a_catalogue_each_by_its_own_name(translate: ModuleType) -> None:
    assert language_names() == LANGUAGES
    assert {f"briefing_{code}.ts" for code in language_names()} == {path.name for path in translate.FOLDER.glob("*.ts")}


def test_the_first_language_that_the_system_wishes_and_we_have_is_spoken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "tlh:de_AT:en")
    installed = install_language(qapp, SYSTEM_LANGUAGE)
    spoken = spoken_language()
    remove_language(qapp, installed)
    assert (spoken, spoken_language()) == ("de", "en")


def test_a_language_without_a_catalogue_counts_as_english(qapp: QApplication) -> None:
    installed = install_language(qapp, "xx")
    said = QCoreApplication.translate("Any", "%n article(s) found", "", 2)
    remove_language(qapp, installed)
    assert said == "2 articles found"


def test_a_language_is_one_file_for_the_window_and_one_for_messages_and_no_module_knows_which_there_are() -> None:
    for folder, name in (("translations", "briefing_{}.ts"), ("messages", "{}.toml")):
        files = {path.name for path in (CHECKOUT / "resources" / folder).glob(name.format("*"))}
        assert files == {name.format(language) for language in LANGUAGES}
    named = re.compile(rf"""["'](?:briefing_)?(?:{"|".join(LANGUAGES.keys() - {"en"})})["'.]""")
    package = CHECKOUT / "briefing"
    speaking = [*package.glob("*.py"), *(package / "desktop").rglob("*.py"), *(package / "model").rglob("*.py")]
    code = {path: re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL) for path in speaking}
    assert [path.name for path, text in code.items() if named.search(text)] == []
