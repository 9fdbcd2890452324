"""Which digits could be which number: by the rules they were issued by, not by the company they keep."""

from __future__ import annotations

import re
from typing import NamedTuple

# As a scanner reads digits. Only where a label has just said that a number follows.
READ_AS = str.maketrans("oqilj|!szbg§$зб", "001111152865536")
DIGIT = r"[0-9oilqj|!szbg]"
OF_NINE = r"[0-9oilqj|!szbg§$зб]"  # a sum of money has few digits, and four may be one
APART = r"[^a-z0-9,;\"]{0,4}"  # behind a label no mark makes another number of it; a comma begins the next
# On the line below the last figure of another.
NO_DAY = r"(?![0-9]\r?\n(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
PLAIN = re.compile(rf"(?<![0-9]){NO_DAY}(?:[0-9]{APART}){{8}}[0-9](?![0-9])")
# Two letters are no group of a number, and some of more are a word: "is 204417", "gọi 909-555-0100".
A_WORD = r"(?:[oilqjszbg]{2}|goi|gio|loi|boi|soi|jobs?|logs?|big|oil|bill) "
NOISY = re.compile(rf"(?<![a-z0-9]){NO_DAY}(?!{A_WORD})(?:\|[\s-]*)?(?:{OF_NINE}{APART}){{8}}{OF_NINE}\|?(?![a-z0-9])")
DASH_SAID = "dash|hyphen|guion|raya|gach"  # as a dash is dictated
# What stands between the groups of a number: a dash, as a page of the web, a line's end or somebody who dictates it has
# it too, blanks, a dot.
MARK = (
    r"([ *_~]{0,3}(?:-|%2d|&#45;|&#x2d;)[ *_~]{0,3}(?:\r?\n ?)?|[ \t]{1,3}|[._/\u2022]|"
    rf" (?:{DASH_SAID}) |, (?:{DASH_SAID}), )"
)
GROUPS = re.compile(rf"([0-9]{{3}}){MARK}([0-9]{{2}}){MARK}([0-9]{{4}})")
# Right behind a label, groups of 3-2-4, or of an alien number 3-3-3, that have a line each, as a form's boxes come out
# of a PDF; and no column of counts, which goes on, or begins again under the next label.
BORDER = r"[ -]{0,2}\r?\n[ -]{0,2}"
ANEW = r"[^0-9\n]{1,40}\n[ ]{0,2}[0-9]{3}\s{1,3}[0-9]{2}\s{1,3}[0-9]{4}"
ON_LINES = re.compile(
    r" ?(?:(?:no\.?|num\.?|number|numero|is|es)(?![a-z]))?[^0-9a-z\n.]{0,6}\n?[^0-9a-z\n.]{0,4}"
    rf"[0-9](?: ?[0-9]){{2}}{BORDER}"
    rf"[0-9] ?[0-9](?:{BORDER}[0-9](?: ?[0-9]){{3}}| ?[0-9]{BORDER}[0-9](?: ?[0-9]){{2}})(?![0-9]|[.,/][0-9]| ?[%a-z])"
    rf"(?![ \r]{{0,3}}\n[ ]{{0,3}}(?:[0-9]{{1,5}} ?(?:\n|$)|{ANEW}))"
)
FOUR = re.compile(r"(?<![0-9a-z-])(?<![0-9]/)[0-9]{4}(?![0-9-]|[.,][0-9])")
# "Since 2017": a year, and no four digits of a number.
A_YEAR, OF_YEARS = re.compile(r"(?:19|20)[0-9]{2}"), re.compile(r" ?(?:年|년)")
SINCE = re.compile(
    r"\b(?:since|until|before|after|as of|in|desde|hasta|a partir de|en|tu nam|truoc nam|noong|mula(?: noong)?|"
    r"hanggang) $"
)
FOUR_NOISY = re.compile(rf"(?<![0-9a-z/]){DIGIT}(?: ?{DIGIT}){{3}}(?![0-9a-z])")
ALIEN = re.compile(
    rf"(?<![a-z0-9])a?[#\-\s]{{0,3}}(?!{A_WORD})(?:[0-9oil|szbg][\s\-]{{0,3}}){{6,8}}[0-9oil|szbg](?![0-9a-z])"
)
# An employer's number, and a day: as many digits, and another thing.
OTHERWISE = re.compile(r"\s*(?:[0-9]{2}-[0-9]{7}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})\s*")
A_DAY = re.compile(r"\s*(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\s*")
OF_AN_EMPLOYER = re.compile(
    r"\bf?ein\b|\btax[ -]?id|\bemployer'?s? (?:id|tax|fed|no\b|num|#)|\bpatronal|雇主|税号|사업자|\bso thue\b"
)
NINE = 9
LEAST_TRUE = 5  # of a number read with look-alikes so many digits must be digits
TAXPAYER_GROUPS = frozenset([*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100)])


def digits_of(written: str) -> str:
    """The digits of a number as written, look-alikes read as digits where fewer than nine stand there themselves."""
    figures = re.sub(r"[^0-9]", "", written)
    if len(figures) == NINE:  # what parts them, be it the wall of a cell, is none
        return figures
    return re.sub(r"[^0-9]", "", written.translate(READ_AS).strip("|1" if written.startswith("|") else ""))


class Grouped(NamedTuple):
    """Digits written 3-2-4. `mark`: the sign between the groups, "-" or another; `apart`: blanks or tabs part them."""

    digits: str
    mark: str
    apart: bool


def grouped(written: str) -> Grouped | None:
    """The nine digits where they are written 3-2-4 with the same mark twice, or None."""
    match = GROUPS.fullmatch(written)
    if match is None:
        return None
    area, first, group, second, serial = match.groups()
    mark = _mark(first)
    if mark != _mark(second):
        return None
    return Grouped(area + group + serial, mark, mark == " " and {first, second} != {" "})


def _mark(written: str) -> str:
    if written.isspace():
        return " "
    return written if len(written) == 1 else "-"


def true_digits(written: str) -> int:
    """How many of the characters are digits without any help."""
    return sum(it.isdigit() for it in written)


def is_ssn(digits: str) -> bool:
    """Whether the nine digits could have been issued: area 000, 666 and 9xx, group 00 and serial 0000 never were."""
    area = digits[:3]
    return (
        len(digits) == 9
        and area not in ("000", "666")
        and area < "900"
        and digits[3:5] != "00"
        and digits[5:] != "0000"
    )


def is_grouped_ssn(written: str) -> bool:
    """Whether it is nothing but such a number, written 3-2-4."""
    parts = grouped(written)
    return parts is not None and is_ssn(parts.digits)


def is_itin(digits: str) -> bool:
    """Whether the nine digits are are a taxpayer number: 9xx, then 50-65, 70-88, 90-92 or 94-99."""
    return len(digits) == 9 and len(set(digits)) > 1 and digits[0] == "9" and int(digits[3:5]) in TAXPAYER_GROUPS


def is_painted(digits: str) -> bool:
    """Whether an alien number is one that was never given out: "A-000-000-007" is painted on a suitcase."""
    return len(set(digits)) == 1 or digits.startswith("00000")


def is_routing(digits: str) -> bool:
    """Whether nine digits hold the checksum of a bank's routing number."""
    if len(digits) != 9 or digits == "000000000":
        return False
    return sum(int(it) * weight for it, weight in zip(digits, (3, 7, 1) * 3, strict=True)) % 10 == 0
