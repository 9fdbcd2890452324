"""Social Security that pays: among pensions and other income it is money, and no number is asked for."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words

BENEFIT = re.compile(
    r"(?:(?:the|his|her|their|my|your|our|[a-z]{3,14}'s?) )?social security|"
    r"seguro social(?: del?(?: la| el| mi| su| tu)?)?|社会安全|社會安全|社安|an sinh xa hoi|사회 ?보장|"
    r"사회 ?보장연금"
)
# What else a family lives on, as forms for meals list it.
INCOME = (
    r"(?:pensions?|retirement(?: income)?|ssi|disability|unemployment|child support|alimony|veterans?'?(?: benefits?)?|"
    r"(?:all |any )?other (?:sources of )?income|annuit(?:y|ies)|pension(?:es)?|jubilacion(?:es)?|retiro|"
    r"(?:todos los |los )?(?:demas|otros) ingresos|desempleo|manutencion(?: de (?:los )?hijos)?|discapacidad|"
    r"养老金|養老金|退休金|退休|(?:所有)?其他收入|失业金|抚养费|luong huu|huu tri|(?:tat ca )?(?:cac )?thu nhap khac|"
    r"tro cap(?: that nghiep)?|(?:mga )?pensiyon|pagreretiro|(?:lahat ng )?iba pang kita|연금|은퇴|퇴직|"
    r"(?:모든 )?기타 소득|실업)"
)
PARTED = r"[ ]{0,2}[/,;、，&|·(][ ]{0,2}(?:and |or |y |o |va |hoac |at |o kaya )?|[ ](?:and|or|y|o|va|hoac|at)[ ]"
BEFORE = re.compile(rf"(?<![a-z]){INCOME}(?:{PARTED})$")
AFTER = re.compile(
    rf"(?:{PARTED}){INCOME}(?![a-z])|"
    rf"(?:的|遗属|遺屬|残障|退休)?(?:福利|金(?!额))|法案?|"
    rf" ?(?:유족|장애|퇴직|노령)? ?(?:연금|급여)|법(?![적원])| (?:{words('of_a_fund')})"
)
FUND = re.compile(rf"(?:{words('fund')}) (?:of |del? |the |ng )*$")
FROM = re.compile(
    r"(?:tien|tro cap|benepisyo|pensyon) (?:tu |cua |ng )?$|"
    r"(?:income|money|payments?|checks?|received|get|paid|ingresos?|pagos?|dinero|nhan|kita) "
    r"(?:from|by|through|del?|por|tu|mula sa)(?: (?:the|el))? $"
)
TO_WHOM = re.compile(
    r" (?:recipient|beneficiar|award|trust fund|fund\b|tax(?:es)?\b|"
    r"pays?\b|(?:(?:les?|nos|me|te) )?paga[nr]?\b|runs? (?:short|out)|goes broke|was (?:signed|created)|act\b)|"
    r"을 받|수급|基金|"
    r" lay tien"
)
A_NUMBER = re.compile(
    r"[^\n.;:]{0,40}?\b(?:n(?:o|um|umbers?|br)|case|cards?|digits?|ids?|numero|so\b)\b ?[:#.?_]|[^\n.;:]{0,40}#"
)
REACH = 60  # characters before a name in which another income is named


def is_benefit(text: str, hit: Hit) -> bool:
    """Whether the name, with no word for a number in it, stands among what a family lives on."""
    if BENEFIT.fullmatch(text, hit.start, hit.end) is None or A_NUMBER.match(text, hit.end):
        return False
    if AFTER.match(text, hit.end) or TO_WHOM.match(text, hit.end):
        return True
    before = text[max(0, hit.start - REACH) : hit.start]
    return any(it.search(before) for it in (BEFORE, FUND)) or FROM.search(before) is not None
