"""Keeps an article: the same again, a new version of one, or a new one that may be a duplicate."""

import apsw

from briefing.library import actor_word_acts, fingerprints
from briefing.library.sqlite import actor_index, annotations, articles, metadata, reading_state, versions
from briefing.model import Article


def known(connection: apsw.Connection, article: Article) -> int | None:
    """The number under which this article is kept already: the same bytes, or the same words at the same place."""
    same = articles.find(connection, article.digest)
    if same is not None:
        return same
    former = versions.former(connection, article)
    if former is not None and versions.wording_of(connection, former) == fingerprints.fingerprint(article.text).wording:
        return former
    return None


def keep(connection: apsw.Connection, article: Article) -> tuple[int, bool]:
    """Keep an article; gives its number and whether it is new. One that lay in the bin is taken out."""
    held = known(connection, article)
    if held is not None:
        reading_state.bring_back(connection, held)
        if held == articles.find(connection, article.digest):
            articles.mend(connection, held, article)
        return held, False
    former = versions.former(connection, article)
    if former is not None:
        reading_state.bring_back(connection, former)
    number = articles.add(connection, article)
    if former is not None:
        versions.follow(connection, number, former)
        annotations.look_for_orphans(connection, number, article.text)
        annotations.carry_judgements(connection, former, number, article.text)
        actor_word_acts.carry(actor_index.ActorWords(connection), former, number, article.digest)
        metadata.carry(connection, former, number)
    duplicate = versions.near_duplicate(connection, number)
    if duplicate is not None:
        connection.execute("UPDATE article SET duplicate_of = ? WHERE id = ?", (duplicate, number))
    return number, True
