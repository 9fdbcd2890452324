"""What is set aside: what is asked of those who work for the school or sell to it, is no more, or is refused.

Such a place is doubted and not forgotten: words that ask may stand about it all the same. A family that is named in the
sentence is asked for itself, whoever is spoken of beside it.
"""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category
from fileroom.screening.reading import Reading, TextKind

ASIDE = 0.4  # what is set aside is no surer than this
OF_WORKERS = frozenset(
    {Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.IMMIGRATION_DOCUMENT, Category.IMMIGRATION_STATUS}
)
TAXED = re.compile(r"w-?[249]s?|i-?9s?|1099\S*|ein|payroll|nomina")  # one word of these is enough
# A question about asking: whether a form wants it, whether somebody may copy it.
ABOUT_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|collect\w*|need(?:s|ed)?|requir\w+|stor(?:e|es|ed)|keep|copy|allowed|ok(?:ay)?|request\w*|"
    r"want(?:s|ed)?|have to|bring|pid(?:e|en|io)|pedir|piden|necesit\w+|falta|requier\w+|guard\w+|solicit\w+|obligatori\w+|"
    r"traer|kailangan|hihingi\w*|hinihingi|dalhin|(?:co )?can|co hoi|bat buoc|phai)\b|需要|要不要|用不用|收集|必须|可以|"
    r"필요|요구|수집|묻|가져|내야|없으면|\bwhat if\b|\bpaano kung\b|\by si\b|\bque pasa si\b|如果|要是|\bneu khong\b"
)
NO = re.compile(
    r"[^.?!？。\n]{0,160}[?？][\"')」»\s*_>→=:.|\-–—]{0,8}"
    r"(?:(?:a|r|s|answer|respuesta|sagot|dap|tra loi|답|응답|答)\b ?[:.)] ?)?[\"'*_« ]{0,3}"
    r"(?:no\b(?! (?:one|la|le|lo|se|es que|problem|worries|rush|hay problema|importa)\b)|not\b|never\b|nope|hindi\b|ayos lang|(?:da )?khong\b|아니|안 ?[돼됩]|없습|"
    r"不|没有|無需|无需)"
)


def set_aside(reading: Reading, category: Category, hit: Hit) -> str:
    """Why nobody of a family is asked for the place; empty where nothing says so."""
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    if NO.match(reading.text, hit.end) and ABOUT_ASKING.search(reading.text, first, hit.start):
        return "a question about asking, answered with no"
    asked = any(it.tag == "request" and reading.text[it.start - 1 : it.start] != "<" for it in reading.about(first, last))
    if "gone" in roles and not asked:
        return "it is no more"
    low, high = reading.passage(hit.start, hit.end) if reading.kind is TextKind.FORM_FIELD else (first, last)
    said = reading.roles(low, high)
    asks = {"request", "kin"} <= roles if reading.kind is TextKind.FORM_FIELD else "request" in roles
    if "barred" in said and "affirms" not in said and not asks:
        return "a program refuses it"
    if category in OF_WORKERS and not reading.is_form(hit.start) and "kin" not in roles:
        about = reading.about(*reading.passage(hit.start, hit.end))
        words = {reading.text[it.start : it.end] for it in about if it.tag == "workforce"}
        if len(words) > 1 or any(TAXED.fullmatch(it) for it in words):
            return "it is of those who work for the school or sell to it"
    return ""
