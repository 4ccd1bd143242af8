"""The analysis imports spaCy without its command line, which is there all the same for whoever asks for it."""

import json
import subprocess
import sys

OPENS = """
import json, sys
from briefing.analysis import Analyser

analyser = Analyser.open()
heavy = [name for name in ("spacy.cli", "typer", "weasel", "requests") if name in sys.modules]
import spacy
told = spacy.info(silent=True)
import spacy.cli
print(json.dumps({
    "heavy": heavy,
    "pipes": analyser.language_model.pipe_names,
    "version": told["spacy_version"],
    "commands": hasattr(spacy.cli, "download"),
}))
"""


def test_the_command_line_of_spacy_is_loaded_only_when_it_is_called() -> None:
    done = subprocess.run([sys.executable, "-c", OPENS], check=True, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["heavy"] == []
    assert "parser" in told["pipes"]
    assert told["version"]
    assert told["commands"]
