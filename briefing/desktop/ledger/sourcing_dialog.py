"""The dialog with the sourcing profile of the open article."""

from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefing.desktop.harmless_text import HarmlessBrowser
from briefing.desktop.line_breaks import short
from briefing.desktop.measures import LARGE
from briefing.desktop.model_labels import asking_label, status_label
from briefing.desktop.open_article import OpenArticle
from briefing.model import SourcingProfile, sourcing_profile
from briefing.model.standing import share_told

CLAIM = "claim:"

MOST_OF_NAME = 300
"""Characters of a name that are shown."""


class SourcingDialog(QDialog):
    """Shares by status and source, origins, single-source passages and open questions, each with its claims."""

    claimChosen = Signal(str)
    """Id of a claim that the reader wants to see."""

    def __init__(self, showing: OpenArticle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sourcing profile"))
        self.resize(560, 620)
        self.page = HarmlessBrowser(self)
        self.page.setAccessibleName(self.tr("Sourcing profile"))
        self.page.anchorClicked.connect(self._go)
        # Lists stand in as far as anything here does, not as far as on a page of the web.
        self.page.document().setIndentWidth(LARGE)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(buttons)
        if showing.analysis is not None:
            profile = sourcing_profile(showing.article, showing.analysis, showing.judged)
            self.page.setHtml(self._html(profile, showing.numbers))

    def _html(self, profile: SourcingProfile, numbers: dict[str, int]) -> str:
        shares = "".join(
            f"<tr><td>{escape(status_label(status))}</td><td align=right>&nbsp;&nbsp;{count}</td>"
            f"<td align=right>&nbsp;&nbsp;{escape(share_told(count, share))}</td></tr>"
            for status, count, share in profile.shares
        )
        own = self.tr("The article itself")
        sources = "".join(
            f"<li>{_shown(share.name or own)} {_links(share.claims, numbers)}</li>" for share in profile.sources
        )
        origins = "".join(f"<li>{_shown(origin)}</li>" for origin in profile.origins)
        passages = "".join(
            f"<li>{_shown(passage.origin or own)} {_links(passage.claims, numbers)}</li>"
            for passage in profile.passages
        )
        questions = "".join(
            f"<li><b>{_shown(one.about or own)}</b> {_links(one.claims, numbers)}<br>"
            f"{escape(asking_label(one.asking))}</li>"
            for one in profile.questions
        )
        parts = (
            (self.tr("How confirmed it is"), f"<table>{shares}</table>" if shares else ""),
            (self.tr("Independent origins"), f"<ul>{origins}</ul>" if origins else ""),
            (self.tr("Still to ask"), f"<ul>{questions}</ul>" if questions else ""),
            (self.tr("What rests on a single source"), f"<ul>{passages}</ul>" if passages else ""),
            (self.tr("All sources"), f"<ul>{sources}</ul>" if sources else ""),
        )
        nothing = escape(self.tr("Nothing."))
        return "".join(f"<h3>{escape(name)}</h3>{shown or nothing}" for name, shown in parts)

    def _go(self, address: QUrl) -> None:
        self.claimChosen.emit(address.toString().removeprefix(CLAIM))


def _shown(name: str) -> str:
    return escape(short(name, MOST_OF_NAME))


def _links(claims: tuple[str, ...], numbers: dict[str, int]) -> str:
    found = ", ".join(f'<a href="{escape(CLAIM + claim)}">{numbers[claim]}</a>' for claim in claims if claim in numbers)
    return f"<small>({found})</small>" if found else ""
