"""The words in the corner of the window that tell how far what the reader does is kept."""

from briefing.desktop.plain_words import PlainLabel, tip
from briefing.desktop.save_state import Keeping


class SavedLabel(PlainLabel):
    """Says nothing until it is known whether anything can be kept at all."""

    def show_keeping(self, keeping: Keeping, why: str = "") -> None:
        """Say how far all is kept; `why` it is not is told where the pointer rests."""
        words = {
            Keeping.SAVED: self.tr("Everything is saved"),
            Keeping.SAVING: self.tr("Saving…"),
            Keeping.WAITING: self.tr("Not saved yet; trying again"),
            Keeping.FAILED: self.tr("The last change was not saved"),
            Keeping.REFUSED: self.tr("Read-only: nothing can be saved"),
        }
        self.setText(words[keeping])
        self.setToolTip(tip(why))
        name = "" if keeping in (Keeping.SAVED, Keeping.SAVING) else "error"
        if name != self.objectName():
            self.setObjectName(name)
            self.style().unpolish(self)
            self.style().polish(self)
