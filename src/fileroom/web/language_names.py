"""Languages in words, by their codes: those that California's schools count most often, in the reader's language."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy

from fileroom.programmes.notices.languages import written_home

NAMES = {
    "ar": gettext_lazy("Arabic"),
    "en": gettext_lazy("English"),
    "es": gettext_lazy("Spanish"),
    "fa": gettext_lazy("Farsi"),
    "hmn": gettext_lazy("Hmong"),
    "hy": gettext_lazy("Armenian"),
    "ja": gettext_lazy("Japanese"),
    "km": gettext_lazy("Khmer"),
    "ko": gettext_lazy("Korean"),
    "pa": gettext_lazy("Punjabi"),
    "pt": gettext_lazy("Portuguese"),
    "ru": gettext_lazy("Russian"),
    "tl": gettext_lazy("Filipino"),
    "uk": gettext_lazy("Ukrainian"),
    "vi": gettext_lazy("Vietnamese"),
    "yue": gettext_lazy("Cantonese"),
    "zh": gettext_lazy("Mandarin"),
}


def language_name(code: str) -> str:
    """The language as people call it; one that is not in the list by its code."""
    return str(NAMES.get(code, code))


def names_written_home(student: UUID, on: date) -> tuple[str, ...]:
    """The languages besides English in which the student's school writes home, as people call them."""
    return tuple(map(language_name, written_home(student, on=on)))
