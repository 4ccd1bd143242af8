"""The claim that was chosen in an article when it was left: it is chosen again, and the text stays where it is."""

from briefing.desktop.ledger.ledger_pane import LedgerPane
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.settings import Settings
from briefing.model import Claim, Span, covering


class ClaimAsLeft:
    """Waits until the claim is found.

    Args:
        settings: where it is kept.
        window: name under which that of this window is kept.
    """

    def __init__(self, settings: Settings, window: str) -> None:
        self._settings = settings
        self._awaited = settings.chosen_claim(window)
        self._left: dict[str, Span] = {}

    def note(self, showing: OpenArticle | None, ledger: LedgerPane) -> None:
        """Remember which claim of the article is chosen, for when it is opened again."""
        claim = ledger.chosen
        if showing and claim:
            self._left[showing.kept.origin.digest] = _words(claim)

    def expect(self, showing: OpenArticle) -> None:
        """Wait for the claim that was chosen when the article was last shown."""
        digest = showing.kept.origin.digest
        if self._awaited is None and digest in self._left:
            self._awaited = (digest, self._left[digest])

    def choose(self, showing: OpenArticle, ledger: LedgerPane, reader: Reader) -> None:
        """Choose it if it is there, unless another one is chosen by now."""
        if self._awaited is None:
            return
        digest, words = self._awaited
        is_here = digest == showing.kept.origin.digest
        found = next((claim.id for claim in showing.claims if is_here and _words(claim) == words), "")
        if found and not ledger.chosen_id:
            at = reader.verticalScrollBar().value()
            ledger.choose(found)
            reader.verticalScrollBar().setValue(at)
        elif found and found == ledger.chosen_id:
            # The same article is shown again: its claim stayed chosen, and its words are to be seen as before.
            reader.select_claim(found, scroll=False)
        is_whole = showing.analysis is not None and showing.analysis.complete
        if ledger.chosen_id or is_whole or not is_here:
            self._awaited = None

    def keep(self, window: str, showing: OpenArticle | None, ledger: LedgerPane) -> None:
        """Remember which one is chosen now; what is awaited yet must not be forgotten meanwhile."""
        if showing and self._awaited is None:
            claim = ledger.chosen
            words = _words(claim) if claim else None
            self._settings.keep_chosen_claim(window, showing.kept.origin.digest, words)


def _words(claim: Claim) -> Span:
    """Where its words stand, as they were found: its id is another one after the next analysis."""
    return covering(claim.found or claim.content)
