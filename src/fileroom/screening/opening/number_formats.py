"""What a spreadsheet shows for a number: a format may give back the leading zero that the number has lost."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

BUILT_IN_DATES = frozenset((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)))
PLACES = ("0", "#", "?")
LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  A spreadsheet's days have no time zone.
LAST_DAY = 2_958_465


def shown(value: str, number_format: str, number: int = 0) -> str:
    """A cell's number as its format shows it, as far as digits go; the number itself where the format says nothing."""
    try:
        amount = float(value)
    except ValueError:
        return value
    if _is_date(number_format, number):
        return _date(amount) if 0 < amount <= LAST_DAY else value
    if amount.is_integer() and abs(amount) < 1e15:
        whole = int(amount)
        picture = _picture(number_format)
        return _in(picture, whole) if picture else str(whole)
    return value


def _is_date(number_format: str, number: int) -> bool:
    bare = LITERALS.sub("", number_format).lower()
    return number in BUILT_IN_DATES or bool(re.search(r"[yd]", bare) and not re.search(r"[0#?]", bare))


def _date(amount: float) -> str:
    return (DAY_ZERO + timedelta(days=int(amount))).strftime("%Y-%m-%d")


def _picture(number_format: str) -> list[str]:
    """The format of a positive number: places to fill, each a sign, and what stands between, each behind a quote.

    Empty where it fills no zeros and writes no digits of its own.
    """
    positive = number_format.split(";")[0].replace("General", "#")
    pieces: list[str] = []
    at = 0
    for found in LITERALS.finditer(positive):
        pieces += positive[at : found.start()]
        pieces += (f'"{letter}' for letter in _literal(found[0]))
        at = found.end()
    pieces += positive[at:]
    says = any(letter.isdigit() for piece in pieces if piece.startswith('"') for letter in piece)
    fills = pieces.count("0") >= 2 and not {".", "%", "E"} & set(pieces)
    return pieces if fills or says else []


def _literal(found: str) -> str:
    if found.startswith('"'):
        return found[1:-1]
    return found[1:] if found.startswith("\\") else ""


def _in(picture: list[str], whole: int) -> str:
    """Digits laid into a picture from the right; what is left of them stands before the first place."""
    digits = list(str(abs(whole)))
    first = next((at for at, mark in enumerate(picture) if mark in PLACES), len(picture))
    out: list[str] = []
    for at in range(len(picture) - 1, -1, -1):
        mark = picture[at]
        if mark in PLACES:
            out.append(digits.pop() if digits else "0" if mark == "0" else "")
            if at == first:
                out += reversed(digits)
        elif mark != ",":
            out.append(mark.removeprefix('"'))
    return ("-" if whole < 0 else "") + "".join(reversed(out))
