"""A text as the engine reads it: small plain letters and digits, with the way back to where each stood."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# Letters of other alphabets that look like Latin ones, and marks that no decomposition takes apart.
LOOK_ALIKES = {
    **dict(zip("аеорсхуіјѕһԁԛԝкмтвн", "aeopcxyijshdqwkmtbh", strict=True)),
    **dict(zip("αορνικτε", "aopviktε".replace("ε", "e"), strict=True)),
    "đ": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ʼ": "'", "’": "'", "‘": "'", "“": '"', "”": '"', "†": "t",
    "：": ":", "；": ";", "，": ",", "（": "(", "）": ")", "／": "/", "＃": "#", "、": ",", "·": ".", "・": ".",
}  # fmt: skip
KEPT_CATEGORIES = frozenset({"Lo", "So", "Sm"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `places`: for each of its characters the offset in the original; None where they are the same."""

    text: str
    original: str
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that the folded text's span stands for. 0 <= start < end <= len(text)."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


class _Table(dict[int, str | None]):
    """How each character folds: to one character, or to None where nothing is left of it. Filled as it is asked."""

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _letter(chr(code))
        return folded


def _letter(letter: str) -> str | None:
    if letter in LOOK_ALIKES:
        return LOOK_ALIKES[letter]
    category = unicodedata.category(letter)
    if category in ("Cf", "Mn", "Me") or letter in ("\u3164", "\u115f", "\u1160"):
        return None
    if category == "Nd":
        return str(unicodedata.digit(letter))
    if category == "Pd" or letter in ("\u2212", "\u30fc"):
        return "-"
    if category == "Zs":
        return " "
    return _plainest(letter)


def _plainest(letter: str) -> str:
    """The one small letter that is left when case, width and accents are taken away; the letter itself if none is."""
    taken = unicodedata.normalize("NFKD", letter).lower()
    bare = "".join(it for it in taken if unicodedata.category(it) not in ("Mn", "Me", "Cf"))
    if "\uac00" <= letter <= "\ud7a3":
        return letter
    bare = LOOK_ALIKES.get(bare, bare)
    return bare if len(bare) == 1 else letter


TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold a text: case, accents, widths, digits, dashes and blanks of every script. No character becomes two."""
    if text.isascii():
        return Folded(text.lower(), text)
    folded = text.translate(TABLE)
    if len(folded) == len(text):
        return Folded(folded, text)
    places = tuple(place for place, letter in enumerate(text) if TABLE[ord(letter)] is not None)
    return Folded(folded, text, places)


def squeezed(folded: Folded) -> Folded:
    """The folded text with letters joined that stand one by one: in boxes, or spaced apart."""
    places = [it for it in range(len(folded.text)) if not _is_between(folded.text, it)]
    origin = folded.places
    return Folded(
        "".join(folded.text[it] for it in places),
        folded.original,
        tuple(places) if origin is None else tuple(origin[it] for it in places),
    )


def _is_between(text: str, place: int) -> bool:
    if text[place] == "|":
        return True
    if text[place] != " " or not 0 < place < len(text) - 1:
        return False
    if text[place - 1] == " ":  # of a wide gap between words spelled so, one blank is left
        return True
    if text[place + 1] in ".:#" and text[place - 1].isalnum() and (place < 2 or not text[place - 2].isalnum()):
        return True
    alone_before = place < 2 or not text[place - 2].isalnum()
    alone_after = place + 2 >= len(text) or not text[place + 2].isalnum()
    return text[place - 1].isalnum() and text[place + 1].isalnum() and alone_before and alone_after
