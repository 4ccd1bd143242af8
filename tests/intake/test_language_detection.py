"""The language of a text is told, at once where its common words leave no doubt."""

import subprocess
import sys

import pytest

from briefing.intake import read_bytes

SAMPLES = {
    "en": "The council said on Monday that it would not pay for the bridge, and that the mayor knew.",
    "de": "Der Stadtrat teilte am Montag mit, dass er die Brücke nicht bezahlt und dass die Stadt davon wusste.",
    "fr": "Le conseil a déclaré lundi qu'il ne paierait pas le pont et que le maire était informé en mai.",
    "es": "El consejo dijo el lunes que no pagará el puente y que el alcalde lo sabía desde mayo, según una carta.",
    "nl": "De raad zei maandag dat hij de brug niet zal betalen en dat de burgemeester het al in mei wist.",
    "ru": "Городской совет заявил в понедельник, что не будет платить за мост и что мэр знал об этом ещё в мае.",
    "ar": "قال المجلس يوم الاثنين إنه لن يدفع ثمن الجسر وإن رئيس البلدية كان على علم بذلك منذ شهر مايو الماضي.",
    "sv": "Kommunen sade i måndags att den inte tänker betala för bron och att borgmästaren visste det sedan maj.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_is_enough(code: str) -> None:
    assert read_bytes(SAMPLES[code].encode(), "a.txt").article.origin.language == code


def test_a_few_words_are_not_enough() -> None:
    assert read_bytes(b"No comment.", "a.txt").article.origin.language == ""


def test_an_english_text_is_readable_before_any_model_is_loaded() -> None:
    code = (
        "import sys; from briefing.intake import read_bytes; "
        f"read_bytes({SAMPLES['en']!r}.encode(), 'a.txt'); print('py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
