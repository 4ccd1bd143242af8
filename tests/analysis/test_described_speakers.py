"""Who speaks by a description alone is whoever was called so by name, and nobody where that is open."""

import pytest


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Former Texas Gov. Rick Perry arrived. The former three-term governor said the law was bad.", "Rick Perry"),
        ("Senator Bernie Holt won. The independent Vermont senator said the press had mocked him.", "Bernie Holt"),
        ("Billionaire investor Mark Cuban spoke in Dallas. The investor said that the law was bad.", "Mark Cuban"),
        ("Air Force veteran Rick Perry spoke on Monday. The veteran said that the test was fair.", "Rick Perry"),
        ("Governor Ann Kerr signed the law. The former governor said it was bad.", ""),
        ("Democratic senator Ann Kerr voted no. The Republican senator said that was wrong.", ""),
        ("Aviation Minister Hardeep Puri came. The local health minister said ten had died.", ""),
    ],
)
def test_a_description_stands_for_who_was_called_so(told, text, actor):
    assert told(text)[-1].hops[-1][2] == actor
