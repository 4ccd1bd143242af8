"""The claim with which an article begins: the one that was chosen when it was left, else the first; the text stays."""

from briefing.desktop.ledger.ledger_pane import LedgerPane
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_view import Reader
from briefing.desktop.settings import Settings
from briefing.model import Claim, Span, covering


class ClaimAsLeft:
    """Waits until the claim is found; where none was chosen before, and none is by the reader, the first one is.

    Args:
        settings: where it is kept.
        window: name under which that of this window is kept.
    """

    def __init__(self, settings: Settings, window: str) -> None:
        self._settings = settings
        self._awaited = settings.chosen_claim(window)
        self._left: dict[str, Span] = {}
        self._undecided = ""
        self._choosing = False

    def note(self, showing: OpenArticle | None, ledger: LedgerPane) -> None:
        """Remember which claim of the article is chosen, for when it is opened again."""
        if not self._choosing:
            self._undecided = ""
        claim = ledger.chosen
        if showing and claim:
            self._left[showing.kept.origin.digest] = _words(claim)

    def expect(self, showing: OpenArticle) -> None:
        """Wait for the claim that was chosen when the article was last shown."""
        digest = showing.kept.origin.digest
        self._undecided = digest
        if self._awaited is None and digest in self._left:
            self._awaited = (digest, self._left[digest])

    def choose(self, showing: OpenArticle, ledger: LedgerPane, reader: Reader) -> None:
        """Choose it if it is there, unless another one is chosen by now; else the first, if none is awaited."""
        if self._awaited is not None:
            self._choose_awaited(showing, ledger, reader)
        if self._awaited is None and not ledger.chosen_id and self._undecided == showing.kept.origin.digest:
            self._choose_at_rest(ledger.first_id, ledger, reader)

    def _choose_awaited(self, showing: OpenArticle, ledger: LedgerPane, reader: Reader) -> None:
        if self._awaited is None:
            return
        digest, words = self._awaited
        is_here = digest == showing.kept.origin.digest
        found = next((claim.id for claim in showing.claims if is_here and _words(claim) == words), "")
        if found and not ledger.chosen_id:
            self._choose_at_rest(found, ledger, reader)
        elif found and found == ledger.chosen_id:
            # The same article is shown again: its claim stayed chosen, and its words are to be seen as before.
            reader.select_claim(found, scroll=False)
        is_whole = showing.analysis is not None and showing.analysis.complete
        if ledger.chosen_id or is_whole or not is_here:
            self._awaited = None

    def _choose_at_rest(self, claim_id: str, ledger: LedgerPane, reader: Reader) -> None:
        """Choose a claim that the reader did not ask for: the text stays where it is."""
        at = reader.verticalScrollBar().value()
        self._choosing = True
        ledger.choose(claim_id)
        self._choosing = False
        reader.verticalScrollBar().setValue(at)

    def keep(self, window: str, showing: OpenArticle | None, ledger: LedgerPane) -> None:
        """Remember which one is chosen now; what is awaited yet must not be forgotten meanwhile."""
        if showing and self._awaited is None:
            claim = ledger.chosen
            words = _words(claim) if claim else None
            self._settings.keep_chosen_claim(window, showing.kept.origin.digest, words)


def _words(claim: Claim) -> Span:
    """Where its words stand, as they were found: its id is another one after the next analysis."""
    return covering(claim.found or claim.content)
