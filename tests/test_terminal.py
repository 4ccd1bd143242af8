"""Nothing that anybody wrote acts on the terminal which shows it, whatever the command prints."""

import argparse
import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.cli import main
from briefing.model.catalogue import catalogue
from briefing.terminal import harmless, json_of, language

ACTING = [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), 0x2066, 0x2069)]
HOSTILE = "\x1b]0;owned\x07\x9b31m\u202egnp.exe"
"""Names the window, colours what follows, and turns the writing direction."""


def briefing(folder: Path, *arguments: str | bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "BRIEFING_LIBRARY": str(folder / "library"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=300, check=False)


def acting_in(*outputs: bytes) -> set[str]:
    return {sign for output in outputs for sign in output.decode("utf-8") if sign in ACTING and sign not in "\r"}


@pytest.mark.parametrize("sign", ACTING)
def test_each_sign_that_acts_is_shown_as_one_that_cannot_be(sign: str) -> None:
    assert harmless(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_words_in_any_script_stay_as_they_are() -> None:
    words = "“Ärger”\tשלום\u200f 東京\n👩‍🚒 e\u0301"
    assert harmless(words) == words


@given(some.recursive(some.text(some.characters(exclude_categories=())), lambda inner: some.lists(inner), max_leaves=5))
def test_json_says_the_same_without_signs_that_act(found: object) -> None:
    written = json_of(found)
    assert json.loads(written) == found
    assert written == harmless(written)
    written.encode("utf-8")


def test_an_article_a_mail_and_a_feed_with_hostile_names_are_printed_as_words(tmp_path: Path) -> None:
    mail = f"From: {HOSTILE} <a@press.example>\nSubject: Bridge {HOSTILE}\n\nThe bridge is closed, Ada Reed said.\n"
    item = "<item><title>Bridge \u202egnp.exe &#x9b;31m</title><link>https://news.example/x</link></item>"
    feed = f"<rss version='2.0'><channel><title>Harbour \u2066</title>{item}</channel></rss>"
    texts = {f"{HOSTILE}.txt": "The bridge is closed.", "a.eml": mail, "feed.xml": feed, "empty\x1b[2J.txt": ""}
    for name, text in texts.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    for arguments in (["read"], ["read", "--json"], ["library", "import"], ["library", "import", "--json"]):
        ran = briefing(tmp_path, *arguments, str(tmp_path / "in"))
        assert acting_in(ran.stdout, ran.stderr) == set(), arguments
        assert b"Traceback" not in ran.stderr
    listed = briefing(tmp_path, "library", "list", "--json")
    titles = [one["title"] for one in json.loads(listed.stdout)]
    assert not any(harmless(title) != title for title in titles)


@pytest.mark.parametrize(
    "arguments", [["read", "x", "--\x1b[31m"], ["--\x1b[31m"], ["gone\x1b[31m.txt"], ["\x1b[31m"], [b"\x1b[31m\xff"]]
)
def test_arguments_that_are_none_are_named_in_words(tmp_path: Path, arguments: list[str | bytes]) -> None:
    ran = briefing(tmp_path, *arguments)
    assert ran.returncode == 2
    assert "\N{REPLACEMENT CHARACTER}[31m" in ran.stderr.decode("utf-8")
    assert acting_in(ran.stdout, ran.stderr) == set()


def test_without_a_screen_the_article_is_named_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a\x1b[31m.txt").write_text("Words.", encoding="utf-8")
    ran = briefing(tmp_path, str(tmp_path / "a\x1b[31m.txt"))
    assert b"no display" in ran.stderr
    assert acting_in(ran.stdout, ran.stderr) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the name of a file is text")
def test_a_file_whose_name_is_no_text_is_read_kept_and_exported(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    file = os.path.join(folder, b"caf\xe9.txt")  # noqa: PTH118 a path of bytes
    Path(os.fsdecode(file)).write_text("the bridge is closed, Mayor Ada Reed said.", encoding="utf-8")
    read = briefing(tmp_path, "read", file, "--json")
    assert json.loads(read.stdout)["text"] == "the bridge is closed, Mayor Ada Reed said."
    imported = briefing(tmp_path, "library", "import", file, "--json")
    assert [one["outcome"] for one in json.loads(imported.stdout)] == ["new"]
    (kept,) = json.loads(briefing(tmp_path, "library", "list", "--json").stdout)
    assert kept["title"] == "caf\N{REPLACEMENT CHARACTER}" or kept["title"] == "caf"
    written = briefing(tmp_path, "export", file, "--to", "md", "-o", str(tmp_path / "out"))
    assert (written.returncode, written.stderr) == (0, b"")
    missing = briefing(tmp_path, "read", b"gone\xff.txt")
    assert "“gone\N{REPLACEMENT CHARACTER}.txt” was not found" in missing.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "C"}, "de"),
        ({"LANG": "de_DE", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LANGUAGE": "tlh:de"}, "de"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "tlh"}, "en"),
    ],
)
def test_the_terminal_is_answered_in_the_language_of_the_system(
    variables: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language() == spoken


@pytest.mark.parametrize(
    "arguments",
    [
        ["--language", "de", "read", "gone.txt"],
        ["read", "gone.txt", "--language=de"],
        ["--lang", "de", "read", "gone.txt"],
    ],
)
def test_a_command_answers_in_the_language_that_is_named(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(arguments) == 1
    assert "„gone.txt“ wurde nicht gefunden." in capsys.readouterr().err


def test_a_command_explains_itself_in_that_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with pytest.raises(SystemExit):
        main(["library", "--help", "--language", "de"])
    assert "die Artikel auflisten, die neuesten zuerst" in capsys.readouterr().out


def test_what_argparse_says_itself_is_in_that_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with pytest.raises(SystemExit):
        main(["library", "--help", "--language", "de"])
    told = capsys.readouterr().out
    assert told.startswith("Aufruf: briefing library ")
    assert "\nArgumente:\n" in told
    assert "\nOptionen:\n  -h, --help " in told
    assert "diese Hilfe zeigen" in told
    with pytest.raises(SystemExit) as ended:
        main(["--language=es", "read"])
    assert ended.value.code == 2
    assert "briefing read: error: faltan estos argumentos: FILE|ADDRESS" in capsys.readouterr().err


def test_a_start_with_wrong_arguments_hears_so_in_the_language_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "es")
    with pytest.raises(SystemExit) as ended:
        main(["--bogus\x1b[2J"])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("uso: briefing ")
    assert "briefing: error: argumentos desconocidos: --bogus\N{REPLACEMENT CHARACTER}[2J\n" in told


def test_the_english_catalogue_has_the_words_of_argparse_to_the_letter() -> None:
    source = Path(argparse.__file__).read_text("utf-8")
    own = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    told = {code: words for code, words in catalogue("en").entries.items() if code.startswith("arguments.")}
    assert len(told) > 15
    assert {code for code, words in told.items() if words not in own} == set()


def test_what_argparse_puts_into_its_sentences_is_put_into_ours() -> None:
    places = re.compile(r"%(?:\(\w+\))?[sr]")
    for code, words in catalogue("en").entries.items():
        if code.startswith("arguments."):
            said = [str(catalogue(language).entries[code]) for language in ("de", "es")]
            assert [sorted(places.findall(one)) for one in said] == 2 * [sorted(places.findall(str(words)))], code


def test_json_is_english_in_every_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    (tmp_path / "empty.txt").touch()
    assert (
        main(["library", "--library", str(tmp_path / "library"), "import", str(tmp_path / "empty.txt"), "--json"]) == 1
    )
    (told,) = json.loads(capsys.readouterr().out)
    assert told["outcome"] == "“empty.txt” is empty. Nothing was opened."
