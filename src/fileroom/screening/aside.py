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
TO_YOU = re.compile(r"\b(?:your|su|tu)\b")
BESIDE_YOU = 12  # characters before a name in which it may be said to be the reader's
OBLIGED = re.compile(
    r"\b(?:parents?|famil(?:y|ies)|guardians?|students?|applicants?) (?:must|shall|have to|has to|are required to|to) "
    r"(?:provide|give|submit|bring|present|show|write|enter|furnish|supply|disclose)\b[^.;:]{0,60}$"
)
LABEL = 90  # characters before a place within which it is said who must give it
OF_WORKERS = frozenset(
    {Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.IMMIGRATION_DOCUMENT, Category.IMMIGRATION_STATUS}
)
TAXED = re.compile(r"w-?[249]s?|i-?9s?|1099\S{0,6}|ein|payroll|nomina")  # one word of these is enough
HEAD = 300  # characters in which a form says which it is
TRIBE = re.compile(r"trib[aeou]|trib[ae]l|tribu|部落|부족|bo toc|bo lac")
ED_506 = re.compile(r"\b(?:ed|form\w*|formulario) ?-?506\b|indian education|educacion indigena|印第安教育|인디언 ?교육")
ONLY_TOTALS = re.compile(
    r"cell ?= ?count|suppress(?:ed)? ?(?:if )?<|\bsnapshot totals\b|only totals|solo (?:conteos|totales)|"
    r"只给(?:合计|总数|总计)|(?:一律)?不显示|합계만|chi (?:co )?tong so|bilang lang"
)
# A question about asking: whether a form wants it, whether somebody may copy it.
ABOUT_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|collect\w{0,3}|need(?:s|ed)?|requir\w{1,3}|stor(?:e|es|ed)|keep|copy|allowed|ok(?:ay)?|"
    r"request\w{0,3}|want(?:s|ed)?|have to|bring|pid(?:e|en|io)|pedir|piden|necesit\w{1,4}|falta|requier\w{1,3}|"
    r"guard\w{1,4}|solicit\w{1,4}|obligatori\w{1,2}|traer|kailangan|hihingi\w{0,3}|hinihingi|dalhin|(?:co )?can|co hoi|"
    r"bat buoc|phai)\b|需要|要不要|用不用|收集|必须|可以|필요|요구|수집|묻|가져|내야|없으면|"
    r"\bwhat if\b|\bpaano kung\b|\by si\b|\bque pasa si\b|如果|要是|\bneu khong\b"
)
NO = re.compile(
    r"[^.?!？。\n]{0,160}[?？][\"')」»\s*_>→=:.|\-–—]{0,8}"
    r"(?:(?:a|r|s|answer|respuesta|sagot|dap|tra loi|답|응답|答)\b ?[:.)] ?)?[\"'*_« ]{0,3}"
    r"(?:no\b(?! (?:one|la|le|lo|se|es que|problem|worries|rush|hay problema|importa)\b)|"
    r"not\b|never\b|nope|hindi\b|ayos lang|(?:da )?khong\b|아니|안 ?[돼됩]|없습|不|没有|無需|无需)"
)


def set_aside(reading: Reading, category: Category, hit: Hit) -> str:
    """Why nobody of a family is asked for the place; empty where nothing says so."""
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    if NO.match(reading.text, hit.end) and ABOUT_ASKING.search(reading.text, first, hit.start):
        return "a question about asking, answered with no"
    asked = any(
        it.tag == "request" and reading.text[it.start - 1 : it.start] != "<" for it in reading.about(first, last)
    )
    if (
        category is Category.PROTECTED_LIST
        and TRIBE.match(reading.text, hit.start)
        and ED_506.search(reading.text, 0, HEAD)
    ):
        return "the federal form for Indian education"
    if category is Category.PROTECTED_LIST and ONLY_TOTALS.search(reading.text, *reading.passage(hit.start, hit.end)):
        return "only totals are given"
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


def is_to_family(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether a family is asked for the place in so many words: it is named, or the place is the reader's own."""
    if {"kin", "request"} <= roles:
        return True
    return TO_YOU.search(reading.text, max(0, hit.start - BESIDE_YOU), hit.end) is not None


def obliges(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says of parents that they must give it: such a policy asks, and is no notice."""
    first = max(reading.sentence(hit.start, hit.end)[0], hit.start - LABEL)
    return OBLIGED.search(reading.text, first, hit.start) is not None and not reading.says_no(hit)
