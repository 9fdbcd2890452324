"""A label for a status, or a key, and what is written behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.conduct import is_mark
from fileroom.screening.engine import Hit
from fileroom.screening.fields import ELEMENT, is_field, is_filled
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.into_what import is_into_a_program
from fileroom.screening.labels import labels
from fileroom.screening.lexicon import words
from fileroom.screening.offers import OPTIONS, lists_choices
from fileroom.screening.reading import Reading
from fileroom.screening.refusals import is_no_matter
from fileroom.screening.services import is_a_class
from fileroom.screening.tallies import is_tallied
from fileroom.screening.told_in_short import told_in_short
from fileroom.screening.unpeopled import is_of_wares

BLANK = re.compile(r"\w{0,24} ?(?:_{2,}|[□☐])")
YES_OR_NO = re.compile(r"[\"'] ?: ?[\"']?(?:yes|no|y|n|true|false|si|0|1)\b[\"']?(?= ?(?:[,}\]\n]|$))")
VALUE_AFTER = re.compile(
    r"[^:=\n.!?,;。、»」\"<>]{0,22}[:=][ \"']{0,3}"
    r"(?:[^\W\d_]{3,}|[\u2e80-\ud7a3]{2}|(?:[a-v]-?[0-9]{1,2}[a-z]?|tn)\b(?![/-])|[0-9olz]{1,2}[/-][0-9olz]{1,2}[/-]|"
    r"[0-9]{1,2} (?:de |ng |thang )?[a-z0-9]{1,10} (?:de |del |nam )?[12][0-9]{3}\b|[12][0-9]{3} ?[年년])"
)
# What a key of a record holds, and no kind of field.
HELD = re.compile(
    r"[\w.-]{0,16}[\"'] ?: ?[\"'](?!(?:string|text|boolean|bool|select|enum|required|optional|removed|dropped|"
    r"deprecated|hidden|masked|redacted|none|n/a|not collected|never|varchar|radio|dropdown|checkbox|str|integer)\b)"
    r"[^\W\d_][^\"'\n]{1,60}[\"']"
)
# Behind a field's name: what can be chosen in it, and nobody's.
TO_CHOOSE = re.compile(words("to_choose"))
AT_ONCE = 3  # characters behind a colon in which a word that asks begins
# What is said of the label itself: "First enrolled: this date goes in the system".
OF_THE_LABEL = re.compile(
    r"[^:=\n]{0,24}[:=] ?"
    r"(?:(?:everyone|everybody|(?:all|each|every) (?:of|student|child|kid|pupil|famil)\w*|we|our class|todos)\b|"
    r"(?:this|these|the) (?:date|question|line|field|column|item|entry|box)s?\b(?! (?:of|is [0-9]))|"
    r"(?:esta|este) (?:fecha|dato|pregunta|renglon|casilla)\b|(?:ngay|muc|dong|cau hoi) nay\b|"
    r"ang (?:petsa|tanong|linya)ng ito\b|(?:这|此)(?:个)?(?:日期|项|栏|问题)|이 ?(?:날짜|항목|질문|칸))"
)


def labelled(reading: Reading) -> Iterator[Finding]:
    """Labels and keys for a status, and what is written behind them."""
    for hit in labels(reading, "immigration_status.value", "immigration_status.name"):
        yes = YES_OR_NO.match(reading.text, hit.end)
        if yes and not is_mark(reading, hit) and reading.text[hit.start - 1 : hit.start] in ('"', "'", "_"):
            why_ = ("a key for a status, and yes or no in it",)
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, yes.end(), 0.7, why_)
            continue
        said = told_in_short(reading, hit)
        if said and not is_mark(reading, hit):
            why_ = ("a line that asks for a status, and what it says in a word",)
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, said.end(), 0.75, why_)
            continue
        colon = hit.end - reading.text[hit.start : hit.end].endswith((":", "="))
        match = VALUE_AFTER.match(reading.text, colon)
        if match and BLANK.match(reading.text, match.end()):
            match = None  # "Status: LPR ___ other ___"
        if match is None and is_filled(reading, hit):
            match = ELEMENT.match(reading.text, hit.end) or HELD.match(reading.text, hit.end)
        if match and is_field(reading, hit) and not is_filled(reading, hit):
            continue
        if match and (is_no_matter(reading, colon) or _asks_behind(reading, hit, match)):
            continue
        if match and (_is_to_choose(reading, hit, match) or OF_THE_LABEL.match(reading.text, colon)):
            continue
        if match and _is_another(reading, hit):
            continue
        if match and not OPTIONS.match(reading.text, hit.start) and not is_mark(reading, hit):
            why_ = ("a label for a status, and a word after it",)
            essay = 0 if reading.is_form(hit.start) else reading.frame(hit.start, hit.end, "essay")
            confidence = 0.7 - 0.25 * min(essay, 2)  # a worksheet that is filled in is a form
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, match.end(), confidence, why_)


def _is_to_choose(reading: Reading, hit: Hit, written: re.Match[str]) -> bool:
    """Whether what stands behind the label can be chosen, and is nobody's."""
    return TO_CHOOSE.search(reading.text, hit.end, written.end()) is not None or lists_choices(reading, hit)


def _is_another(reading: Reading, hit: Hit) -> bool:
    """Whether the label is of wares, a count, a class or a log."""
    of_things = is_of_wares(reading, hit) or is_into_a_program(reading, hit)
    return of_things or is_tallied(reading, hit) or is_a_class(reading, hit)


def _asks_behind(reading: Reading, hit: Hit, written: re.Match[str]) -> bool:
    """Whether behind the label stands what asks to be done: "please show a license"."""
    colon = max(reading.text.rfind(it, hit.end - 1, written.end()) for it in ":=")
    behind = reading.about(hit.end, min(len(reading.text), written.end() + AT_ONCE))
    return any(it.tag == "request" and 0 < it.start - colon <= AT_ONCE for it in behind)
