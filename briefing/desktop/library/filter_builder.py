"""The search form: fields instead of syntax, with the query that they make."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.model_labels import status_label
from briefing.desktop.plain_words import PlainLabel
from briefing.library import Filter, filter_of, typed_of
from briefing.library.search_query import Term
from briefing.model import Status

_COLUMNS = 2


class FilterBuilder(QDialog):
    """Begins with what stands in the search field, as far as a form can say it."""

    searchWished = Signal(str)
    """What to search for, as it would be typed."""

    def __init__(self, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Search the library"))
        self.resize(560, 0)
        self.words = self._line(self.tr('ferry "northern harbour" nego*'))
        self.any_of = self._line(self.tr("ferry bridge"))
        self.without = self._line(self.tr("rumour"))
        self.who = self._line(self.tr("a name, or several with a comma between two"))
        self.tags = self._line(self.tr("urgent, harbour"))
        self.outlet = self._line("")
        self.after = self._line(self.tr("2026-05-01, 2026-05 or 2026"))
        self.before = self._line(self.tr("2026-06-01"))
        self.places = {name: QCheckBox(words, self) for name, words in _places(self).items()}
        self.statuses = {status: QCheckBox(status_label(status), self) for status in Status}
        form = QFormLayout()
        for name, field in (
            (self.tr("All of these words"), self.words),
            (self.tr("Any of these"), self.any_of),
            (self.tr("None of these"), self.without),
        ):
            self._add(form, name, field)
        form.addRow(self.tr("Only in"), self._grid(list(self.places.values()), 3))
        self._add(form, self.tr("Who"), self.who)
        form.addRow(self.tr("With a claim that is"), self._grid(list(self.statuses.values()), 2))
        for name, field in (
            (self.tr("Tags"), self.tags),
            (self.tr("Outlet"), self.outlet),
            (self.tr("Published from"), self.after),
            (self.tr("Published before"), self.before),
        ):
            self._add(form, name, field)
        self.preview = PlainLabel(self)
        self.preview.setObjectName("faint")
        self.preview.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Search"))
        self._buttons.accepted.connect(self._search)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.preview)
        column.addWidget(self._buttons)
        self._fill(filter_of(typed) or Filter())
        for box in (*self.places.values(), *self.statuses.values()):
            box.toggled.connect(self._show)
        for field in self.findChildren(QLineEdit):
            field.textChanged.connect(self._show)
        self._show()

    @property
    def wanted(self) -> Filter:
        """What the form says now."""
        return Filter(
            words=_terms(self.words.text()),
            any_of=_terms(self.any_of.text()),
            without=_terms(self.without.text()),
            places=frozenset(name for name, box in self.places.items() if box.isChecked()),
            who=_listed(self.who.text()),
            statuses=tuple(status.value for status, box in self.statuses.items() if box.isChecked()),
            tags=_listed(self.tags.text()),
            outlet=self.outlet.text().strip(),
            after=self.after.text().strip(),
            before=self.before.text().strip(),
        )

    def _fill(self, wanted: Filter) -> None:
        self.words.setText(_typed(wanted.words))
        self.any_of.setText(_typed(wanted.any_of))
        self.without.setText(_typed(wanted.without))
        self.who.setText(", ".join(wanted.who))
        self.tags.setText(", ".join(wanted.tags))
        self.outlet.setText(wanted.outlet)
        self.after.setText(wanted.after)
        self.before.setText(wanted.before)
        for name, box in self.places.items():
            box.setChecked(name in wanted.places)
        for status, check in self.statuses.items():
            check.setChecked(status.value in wanted.statuses)

    def _show(self) -> None:
        try:
            typed = typed_of(self.wanted)
        except ValueError:
            self._show_result(
                self.tr("This cannot be searched for: a date is no date, or there are no letters."), False
            )
            return
        self._show_result(self.tr("As it would be typed: {typed}").format(typed=typed) if typed else "", bool(typed))

    def _show_result(self, words: str, possible: bool) -> None:
        self.preview.setText(words)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(possible)

    def _search(self) -> None:
        self.searchWished.emit(typed_of(self.wanted))
        self.accept()

    def _line(self, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        return field

    def _add(self, form: QFormLayout, name: str, field: QLineEdit) -> None:
        field.setAccessibleName(name)
        form.addRow(name, field)

    def _grid(self, boxes: list[QCheckBox], columns: int) -> QGridLayout:
        grid = QGridLayout()
        for number, box in enumerate(boxes):
            grid.addWidget(box, number // columns, number % columns)
        return grid


def _places(form: FilterBuilder) -> dict[str, str]:
    return {
        "title": form.tr("titles"),
        "text": form.tr("texts"),
        "claims": form.tr("claims"),
        "who": form.tr("names"),
        "notes": form.tr("notes"),
        "tags": form.tr("tags"),
    }


def _terms(typed: str) -> tuple[Term, ...]:
    """Words, "phrases" and beginnings* of one field."""
    found = filter_of(typed.replace("(", " ").replace(")", " "))
    return found.words if found and not (found.without or found.any_of) else tuple(map(Term, typed.split()))


def _typed(terms: tuple[Term, ...]) -> str:
    return " ".join(f'"{term.words}"' if term.exact else f"{term.words}{'*' * term.prefix}" for term in terms)


def _listed(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip()))
