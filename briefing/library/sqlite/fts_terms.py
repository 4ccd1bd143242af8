"""Words that are looked for, as full text search asks for them: their forms, and expressions of one table each."""

import apsw

from briefing.library.search_query import All, AnyOf, Node, Not, Term
from briefing.library.word_forms import guesses, has_forms

TEXT, FOUND, OWN = "article_words", "finding_words", "reader_words"
"""Tables of words: of titles and texts, of what was found in them, and of what the reader wrote."""

COLUMNS: dict[str, tuple[str, ...]] = {TEXT: ("title", "text"), FOUND: ("who", "claims"), OWN: ("notes", "tags")}

ANYWHERE: dict[str, tuple[str, ...]] = {TEXT: ("title", "text"), OWN: ("notes", "tags")}
"""Where a word is looked for if nothing else is said; claims and the names of actors stand in the text."""

SHORTEST_PREFIX = 3
"""A shorter beginning stands for thousands of words."""


class Forms:
    """The forms of a word that have the same stem; SQLite's own Porter stemmer decides, and nothing is kept of it."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._stemmer = connection.fts5_tokenizer("porter", ["unicode61", "remove_diacritics", "2"])

    def of(self, word: str) -> tuple[str, ...]:
        """The word first, then its other forms; the word alone if it is no word of letters."""
        guessed = guesses(word, self._stems(word)[0]) if has_forms(word) else []
        stems = self._stems(" ".join((word, *guessed))) if guessed else []
        if len(stems) != len(guessed) + 1:
            return (word,)
        return (word, *(guess for guess, found in zip(guessed, stems[1:], strict=True) if found == stems[0]))

    def _stems(self, words: str) -> list[str]:
        found = self._stemmer(
            words.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False, include_colocated=False
        )
        return [str(stem) for stem in found]


class Expressions:
    """Writes what full text search is asked; made for one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._forms = Forms(connection)
        self._known: dict[str, tuple[str, ...]] = {}

    def forms(self, term: Term) -> tuple[str, ...]:
        """The words and phrases that fit a term and stand somewhere, but for what a prefix begins."""
        if term.exact or term.prefix:
            return (term.words,)
        if term.words not in self._known:
            word, *others = self._forms.of(term.words)
            self._known[term.words] = (word, *self._in_use(others))
        return self._known[term.words]

    def _in_use(self, words: list[str]) -> list[str]:
        # Asked once here, a form that is not in use does not cost again in every part of the search.
        used = [word for word in words if self._stands(TEXT, [word])] if self._stands(TEXT, words) else []
        unused = [word for word in words if word not in used]
        return used + (unused if self._stands(OWN, unused) else [])

    def _stands(self, table: str, words: list[str]) -> bool:
        asked = " OR ".join(map(_quoted, words))
        question = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"
        return bool(words) and self._connection.execute(question, (asked,)).fetchone() is not None

    def of_term(self, term: Term, columns: tuple[str, ...]) -> str:
        """A term in these columns."""
        forms = " OR ".join(_quoted(form) for form in self.forms(term))
        return f"{{{' '.join(columns)}}} : ({forms}{'*' if term.prefix else ''})"

    def of_node(self, node: Node, columns: tuple[str, ...]) -> str | None:
        """A node all of whose terms are words; None if it only says what must not be."""
        match node:
            case Term():
                return self.of_term(node, columns)
            case AnyOf(parts):
                alternatives = [self.of_node(part, columns) for part in parts]
                return None if None in alternatives else f"({' OR '.join(filter(None, alternatives))})"
            case All(parts):
                wanted = [self.of_node(part, columns) for part in parts if not isinstance(part, Not)]
                excluded = [self.of_node(part.part, columns) for part in parts if isinstance(part, Not)]
                if not wanted or None in wanted or None in excluded:
                    return None
                both = f"({' AND '.join(filter(None, wanted))})"
                return f"({both} NOT ({' OR '.join(filter(None, excluded))}))" if excluded else both
            case Not():
                return None


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
