"""The manual page and the completions of shells name every command there is."""

import shutil
import subprocess
from pathlib import Path

import pytest

import command_docs
from briefing.cli import command_parser

COMMANDS = [name for name, _ in command_docs._commands(command_parser())]


def test_the_manual_page_tells_of_every_command_and_is_sound_troff(tmp_path: Path) -> None:
    page = command_docs.manual_page(1_800_000_000)
    for name in COMMANDS:
        assert f".SS briefing {name.replace('-', chr(92) + '-')}" in page
    assert '"2027-01-15"' in page
    if shutil.which("man"):
        path = tmp_path / "briefing.1"
        path.write_text(page, encoding="utf-8")
        told = subprocess.run(["man", "--warnings", "-l", path], capture_output=True, text=True, check=True)
        assert told.stderr == ""


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_commands_their_options_and_what_they_hold() -> None:
    ask = 'COMP_WORDS=({words}); COMP_CWORD={at}; _briefing; echo "${{COMPREPLY[@]}}"'
    for words, at, expected in (("briefing ana", 1, "analyze"), ("briefing library sea", 2, "search")):
        script = (
            f'{command_docs.bash_completion()}\ncompgen() {{ builtin compgen "$@"; }}\n{ask.format(words=words, at=at)}'
        )
        told = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
        assert expected in told.stdout.split()


@pytest.mark.parametrize("made", [command_docs.zsh_completion, command_docs.fish_completion])
def test_other_shells_know_every_command(made: object) -> None:
    assert callable(made)
    text = made()
    assert all(name in text for name in COMMANDS)
