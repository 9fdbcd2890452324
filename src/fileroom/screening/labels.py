"""Labels: words that say which number, status or paper stands near them, or that it is another."""

from __future__ import annotations

import re

from fileroom.screening import numbers
from fileroom.screening.benefits import BENEFIT, is_benefit
from fileroom.screening.engine import Hit
from fileroom.screening.joins import BIG, NAMED, SMALL
from fileroom.screening.lexicon import words
from fileroom.screening.reading import Reading
from fileroom.screening.words import merged

REACH = 90  # characters after a label in which its number may begin
# Between a label and its number: no other number, and no comma but before an example.
LEADS_UP = re.compile(
    r"(?:[^,;0-9\n]|(?<![0-9])[0-9](?![0-9])|, ?(?=p\. ?ej|e\.g|ej\.|por ejemplo|for example|例|예|vd|hal\.)){0,44}"
)
# "Payee for the check: R. Ortiz 607-…".
SOMEBODY = re.compile(
    rf" ?[:：] ?(?:{BIG}(?:{SMALL}+|\.)(?: {BIG}{SMALL}+){{0,2}}|[\u4e00-\u9fff]{{2,4}}|[\uac00-\ud7a3]{{2,4}}) ?"
)
NEAR = 48  # characters before a number in which another label can claim it
# Between them somebody gives the digits, or another clause begins: "couldn't find the card so she gave me 607-…".
GIVES_IT = re.compile(words("gives_a_number"))
# "Credit memo 571-…", "permit in with the county, no. 563-…": its own label is right before it, and of a thing.
SAYS_A_NUMBER = r"(?:no?s?\b|num(?:ero|ber)?\b|nbr|nr|id|code|ref|n[o°]?|#|so|blg)\.?"
AT_A_PLACE = r" (?:at|in|with|from|en|con|del?)\b[a-z' ]{1,28}(?= (?:is|es|was|era)\b)"  # "at the Lodge is 552-…"
OF_A_THING = re.compile(
    rf"(?:(?:{words('numbered_thing')})(?:s\b)?"
    rf"(?:[a-z ]{{0,28}}, ?(?={SAYS_A_NUMBER})|{AT_A_PLACE})?(?:\.? ?{SAYS_A_NUMBER})?|"
    rf"(?:{words('numbered_if_said')})\.? ?{SAYS_A_NUMBER}|(?:{words('measured')})(?:,[a-z ]{{2,24}})?)"
    r"[ :=#\"'(]{0,4}(?:,? ?(?:(?:is|was|es|era|la|po ay|ay)\b ?|是|为|為|[은는이가] ?))?[: ]{0,2}$"
)
# "The permit for the spare bus has been renewed, number 509-…".
POINTS_BACK = re.compile(
    r"[,;:(] ?(?:(?:the |its |el |su )?(?:numbers?|numeros?|no|num|nbr|so|numero|bilang|blg)\.? ?(?:(?:is|es|la|ay) )?"
    r"[:#]? ?|(?:号|编号|번호)[:是는은]? ?)$"
)
THING = re.compile(words("numbered_thing") + "|" + words("label_of_a_thing"))
OF_SOMEBODY = frozenset({"kin", "particular"})
SAID_TO_BE_ONE = re.compile(rf"(?:\b{SAYS_A_NUMBER}|号|號|번호)[ :=#\"'(是为為:은는]*$")
FOR_IT = re.compile(r"\b(?:for|para) (?:the |his |her |their |el |la |su |un )?$")  # "her social for the contract:"
# "571-…, that is what he wrote as his social".
IS_HIS = re.compile(r"[0-9 .-]{9,13}[^.;\n0-9]{0,40}\b(?:social|ssn|seguro)\b")
# What a loose word for the number means when one of these follows it.
ANOTHER_THING = re.compile(
    r"[.\s_-]{0,2}(?:stud|scien|media|work|emotion|skill|event|life|hour|game|justice|club|committee|dist|servi|"
    r"(?:survivor|retirement|disability|income|check|payment|pension)|medico|medica|"
    r"(?:calendars?|stor(?:y|ies)|posts?|flyers?|menus?|gathering|dance)\b|"
    r"de (?:vida|salud|auto)|dental|escolar|st\b|std|benefit|tax|trust|admin|"
    r"(?<![.] )(?<![.])(?:offices?\b(?! (?:copy|use))|building)|"
    r"미디어|네트워크|워커|워크|스킬|댄스|클럽|이벤트|펀딩|게임|앱|스터디|커머스|모임)"
)
SOCIAL = re.compile(r"[소쏘]셜")  # of the number, and of what is social
OF_WORK = re.compile(r"\btrab(?:aj\w{0,6})?[. ]{1,3}s$")  # "Trab. social": a social worker
OF_SCHOOL = re.compile(r"(?:(?:\best|estudios|ciencias|\bstd)[. ]{1,3}|ciencias_)s$")  # "Est. Soc.": social studies
# "STD SOCIAL SECURITY": a student's, and no lesson's.
SECURITY = re.compile(
    r"soc(?:ial)?[. ]{1,3}security\b(?! (?:lesson|unit|quiz|test|essay|project|presentation|chapter|"
    r"history|activit|workshop|class|worksheet|office))"
)
INSURED = re.compile(
    r"(?:poliza|compania|tarjeta|agente|aseguradora) d?$|(?:pension(?:es)?|ingresos?|beneficios?|cheque) "
    r"(?:del? )?[ds]?$"
)
# "Número del seguro", of whoever pays the doctor where a line above names him; "the social", with ice cream.
OF_A_POLICY = re.compile(r"(?:num(?:ero)?|no|nro|#)\.? del? (?:su |mi |tu )?seguro")
OF_AN_INSURER = re.compile(  # what is insured: "número de seguro del carro"
    r" (?:(?:de |del )?(?:mi |su |tu |la |el |las |los )?"
    r"(?:carros?|autos?|coches?|camionetas?|trocas?|vehiculos?|motos?|casa|vivienda|vida|viaje|salud|gastos medicos|"
    r"accidentes?)|medico|dental|escolar|de vision)\b(?! o social)"
)
PAYS_THE_DOCTOR = re.compile(
    r"\bseguro (?:medico|dental|de (?:salud|accidentes|gastos)|escolar)|\baseguradora|\baseguranza|\bpoliza|"
    r"\bmedi-?cal\b|\bhealth (?:net|plan)|\bkaiser\b|\bblue (?:cross|shield)\b"
)
A_PARTY = re.compile(
    r"\b(?:ice cream|sundae|gelato|pizza|pie|dessert|donut|doughnut|popsicle|pancake|spaghetti|bagel|coffee|tea|"
    r"cookie|cocoa|holiday|spring|fall|summer|winter|harvest|family|parents?|pta|staff|senior|volunteers?|"
    r"strawberry|watermelon|back-to-school|welcome)(?:'s)? social\b(?! (?:sec|no\b|num|is\b|card|#))"
)
THE_SOCIAL = re.compile(r"(?:for|at|to|after|before|during|of|about) the social")
ABOVE = 400  # characters before a label in which it may be said so
# What says once more behind somebody's own that a number follows, and names no thing that has one.
SAYS_AGAIN = re.compile(
    r", ?(?:acct|account|acc|id|file|cuenta|cta|no|num|number|numero)\.? ?(?:no\b|num\b|#)?\.?[ :=#]*"
)
OWNED = re.compile(r"(?:'s?|\b(?:his|her|their|my|su|mi)) [^,;.\n]{2,24}$")
# Whose social has an account and is a party: a club's own.
FESTIVE = re.compile(r"\b(?:clubs?|asb|pt[ao]|ptsa|party|boosters?|fundrais\w*|fiesta)(?:'s?)? [^,;.'\n]{2,24}$")
A_PHONE = re.compile(r"(?:tele)?phone|tel|cell|mobile|telefono|celular|dien thoai")
WHOSE_NUMBER = re.compile(words("whose_number"))
# How a number was told, not which it is.
BY_PHONE = re.compile(r"\b(?:x|por|by|over|via|on) (?:the |el )?(?:tel|telefono|phone|telephone|cell|celular)$")


def labels(reading: Reading, *tags: str) -> list[Hit]:
    """Labels of these tags that stand as words, those that touch made one."""
    known = reading.known_labels.get(tags)
    if known is None:
        if reading.by_tag.keys().isdisjoint(tags):
            return []
        hits = merged(reading.of(*tags))
        known = [it for it in hits if not (_is_short_name(reading.text, it) and is_another(reading.text, it))]
        reading.known_labels[tags] = known
    return known


def _is_short_name(text: str, hit: Hit) -> bool:
    """Whether a label is a loose word for the number, or names what pays benefits too."""
    if hit.tag in ("ssn.loose", "ssn.said"):
        return True
    return any(it.fullmatch(text, hit.start, hit.end) for it in (BENEFIT, SOCIAL, OF_A_POLICY))


def is_another(text: str, hit: Hit) -> bool:
    """Whether a loose word for the number means something else here: social studies, an insurer's policy."""
    if OF_A_POLICY.fullmatch(text, hit.start, hit.end):
        if OF_AN_INSURER.match(text, hit.end):
            return True
        return PAYS_THE_DOCTOR.search(text, max(0, hit.start - ABOVE), hit.start) is not None
    first = max(0, hit.start - len("during "))
    if any(it.end() == hit.end for it in THE_SOCIAL.finditer(text, first, hit.end)) and A_PARTY.search(
        text, max(0, hit.start - ABOVE), min(len(text), hit.end + ABOVE)
    ):
        return True
    before = text[max(0, hit.start - 18) : hit.start + 1]
    if INSURED.search(before) or OF_WORK.search(before) or is_benefit(text, hit):
        return True
    if OF_SCHOOL.search(before) and not SECURITY.match(text, hit.start):
        return True
    return ANOTHER_THING.match(text, hit.end) is not None


def window_of(reading: Reading, start: int) -> str:
    """What follows a label: to the end of the next line, no further than a label reaches, and no part of a number; or
    the whole number where each of its groups has a line of its own."""
    parted = numbers.ON_LINES.match(reading.text, start)
    if parted is not None:
        return parted[0]
    end = start + REACH
    while reading.text[end : end + 1].isdigit():
        end += 1
    window = reading.text[start:end]
    first = window.find("\n")
    second = window.find("\n", first + 1) if first >= 0 else -1
    return window[:second] if second >= 0 else window


def other_label(reading: Reading, place: int, since: int = 0) -> bool:
    """Whether the nearest label before a place, in its sentence, says that another number follows."""
    sentence = reading.sentence(place, place + 1)
    first = max(sentence[0], place - NEAR, since)
    thing = OF_A_THING.search(reading.text, max(reading.line(place, place)[0], place - NEAR, since), place)
    if thing and not (
        FOR_IT.search(reading.text, first, thing.start())
        or IS_HIS.match(reading.text, place)
        or (_is_bare(thing[0]) and "kin" in reading.roles(sentence[0], place))
    ):
        return True
    if _is_told_of_a_thing(reading, place, since):
        return True
    # A paper of a court is full of numbers: what a person wrote is not excused by the word "case" alone.
    others = ("other_number",) if reading.strict else ("other_number", "case_number")
    for hit in reversed(reading.about(*sentence)):
        if hit.tag in others and first <= hit.start < place and not _is_of_a_call(reading, hit, sentence[0]):
            return _leads_up(reading, min(hit.end, place), place)
    return False


def _is_told_of_a_thing(reading: Reading, place: int, since: int) -> bool:
    """Whether "number" stands right before it, behind a comma, and what is told before it is of a thing, of nobody."""
    first, _ = reading.sentence(place, place + 1)
    low = max(first, place - 2 * NEAR, since)
    pointer = POINTS_BACK.search(reading.text, low, place)
    if (
        pointer is None
        or OF_SOMEBODY & reading.roles(first, place)
        or NAMED.search(reading.written(Hit("", low, place)))
    ):
        return False
    return THING.search(reading.text, low, pointer.start()) is not None or (
        "other_number" in reading.roles(low, pointer.start())
    )


def _leads_up(reading: Reading, start: int, end: int) -> bool:
    """Whether what stands between a label and a number leads from one to the other: nobody gives it, or is named."""
    if LEADS_UP.fullmatch(reading.text, start, end) is None or GIVES_IT.search(reading.text, start, end):
        return False
    return start == end or SOMEBODY.fullmatch(reading.written(Hit("", start, end))) is None


def is_given(reading: Reading, place: int) -> bool:
    """Whether the sentence says shortly before a number that somebody gives it."""
    first, _ = reading.sentence(place, place + 1)
    return GIVES_IT.search(reading.text, max(first, place - NEAR), place) is not None


def _is_of_a_call(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a telephone is how a number was told, or what somebody's number is to be used for, and no label."""
    if BY_PHONE.search(reading.text, max(0, hit.start - 10), hit.end):
        return True
    if not A_PHONE.fullmatch(reading.text, hit.start, hit.end):
        return False
    return WHOSE_NUMBER.search(reading.text, first, hit.start) is not None


def is_apposed(reading: Reading, label: Hit, place: int) -> bool:
    """Whether another word for a number stands alone between somebody's own and the digits: "Lopez's social, acct"."""
    if SAYS_AGAIN.fullmatch(reading.text, label.end, place) is None:
        return False
    return is_owned(reading, label)


def is_owned(reading: Reading, label: Hit) -> bool:
    """Whether somebody's own number is named, and no club's party."""
    low = max(0, label.start - NEAR // 4)
    if label.tag == "ssn.said" or OWNED.search(reading.text, low, label.end) is None:
        return False  # "Spring's family social"
    return FESTIVE.search(reading.text, low, label.end) is None


def _is_bare(label: str) -> bool:
    """Whether the thing alone is named before the number: of a mother's "contract 571-…" that does not say enough."""
    return SAID_TO_BE_ONE.search(label) is None
