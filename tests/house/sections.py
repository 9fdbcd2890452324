"""The sections of law that a text names, each as its code and its number."""

from __future__ import annotations

import re

CODES = {
    "Bus. & Prof. Code": r"Bus\. (?:&|&amp;|and) Prof\. Code|Business and Professions Code|Código de Negocios y \w+",
    "Civ. Code": r"Civ\. Code|Civil Code|Código Civil",
    "Code Civ. Proc.": r"Code Civ\. Proc\.|CCP",
    "Ed. Code": r"Ed\. Code|Education Code|Código de Educación",
    "Evid. Code": r"Evid\. Code|Evidence Code",
    "Fam. Code": r"Fam\. Code|Family Code|Código de Familia",
    "Gov. Code": r"Gov\. Code|Government Code|Código de Gobierno",
    "Health & Saf. Code": r"Health (?:&|&amp;|and) Saf(?:\.|ety) Code",
    "Penal Code": r"Penal Code|Código Penal",
    "Prob. Code": r"Prob\. Code|Probate Code",
    "Welf. & Inst. Code": r"Welf\. (?:&|&amp;|and) Inst\. Code|WIC",
}
OF_A_TITLE = r"\d{1,2} (?:CCR|CFR|USC)"
LISTED = r"(?:(?:, | and | or |[-–])*(?:\d+[a-z]?(?:\.\d+)*(?!\w| (?:CCR|CFR|USC))|(?:\([a-zA-Z0-9]{1,5}\))+))+"
NAMED = re.compile(rf"(?:(?P<code>{'|'.join(CODES.values())})|\b(?P<title>{OF_A_TITLE})) (?:§+ ?)?(?P<listed>{LISTED})")
NUMBER = re.compile(r"(?<![\w.(])\d+[a-z]?(?:\.\d+)*(?![\w)])")


def cited(text: str) -> set[str]:
    """Such as "Ed. Code 49073.1"; of a span, its first and its last."""
    found = set()
    for each in NAMED.finditer(text):
        code = each["title"] or next(name for name, such in CODES.items() if re.fullmatch(such, each["code"]))
        found |= {
            f"{code} {number}"
            for number in NUMBER.findall(re.sub(r"\([^)]*\)|(?<=\d)-\d{1,2}(?!\d)", " ", each["listed"]))
        }
    return found
