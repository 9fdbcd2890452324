"""Field, column and label names that ask for what may not be collected."""

from __future__ import annotations

import re

from fileroom.screening.findings import Category, Finding, Mode

# Words are separated first, so that `ssn` is found in parentSSN and not in "classname".
ASKS: tuple[tuple[Category, str], ...] = (
    (Category.SSN_LAST4, r"\b(?:last (?:4|four)(?: digits)?(?: of)? (?:the )?(?:ssn|social)|ssn ?(?:last)? ?4)\b"),
    (Category.SSN, r"\b(?:ssn|soc(?:ial)? sec(?:urity)?(?: (?:no|num|number|nbr))?|seguro social|social security)\b"),
    (
        Category.IMMIGRATION_DOCUMENT,
        r"\b(?:visa(?: type| number| status)?|passport|green ?card|i ?94|i ?20|ead card)\b",
    ),
    (Category.A_NUMBER, r"\b(?:alien (?:registration )?(?:no|num|number)|a number|uscis)\b"),
    (
        Category.IMMIGRATION_STATUS,
        r"\b(?:citizen(?:ship)?(?: status)?|immigration(?: status)?|nationality|alien|us entry(?: date)?|"
        r"date (?:of )?entry (?:to|into) (?:the )?us|country of birth(?: code)?|country of origin|birth country|"
        r"ciudadania|estatus migratorio)\b",
    ),
    (Category.PROTECTED_LIST, r"\b(?:national origin|religio(?:n|us)|church|faith)\b"),
)
CITIZENSHIP_MARK = re.compile(r"\bcitizenship (?:grade|mark|score)\b|\b(?:grade|mark) (?:in|for) citizenship\b")


def words(name: str) -> str:
    """`parentSSN_last4` -> `parent ssn last 4`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Za-z])", " ", name)
    return " ".join(filter(None, re.split(r"[\W_]+", spaced))).lower()


def banned_field(name: str) -> Finding | None:
    """The finding where a field's name or label asks for something the law keeps out; None where it does not."""
    text = words(name)
    if CITIZENSHIP_MARK.search(text):
        return None
    for category, pattern in ASKS:
        if re.search(pattern, text):
            return Finding(category, Mode.SOLICIT, f"the field {name!r} asks for it", 0, len(name))
    return None
