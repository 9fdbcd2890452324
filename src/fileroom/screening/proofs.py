"""The papers the law itself offers as proofs of age and of residence: who may choose one is asked for none of them."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading, TextKind

PASSPORT = re.compile(r"passports?|pasaportes?|ho chieu|护照|護照|여권")
RESIDENCY = re.compile(r"proofs? of residen(?:cy|ce)")
# What else proves an age (Education Code 48002).
OF_AGE = (
    re.compile(
        r"birth (?:certificate|record)|certificate of birth|(?:acta|partida|certificado) de nacimiento|giay khai sinh|"
        r"sertipiko ng kapanganakan|出生(?:证明|證明|证|紀錄|记录)|출생 ?(?:증명|기록)"
    ),
    re.compile(r"bapti[sz]m|fe de bautismo|bautismo|rua toi|binyag|洗礼|洗禮|세례"),
    re.compile(
        r"affidavit|sworn statement|statement of (?:the |a )?(?:local registrar|parent)|declaracion jurada|"
        r"to khai co tuyen the|tuyen the|sinumpaang salaysay|宣誓|선서 ?진술"
    ),
)
IDENTITY = re.compile(words("identity"))  # what else says who somebody is: a driver's license, a pupil's card
AGE = re.compile(
    r"\b(?:age|birth ?dates?|dates? of birth|dob|edad|nacimiento|tuoi|ngay sinh|kapanganakan)\b|年龄|年齡|出生日期|"
    r"나이|생년월일"
)
# What proves where a pupil lives (Education Code 48204.1), and the words for where that is.
OF_RESIDENCE = re.compile(
    r"utility bill|electric bill|water bill|gas bill|\bbills?\b|lease|rental|rent receipt|property tax|mortgage|"
    r"pay ?stub|voter|deed|escrow|declaration|affidavit|correspondence|\baddress\b|district|boundar|attendance area|"
    r"where you live|recibo|contrato de (?:renta|alquiler)|domicilio|hoa don|hop dong thue|kuryente|水电|租约|"
    r"공과금|임대"
)
ANY_ONE = re.compile(
    r"\b(?:or|any (?:one|of)|one of|either|such as|for example|e\.g|o|u|cualquiera|una? de|por ejemplo|hoac|"
    r"mot trong|o kaya|alinman|(?:circle|check|mark|tick)(?: one)?|encierre|marque|khoanh|bilugan)\b|圈|勾选|동그라미|"
    r"或|任何一|任选|任選|之一|또는|중 ?하나|\[ ?\]|\( ?\)|☐|□"
)
# Then all are wanted, or the paper is not the child's own proof, or one that tells where somebody is from.
NOT_TO_CHOOSE = re.compile(
    r"\b(?:all of|bring all|both|each of|todos|todas|ambos|tat ca|lahat)\b|全部|都要|모두|"
    r"\b(?:not (?:the|a|an|enough|accepted)|is not|will not|won't|required|refused|instead of|only)\b|"
    r"\b(?:visas?|green ?cards?|i-?94|i-?551|residen(?:t|cy) cards?|status|immigra\w+|citizen\w*|entry stamp|"
    r"parents?'?s?|mothers?'?s?|fathers?'?s?|moms?'?s?|dads?'?s?|de (?:los )?padres|de la madre|del padre) ?"
    r"(?:\w+ )?(?=passport)"
)
OF_A_COUNTRY = re.compile(r"\b(?:foreign|u\.?s\.?|american|mexican|valid|current|their|de (?:otro|su) pais) $")
WITH = re.compile(
    r" ?(?:with|w/|con|and|y|&|,? ?number|no\b|#|copy|page|stamp)[^\n]{0,24}(?:visa|stamp|page|number|sello|i-?94)"
)
LEGAL = re.compile(
    r"\b(?:country|united states|nation|legal|lawful|immigration|u\.?s\.?|permanent|"
    r"visas?|green ?cards?|i-?94|citizen\w*|alien)\b"
)

# What proves where somebody lives pays for nothing here.
BILL = re.compile(
    r"(?:rent|utility|gas|water|electric\w*) receipt|recibos? (?:de|del) (?:la )?(?:luz|agua|gas|renta|cable)"
)
NEAR_IT = 32


def is_of_the_law_s_list(reading: Reading, hit: Hit) -> bool:
    """Whether the paper is one of several proofs of age to choose from, or the proof of where a pupil lives."""
    first, last = _offer(reading, hit)
    if RESIDENCY.fullmatch(reading.text, hit.start, hit.end):
        offer = reading.text[first:last]
        return OF_RESIDENCE.search(offer) is not None and LEGAL.search(offer) is None
    if PASSPORT.fullmatch(reading.text, hit.start, hit.end) is None or WITH.match(reading.text, hit.end):
        return False
    if OF_A_COUNTRY.search(reading.text, max(first, hit.start - 24), hit.start):
        return False
    if IDENTITY.search(reading.text, first, last) and ANY_ONE.search(reading.text, first, last):
        return not any(it.search(reading.text, first, last) for it in (NOT_TO_CHOOSE, LEGAL))
    others = sum(it.search(reading.text, first, last) is not None for it in OF_AGE)
    if not others or ANY_ONE.search(reading.text, first, last) is None:
        return False
    if NOT_TO_CHOOSE.search(reading.text, first, last):
        return False
    return others > 1 or AGE.search(reading.text, first, last) is not None


def _offer(reading: Reading, hit: Hit) -> tuple[int, int]:
    """The words in which the choice is offered: a field whole, else the line's sentence."""
    if reading.kind is TextKind.FORM_FIELD and len(reading.text) <= 600:
        return 0, len(reading.text)
    return reading.line(hit.start, hit.end) if reading.is_form(hit.start) else reading.sentence(hit.start, hit.end)


def is_of_a_bill(text: str, pays: Hit) -> bool:
    """Whether a word for paying is a part of the name of a bill that proves where somebody lives."""
    bills = BILL.finditer(text, max(0, pays.start - NEAR_IT), pays.end + NEAR_IT)
    return any(it.start() <= pays.start < it.end() for it in bills)
