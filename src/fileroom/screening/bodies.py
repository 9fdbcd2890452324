"""Whose a number for taxes is that is no person's: a firm, a club, a church has one of its own, and no one in it."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading

OF_TAXES = re.compile(r"tax|taxpayer|fiscal|税号|세금|thue|buwis")
TAX_ID = re.compile(r"(?:federal )?tax ?id")  # so it is called on forms for vendors
# "Vendor tax id, your SSN": one name, and two things; "parent's tax number" names whose it is.
A_PERSON_S = re.compile(
    r"\bssn\b|social|seguro|社安|사회|parent|padre|magulang|student|家长|家長|父母|学生|學生|phu huynh|학부모|학생"
)
OR_ANOTHER_S = re.compile(r"[^_\n:]{0,40}?\b(?:or|/|o|hoac)\b")  # "of vendor or parent"
# Whoever owns a body, or is of it, has a number too: "of the school's parents".
OF_NO_MEMBER = (
    r"(?!'?s? (?:parents?|famil|mothers?|fathers?|moms?|dads?|members?|students?|child|owners?|staff|employees?|padres|"
    r"alumn|volunteers?|due[nñ]))"
)
BEFORE = 40  # characters before the number in which it is said
# "The PTA's own tax number"; some need no sign that it is theirs: "club tax number".
BODY_BEFORE = re.compile(
    rf"(?:(?:{words('a_body')})(?:'s|s'|’s|的|의) ?|(?:{words('body_alone')})(?:(?<=[a-z]) |(?<=[^\x00-\x7f])))"
    r"(?:(?:own|federal|new|right) )*$"
)
BODY_BEHIND = re.compile(
    r"(?: fiscal| number| id| no\.?)? (?:of|del?|de la|cua|ng|ni) "
    rf"(?:(?:the|our|an?|la|el|los|nuestr[oa]|mga|ating|aming) )?(?:{words('a_body')}){OF_NO_MEMBER}"
)
# A tax ID is said to be a firm's in fewer words: "vendors tax id", "tax id # (business)".
FIRM_BEFORE = re.compile(rf"(?:{words('firm')})(?:'s|s'?)? ?(?:(?:federal|state) )?$")
OURS = re.compile(r"\b(?:our|nuestr[oa]) (?:(?:federal|state) )?$")  # whoever writes so asks nobody for it
FIRM_BEHIND = re.compile(
    r"(?: ?(?:#|no\.?|nums?|numbers?))? ?(?:\(|(?:of|for|from|de|del|ng|cua) )(?:[a-z]+ ){0,2}?"
    rf"(?:{words('firm')}){OF_NO_MEMBER}"
)


def is_of_a_body(reading: Reading, hit: Hit) -> bool:
    """Whether it is said right beside a number for taxes that it is a firm's, a club's, a church's."""
    text, start, end = reading.text, hit.start, hit.end
    if OF_TAXES.search(text, start, end) is None or A_PERSON_S.search(text, start, end):
        return False
    if TAX_ID.match(text, start) and not reading.is_form(start) and OURS.search(text, max(0, start - BEFORE), start):
        return OR_ANOTHER_S.match(text, end) is None
    said = _is_said(text, hit, BODY_BEFORE, BODY_BEHIND) or (
        TAX_ID.match(text, start) is not None and _is_said(text, hit, FIRM_BEFORE, FIRM_BEHIND)
    )
    return said and OR_ANOTHER_S.match(text, end) is None


def _is_said(text: str, hit: Hit, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    return before.search(text, max(0, hit.start - BEFORE), hit.start) is not None or bool(behind.match(text, hit.end))
