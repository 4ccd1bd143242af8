"""Validation of an article's details: dates, addresses, languages; and where each was found."""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from briefing.desktop.interface_language import said
from briefing.model import Origin

FIELDS = ("title", "byline", "outlet", "published", "modified", "address", "language")
"""Fields of an origin that the reader may correct, in the order of the dialog."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class WrongDetail(ValueError):
    """What was typed cannot stand in its field; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def tidied(field: str, typed: str) -> str:
    """What was typed into a field, in the form in which it is kept.

    Raises:
        WrongDetail: if it is no title, date, address or language.
    """
    words = " ".join(typed.split())
    if field == "title" and not words:
        raise WrongDetail(_tr("An article needs a title."))
    if not words:
        return ""
    match field:
        case "published" | "modified":
            return _date(words)
        case "address":
            return _address(words)
        case "language":
            return _language(words)
    return words


def place_label(origin: Origin, field: str) -> str:
    """Where a field was found, in words; empty if nothing is known of it."""
    places = dict(place.split(": ", 1) for place in origin.sources.split("; ") if ": " in place)
    words = {
        "markup": _tr("found in what the page says of itself"),
        "text": _tr("found in the text"),
        "document": _tr("found in what the document says of itself"),
        "reference": _tr("told by a list of references"),
        "header": _tr("found in the head of the message"),
    }
    if field == "address" and origin.address and field not in places:
        return _tr("where it was fetched")
    place = places.get(field, "")
    if place:
        return words.get(place, place)
    return "" if getattr(origin, field) else _tr("not found")


def language_label(code: str) -> str:
    """What a language calls itself, by its code, or nothing."""
    language = QLocale.codeToLanguage(code.partition("-")[0].lower())
    if language is QLocale.Language.AnyLanguage:
        return ""
    # Qt would name that of the United States.
    own = "" if language is QLocale.Language.English else QLocale(language).nativeLanguageName()
    return own or QLocale.languageToString(language)


def _date(words: str) -> str:
    from briefing.intake.byline import date_in

    try:
        # As exact as it was typed: a day, or a moment with its zone.
        datetime.fromisoformat(words)
    except ValueError:
        found = date_in(words)
        if not found:
            sentence = _tr("“{words}” is no date. Write it like 2026-05-02 or 2 May 2026.")
            raise WrongDetail(sentence.format(words=words)) from None
        return found
    return words


def _address(words: str) -> str:
    from briefing.intake import FetchFailed
    from briefing.intake.addresses import address_of

    try:
        return address_of(words).url
    except FetchFailed as failure:
        raise WrongDetail(said(failure.message)) from failure


def _language(words: str) -> str:
    if _LANGUAGE.fullmatch(words) and language_label(words):
        first, *rest = words.split("-")
        return "-".join((first.lower(), *rest))
    sentence = _tr("“{words}” is no code of a language. Write en for English, de for German and so on.")
    raise WrongDetail(sentence.format(words=words))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Details", words)
