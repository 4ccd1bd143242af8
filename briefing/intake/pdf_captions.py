"""Lines of a PDF that name a table or a figure: a caption has its number and says what is seen."""

import re

_NUMBER = r"(?:[A-Z]?\d{1,3}(?:[.\-–]\d{1,3})*|[IVX]{1,5})"
_NAMED = re.compile(
    r"(?:Table|Tab\.|Figure|Fig\.|Chart|Box|Exhibit|Map|Plate|Photo|Tabelle|Abbildung|Abb\.|Grafik|Übersicht|Karte|Bild"
    r"|Tableau|Graphique|Carte|Tabla|Gráfico|Figura|Cuadro|Tabella|Tabela|Tabel)"
    rf"\s{_NUMBER}(?:[.:]?$|[.:]?\s?[|–—-]|[.:]\s|\s[A-ZÀ-Þ])",
)


def is_caption(words: str) -> bool:
    """Whether a line begins with the number of a table or of a figure, and not with a sentence about it."""
    return bool(_NAMED.match(words))
