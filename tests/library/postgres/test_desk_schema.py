"""What an earlier version kept in a desk's library is there, and is found, when a newer one opens it."""

import pytest
from library_samples import FERRY, NOW, analysis, keep, note, span

from briefing.library import AddAnnotation, Judge, open_library, queries
from briefing.model import AnnotationFilter, Judgement, Status, anchor

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")

BEFORE_FINDINGS = """
DROP POLICY private_notes ON annotation;
ALTER TABLE annotation NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY,
    DROP CONSTRAINT annotation_article_id_fkey,
    ADD FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE;
DROP TABLE noted;
ALTER TABLE judgement DROP COLUMN writer, ADD PRIMARY KEY (article_id, start, finish);
ALTER TABLE annotation DROP COLUMN writer, DROP COLUMN private;
ALTER TABLE article_tag DROP COLUMN writer;
DROP TABLE actor, actor_name, claim, article_sketch, article_statements, story_member, story_term, story_told;
ALTER TABLE judgement DROP COLUMN source, DROP COLUMN dismissed, DROP COLUMN note, DROP COLUMN modified;
ALTER TABLE annotation DROP COLUMN ordinal, DROP COLUMN modified;
DROP INDEX words_apart;
DROP TABLE brief_seen;
UPDATE schema_version SET number = 6;
"""


def test_findings_and_notes_of_an_earlier_version_are_found_across_articles(desk: str) -> None:
    library = open_library(desk)
    kept = keep(library)
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note(1)))
    library.perform(AddAnnotation(kept.id, note(2, note="A zero: \0.")))
    said = Judgement(
        anchor(FERRY, span("The ferry will sail on Monday")), NOW, NOW, Status.CONFIRMED, source="The Mayor"
    )
    library.perform(Judge(kept.id, said))
    asked = (
        queries.Actors("quill"),
        queries.ClaimsBy("the mayor"),
        queries.AnnotationCount(AnnotationFilter(claims=True)),
        queries.Search("sail"),
    )
    before = [library.ask(query) for query in asked]
    assert all(before)
    library.close()
    with psycopg.connect(desk, autocommit=True) as connection:
        connection.execute(BEFORE_FINDINGS)
    again = open_library(desk)
    assert [again.ask(query) for query in asked] == before
    again.close()
