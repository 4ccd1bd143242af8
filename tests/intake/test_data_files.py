"""Data and the source of programs get one sentence; what only resembles them is read."""

import pytest

from briefing.intake import Unsupported, read_bytes

DATA = {
    "table.csv": "name,vote\nBrandt,yes\nVeil,no\n",
    "table.txt": 'name;vote;day\nBrandt;yes;1\n"Veil; T.";no;2\nKeller;no;2\n',
    "data.json": '{"a": [1, 2]}',
    "lines.log": '{"a": 1}\n{"a": 2}\n',
    "feed.xml": "<?xml version='1.0'?><a><b>c</b></a>",
    "tool.py": "# A tool\n\nimport os\n\n- not markdown\n",
    "tool": "#!/usr/bin/env python3\nprint(1)\n",
    "page.css": "p { color: red }\n",
    "set.yaml": "a: 1\nb: 2\n",
}
TEXTS = {
    "brackets.txt": "[Ann Keller is the chairwoman of the board.]\n",
    "braces.txt": "{The board} denied it.\n",
    "commas.txt": "Yes, he said, and left.\nNo, she said, and stayed.\nWell, they said, and ran.\nOh, said I.\n",
    "two-columns.txt": "Brandt, yes\nVeil, no\nKeller, no\n",
}


@pytest.mark.parametrize("name", DATA)
def test_data_is_told_of_in_one_sentence(name: str) -> None:
    with pytest.raises(Unsupported, match=rf"^“{name}” is (?:data|a program|settings)[^.]*, not an article\. "):
        read_bytes(DATA[name].encode(), name)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_resembles_data_is_read(name: str) -> None:
    article = read_bytes(TEXTS[name].encode(), name).article
    assert article.text.split() == TEXTS[name].split()
