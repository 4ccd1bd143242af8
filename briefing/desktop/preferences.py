"""Preferences: one typed table of what can be set, and the dialog that shows it; every change holds at once."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.interface_language import language_names
from briefing.desktop.model_labels import colour_label
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.reader.typography import Face, LineWidth, Spacing
from briefing.desktop.settings import LARGEST_ZOOM, SMALLEST_ZOOM, SYSTEM_LANGUAGE, Look, Settings
from briefing.desktop.theme import HIGHLIGHT_COLOURS
from briefing.records import dataclass

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Preference:
    """One thing that can be set.

    Attributes:
        name: of the attribute of `Settings`.
        label: as the reader sees it.
        tip: one sentence on what it does.
        choices: the values it can have with their names; nothing for a number, a text or a switch.
        least, most: of a number, which is shown in per cent.
        default: what it is if the reader never set it; its type tells the kind of the field.
    """

    name: str
    label: str
    tip: str
    default: Value
    choices: Mapping[Value, str] | None = None
    least: int = 0
    most: int = 0


def all_preferences() -> tuple[Preference, ...]:
    """Everything that can be set, in the order of the dialog."""
    looks: dict[Value, str] = {
        Look.SYSTEM.value: _tr("As the system"),
        Look.LIGHT.value: _tr("Light"),
        Look.DARK.value: _tr("Dark"),
        Look.CONTRAST.value: _tr("Strong contrast"),
        Look.CONTRAST_DARK.value: _tr("Strong contrast, dark"),
    }
    languages: dict[Value, str] = {SYSTEM_LANGUAGE: _tr("As the system")}
    languages |= {code: name for code, name in language_names().items()}  # noqa: C416 other keys
    faces: dict[Value, str] = {
        Face.SERIF.value: _tr("Literata, with serifs"),
        Face.SANS.value: _tr("Inter, without serifs"),
        Face.HYPERLEGIBLE.value: _tr("Atkinson Hyperlegible, for tired eyes"),
    }
    widths: dict[Value, str] = {
        LineWidth.NARROW.value: _tr("Short"),
        LineWidth.MEDIUM.value: _tr("Medium"),
        LineWidth.WIDE.value: _tr("Long"),
    }
    spacings: dict[Value, str] = {
        Spacing.TIGHT.value: _tr("Tight"),
        Spacing.NORMAL.value: _tr("Normal"),
        Spacing.LOOSE.value: _tr("Loose"),
    }
    colours: dict[Value, str] = {number: colour_label(number) for number in range(1, HIGHLIGHT_COLOURS + 1)}
    return (
        Preference(
            "language",
            _tr("Language"),
            _tr("Of menus, buttons and messages; holds from the next start on."),
            SYSTEM_LANGUAGE,
            languages,
        ),
        Preference("look", _tr("Look"), _tr("Colours of the whole window."), Look.SYSTEM.value, looks),
        Preference(
            "zoom",
            _tr("Size of the text"),
            _tr("Of the article and of all around it, in per cent."),
            100,
            least=round(SMALLEST_ZOOM * 100),
            most=round(LARGEST_ZOOM * 100),
        ),
        Preference("face", _tr("Face"), _tr("What articles are set in."), Face.SERIF.value, faces),
        Preference(
            "line_width", _tr("Length of lines"), _tr("How many letters a line has."), LineWidth.MEDIUM.value, widths
        ),
        Preference(
            "spacing", _tr("Spacing"), _tr("Room between lines and paragraphs."), Spacing.NORMAL.value, spacings
        ),
        Preference(
            "calm_marks",
            _tr("Calm marks"),
            _tr("Lines, numbers, actors and cues of the chosen claim alone, and of that under the pointer."),
            True,
        ),
        Preference(
            "fold_boilerplate", _tr("Hide boilerplate"), _tr("Menus, related posts and the like are not shown."), False
        ),
        Preference("colour", _tr("Colour of highlights"), _tr("That of the next highlight."), 1, colours),
        Preference("author", _tr("Author of briefs"), _tr("Who signs what you export."), ""),
    )


def value_of(settings: Settings, preference: Preference) -> Value:
    """What a preference is set to; a size in per cent."""
    found: Value | float = getattr(settings, preference.name)
    if isinstance(found, float):
        return round(found * 100)
    return found.value if isinstance(found, StrEnum) else found


def set_value(settings: Settings, preference: Preference, value: Value) -> None:
    """Set a preference, as the kind of value that it is kept as; a size is given in per cent."""
    kept: object = value
    before = getattr(settings, preference.name)
    if isinstance(before, float):
        kept = int(value) / 100
    elif isinstance(before, StrEnum):
        kept = type(before)(str(value))
    setattr(settings, preference.name, kept)


class PreferencesDialog(QDialog):
    """A field for each preference, and one to find them by words."""

    changed = Signal(object)
    """The `Preference` that was set."""
    keysWished = Signal()
    """The reader wants other keys."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(480, 0)
        self._settings = settings
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a preference"))
        self.search.setAccessibleName(self.tr("Find a preference"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self._form = QFormLayout()
        self.fields: dict[str, QWidget] = {}
        self._put: dict[str, Callable[[Value], None]] = {}
        for preference in all_preferences():
            field = self._field(preference)
            field.setAccessibleName(preference.label)
            field.setToolTip(preference.tip)
            self.fields[preference.name] = field
            self._form.addRow(preference.label, field)
        hint = PlainLabel(self.tr("What you change holds at once, another language at the next start."), self)
        hint.setObjectName("faint")
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Close | standard.RestoreDefaults, self)
        buttons.rejected.connect(self.reject)
        buttons.button(standard.RestoreDefaults).setText(self.tr("Restore defaults"))
        buttons.button(standard.RestoreDefaults).clicked.connect(self.restore_defaults)
        self.keys = buttons.addButton(self.tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.keys.clicked.connect(self.keysWished)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addLayout(self._form)
        column.addWidget(hint)
        column.addWidget(buttons)

    def restore_defaults(self) -> None:
        """Set everything to what it is if the reader never set it."""
        for preference in all_preferences():
            self._put[preference.name](preference.default)

    def _field(self, preference: Preference) -> QWidget:
        value = value_of(self._settings, preference)
        if preference.choices is not None:
            return self._choice(preference, preference.choices, value)
        if isinstance(preference.default, bool):
            box = QCheckBox(self)
            box.setChecked(bool(value))
            box.toggled.connect(lambda on: self._set(preference, on))
            self._put[preference.name] = lambda to: box.setChecked(bool(to))
            return box
        if isinstance(preference.default, int):
            number = QSpinBox(self)
            number.setRange(preference.least, preference.most)
            number.setSingleStep(10)
            number.setSuffix(" %")
            # The style sheet's padding does not reach the words of such a field.
            number.lineEdit().setTextMargins(6, 0, 0, 0)
            number.setValue(int(value))
            number.valueChanged.connect(lambda to: self._set(preference, to))
            self._put[preference.name] = lambda to: number.setValue(int(to))
            return number
        line = QLineEdit(str(value), self)
        line.textChanged.connect(lambda to: self._set(preference, to))
        self._put[preference.name] = lambda to: line.setText(str(to))
        return line

    def _choice(self, preference: Preference, choices: Mapping[Value, str], value: Value) -> QComboBox:
        box = QComboBox(self)
        for one, name in choices.items():
            box.addItem(name, one)
        box.setCurrentIndex(list(choices).index(value))
        box.currentIndexChanged.connect(lambda _: self._set(preference, box.currentData()))
        self._put[preference.name] = lambda to: box.setCurrentIndex(list(choices).index(to))
        return box

    def _set(self, preference: Preference, value: Value) -> None:
        set_value(self._settings, preference, value)
        self.changed.emit(preference)

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        for preference in all_preferences():
            text = f"{preference.label} {preference.tip}".casefold()
            self._form.setRowVisible(self.fields[preference.name], all(word in text for word in wanted))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)
