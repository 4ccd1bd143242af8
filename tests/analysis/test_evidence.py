"""Every rule of the ladder and every link has a sentence in the catalogues, and names whom that sentence names."""

from string import Formatter

from briefing.analysis.claims.evidence import LINK_NAMES
from briefing.analysis.claims.status_ladder import LADDER
from briefing.model import LinkKind
from briefing.model.catalogue import WRITTEN, catalogue


def _names(code: str) -> set[str]:
    entry = catalogue(WRITTEN).entries[code]
    assert isinstance(entry, str)
    return {name for _, name, _, _ in Formatter().parse(entry) if name}


def test_a_row_of_the_ladder_names_what_its_sentence_names() -> None:
    assert {row.rule: set(row.names) for row in LADDER} == {row.rule: _names(f"evidence.{row.rule}") for row in LADDER}


def test_a_link_names_what_its_sentence_names() -> None:
    assert {kind: set(LINK_NAMES[kind]) for kind in LinkKind} == {
        kind: _names(f"link.{kind.value}") for kind in LinkKind
    }
