"""A statement or a post is told by who made it; a report or a lawsuit stays a document, and has an author as well."""

import pytest

from briefing.model import Article, SourceKind
from tests.analysis.paragraphs import paragraphs


@pytest.fixture
def last_source(analyser):
    def read(text):
        *_, analysis = analyser.analyse(Article(text, paragraphs(text)))
        names = {actor.id: actor.name for actor in analysis.actors}
        hop = [claim for claim in analysis.claims if claim.attributions][-1].attributions[-1]
        return " and ".join(names[actor] for actor in hop.actors), hop.source_kind

    return read


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("Donald Hale signed it. Hale's statement said the firms had lied.", "Donald Hale", SourceKind.PERSON),
        ("A tweet by Ann Kerr said the harbour was empty.", "Ann Kerr", SourceKind.PERSON),
        ("The fleet has sailed, according to a statement released by the navy.", "", SourceKind.GOVERNMENT),
        ("The funeral will be private, according to the family's statement.", "", SourceKind.GROUP),
        ("Ms Kent sued the studio. Her lawsuit says that the stunt was never tested.", "Kent", SourceKind.DOCUMENT),
        ("According to a report by Reuters, the ship sank.", "Reuters", SourceKind.DOCUMENT),
        ("According to a report on Reuters, the ship sank.", "", SourceKind.DOCUMENT),
        ("A statement said the harbour was empty.", "", SourceKind.DOCUMENT),
    ],
)
def test_what_is_written_is_given_to_its_author(last_source, text, actor, kind):
    assert last_source(text) == (actor, kind)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "A new Suffolk University poll put Ruiz ahead. Only 26% of voters said they trusted her.",
            "Suffolk University",
        ),
        ("A poll by Gallup was published on Monday. Nine percent said they were better off.", "Gallup"),
        (
            "A poll conducted by Gallup came out on Monday. The poll was long. Only 24 percent said she was right.",
            "Gallup",
        ),
        ("Prices rose by nine percent on Monday. Four percent said they were better off.", ""),
    ],
)
def test_a_share_of_those_asked_speaks_for_who_asked(last_source, text, actor):
    assert last_source(text) == (actor, SourceKind.DOCUMENT)
