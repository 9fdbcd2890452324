"""What is set aside: what is asked of those who work for the school or sell to it, is no more, or is refused.

Such a place is doubted and not forgotten: words that ask may stand about it all the same. A family that is named in the
sentence is asked for itself, whoever is spoken of beside it.
"""

from __future__ import annotations

import re

from fileroom.screening.answered import is_answered
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.persons import is_of_staff
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.tribes import is_on_the_federal_form
from fileroom.screening.words import merged

NO_MORE = "it is no more"
ASIDE = 0.4  # what is set aside is no surer than this
TO_YOU = re.compile(r"\b(?:your|su|tu)\b")
BESIDE_YOU = 12  # characters before a name in which it may be said to be the reader's
OBLIGED = re.compile(
    r"\b(?:asks?|requires?|requests?|demands?|orders?|directs?) that [^.;:]{0,24}?"
    r"(?:parents?|famil(?:y|ies)|guardians?|students?|applicants?) "
    r"(?:provide|give|submit|bring|present|show|furnish|supply|disclose|produce)\b[^.;:]{0,90}$|"
    r"\b(?:parents?|famil(?:y|ies)|guardians?|students?|applicants?) (?:must|shall|have to|has to|are required to|to) "
    r"(?:provide|give|submit|bring|present|show|write|enter|furnish|supply|disclose)\b[^.;:]{0,60}$"
)
LABEL = 90  # characters before a place within which it is said who must give it
OF_WORKERS = frozenset(
    {Category.SSN, Category.SSN_LAST4, Category.ITIN, Category.IMMIGRATION_DOCUMENT, Category.IMMIGRATION_STATUS}
)
# Papers that families bring too, and those who stand at a desk: such words say not alone that staff is meant.
OF_ANYBODY = re.compile(
    r"w-?[24]s?|1099\S{0,6}|nomina|payroll|planilla|pay ?checks?|irs|hacienda|employees?|staff members?|staff only|"
    r"personnel|hr|human resources|subs?|substitutes?( teachers?)?|emplead[oa]s?|personal (?:docente|clasificado)|"
    r"suplentes?|prestaciones|factur\w{1,2}|员工|雇员|会计|国税局|发工资|发薪|급여|월급|직원|회계|국세청|"
    r"nhan vien|ke toan|bang luong|tra luong|so thue|empleyado|kawani|sahod|suweldo|accounting"
)
# Where a family is spoken of, or what it applies for, no word about staff takes a place from it.
OF_FAMILIES = re.compile(
    r"\b(?:famil|parents?\b|guardian|your (?:child|student|kid|son|daughter)|meals?\b|lunch|waiver|fafsa|scholarship|"
    r"enrollment office|household|padres?\b|madres?\b|su hij[oa]s?\b|hogar|becas?\b|almuerzo|exencion|phu huynh|"
    r"con (?:em|quy vi)\b|hoc bong|bua (?:an|trua)|magulang|anak\b|iskolar|pananghalian)|"
    r"家长|孩子|家庭|午餐|餐费|奖学金|减免|학부모|부모|자녀|가정|급식|장학금|면제"
)
# Between a word that it is no more, or refused, and the name itself: nothing but what joins them.
JOINS_BEFORE = re.compile(
    r"[\s\"'`*_]{0,3}(?:(?:the|an?|any|old|of|for|all|every|that|this|our|parents?'?|students?'?|el|la|los|las|un|una|"
    r"de|del|ang|ng|mga|cot|o|so|了|的|为|是)[\s\"'`*_]{1,2}){0,3}"
)
JOINS_AFTER = re.compile(
    r"[\s\"'`*_]{0,3}(?:(?:s|nos?|numbers?|#|cols?|columns?|fields?|box(?:es)?|lines?|questions?|rows?|prompts?|part|"
    r"columna|campos?|casilla|pregunta|celdas?|it|they|is|was|were|be|has|have|been|data|values?|we|que|"
    r"ay|na|cot|o|truong|栏|列|字段|项|那|一|칸|항목|열|란|은|는|이|가)[\s\"'`*_]{0,2}){0,4}"
)
NEAR = re.compile(r"[^\n:;()\[\]_?!.。□☐]{0,56}")
# Names of fields one after another, as programs write them: what is said of the first is said of all.
FIELDS = re.compile(
    r"[\s:]*(?:(?:the|cols?|columns?|fields?|lookup|tbl|table|los|las|el|la|campos?|columnas?|cac|cot|o|ang|mga)\s+)*"
    r"(?:[\"'`]?(?=\w{0,64}[_.]\w)\w[\w.]{0,64}[\"'`]?(?:\s?[,;&+/、]\s?(?:and |y |va |at )?|\s(?:and|y|or|o|va|at|"
    r"和|및)\s)){0,12}"
    r"(?:<\w{1,12} (?:name|id)=)?[\"'`]?(?:\w{1,32}[_.]){0,4}"
)
CLAUSE_ENDS = re.compile(
    r"\s*(?:[.!;。]|,|$|\n|"
    r"(?:here|in|on|at|this|aqui|en|dito|sa|o day|by|from|and|y|so|since|before|after|during)\b)"
)
# A place to write in, or a label's colon: then the name is asked for, whatever is said beside it.
TO_WRITE = re.compile(r"[^\n]{0,90}?(?:_{2,}|\.{4,}|\[ ?\]|\( ?\)|[□☐])|[^\n.!?;。]{0,60}:")
NAMES_ASKED = re.compile(
    r"\bnames?\b|\blist (?:of|each|all|every)\b|\bnombres?\b|\blistas?\b|\bho ten\b|\bdanh sach\b|\bpangalan\b|"
    r"\blistahan\b|姓名|名字|名单|列出|이름|명단|성명"
)
CALLS = re.compile(r"[^\n.;:,?!]{3,40}[:,]")  # the first words of a letter: whom it is to
STAFF = re.compile(r"(?:all |dear |to )?(?:staff|teachers|employees|colleagues|colegas|personal|maestr[oa]s)\b")
AT_ONCE = 3  # characters before the first word of a sentence
DROPPED = re.compile(
    r"(?: ?[\"'`]?\w{1,32}[_.]\w[\w.]{0,48}[\"'`]?(?:,| and| y|;|,? &)){1,12} ?[\"'`]?\w{1,32}[_.][\w.]{1,48}"
)
NAMED_WITH = (
    "ssn.name", "ssn.loose", "immigration_status.name", "immigration_document.name", "protected_list.name",
    "a_number.name", "itin.name",
)  # fmt: skip
NOT_FOR, NOT_THEY = 24, 40  # characters before and behind a word for families in which it may be said so
# "Files that show a visa will be deleted".
HOLDING = re.compile(rf"(?:{words('holding')})[^.;?!\n]{{0,110}}$")
REFUSED = re.compile(rf"[^.;?!\n(]{{0,110}}?(?:{words('refused')})")
COVERED = re.compile(rf"(?:{words('covers')})[^.;:?!\n]{{0,44}}$")
NEAR_IT = 64  # characters before a name in which it is said to be covered
NO_NAMES = re.compile(words("no_names"))
ONLY_TOTALS = re.compile(
    r"cell ?= ?count|\b(?:totals|counts|numbers) only\b|\bno (?:student )?names\b|\bsin nombres\b|"
    r"suppress(?:ed)? ?(?:if )?<|\bsnapshot totals\b|only totals|solo (?:conteos|totales)|"
    r"只给(?:合计|总数|总计)|(?:一律)?不显示|합계만|chi (?:co )?tong so|bilang lang"
)


def set_aside(reading: Reading, category: Category, hit: Hit) -> str:
    """Why nobody of a family is asked for the place; empty where nothing says so."""
    first, last = reading.sentence(hit.start, hit.end)
    roles = reading.roles(first, last)
    if is_answered(reading, hit, first):
        return "a question about asking, answered with no"
    if _is_kept_out(reading, hit, first):
        return "what holds it is refused, or it is to be covered"
    about = reading.about(first, last)
    denials = [it for it in about if it.tag == "negation"]
    asked = any(
        it.tag == "request"
        and reading.text[it.start - 1 : it.start] != "<"
        and not any(_is_in(it, no) or 0 <= no.start - it.end <= 1 for no in denials)  # "please do not hand it out"
        for it in about
    )
    if category is Category.PROTECTED_LIST:
        if is_on_the_federal_form(reading, hit):
            return "the federal form for Indian education"
        if ONLY_TOTALS.search(reading.text, *reading.passage(hit.start, hit.end)) and not (
            NAMES_ASKED.search(reading.text, first, last) and not NO_NAMES.search(reading.text, first, last)
        ):
            return "only totals are given"
    if (not asked and _governs(reading, hit, "gone")) or _is_dropped(reading, hit):
        return NO_MORE
    if not asked and "affirms" not in roles and (_governs(reading, hit, "barred") or _is_refused_next(reading, last)):
        return "a program refuses it"
    if category not in OF_WORKERS or reading.is_form(hit.start):  # a form for staff has its own exception
        return ""
    if _is_of_workers(reading, hit, first, last) or _is_to_workers(reading, hit, roles):
        return "it is of those who work for the school or sell to it"
    return ""


def _is_in(asks: Hit, denial: Hit) -> bool:
    return denial.start <= asks.start and asks.end <= denial.end


def _is_kept_out(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a file that holds it is refused, or it is to be covered first, and nothing asks for it in between."""
    refused = REFUSED.match(reading.text, hit.end)
    holding = HOLDING.search(reading.text, first, hit.start) if refused else None
    if refused and holding:
        sent = reading.about(max(first, holding.start() - NEAR_IT), holding.start())
        asked = any(it.tag == "request" and holding.start() - it.end <= AT_ONCE for it in sent)  # "send pictures"
        return not asked and "request" not in reading.roles(hit.end, refused.end())
    covered = COVERED.search(reading.text, max(first, hit.start - NEAR_IT), hit.start)
    return covered is not None and "request" not in reading.roles(covered.start(), hit.start)


def _governs(reading: Reading, hit: Hit, role: str) -> bool:
    """Whether a word of the role is said of the name itself, and no place to write in follows the name."""
    if TO_WRITE.match(reading.text, hit.end, reading.line(hit.start, hit.end)[1]):
        return False
    loose = role == "gone" and reading.kind is not TextKind.FORM_FIELD
    before, behind = (NEAR, NEAR) if loose else (JOINS_BEFORE, JOINS_AFTER)
    for it in reading.about(*reading.sentence(hit.start, hit.end)):
        if it.tag != role:
            continue
        if it.end <= hit.start and (
            before.fullmatch(reading.text, it.end, hit.start)
            or _is_listed_with(reading, it.end, hit.start, loose=loose or role == "barred")
        ):
            return True
        if it.start >= hit.end and behind.fullmatch(reading.text, hit.end, it.start):
            return role == "gone" or CLAUSE_ENDS.match(reading.text, it.end) is not None
    return False


def _is_dropped(reading: Reading, hit: Hit) -> bool:
    """Whether nothing but names of fields, two and more, stands between a word that drops them and the place's end."""
    if TO_WRITE.match(reading.text, hit.end, reading.line(hit.start, hit.end)[1]):
        return False
    return any(
        it.tag == "gone" and it.end <= hit.start and DROPPED.fullmatch(reading.text, it.end, hit.end) is not None
        for it in reading.about(reading.sentence(hit.start, hit.end)[0], hit.start)
    )


def _is_refused_next(reading: Reading, last: int) -> bool:
    """Whether the next sentence begins with words that refuse what this one does: "that is not allowed"."""
    if last + 2 >= len(reading.text):
        return False
    first, end = reading.sentence(last + 2, last + 3)
    return any(it.tag == "barred" and it.start - first <= AT_ONCE for it in reading.about(first, end))


def _is_listed_with(reading: Reading, start: int, end: int, *, loose: bool) -> bool:
    """Whether nothing but names of fields, or of what else is sought, stands between a word and the place."""
    if FIELDS.fullmatch(reading.text, start, end):
        return True
    others = merged(begun(reading.of(*NAMED_WITH), start, end)) if loose else []
    if not others:
        return False
    kept, at = "", start
    for it in others:
        kept, at = kept + reading.text[at : it.start], max(at, it.end)
    return NEAR.fullmatch((kept + reading.text[at:end]).lstrip(" :")) is not None


def _is_of_workers(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether two words of work stand about the place, one in its sentence or three, and one that no family needs."""
    low, high = reading.passage(hit.start, hit.end)
    kin = [it for it in reading.about(first, last) if it.tag == "kin"]
    if any(not _is_not_meant(reading, it.start, it.end) for it in kin):
        return False
    if _speaks_of_families(reading, low, high, (first, last)):
        return False
    said = [it for it in reading.about(low, high) if it.tag == "workforce"]
    words = {reading.text[it.start : it.end] for it in said}
    beside = any(first <= it.start < last for it in said)
    return len(words) > (1 if beside else 2) and not all(OF_ANYBODY.fullmatch(it) for it in words)


def _is_to_workers(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether the text's first words call those who work here, and what is asked for is their own."""
    if "kin" in roles:
        return False
    about = reading.about(*reading.sentence(hit.start, hit.end))
    if any(it.tag == "own" and 0 <= hit.start - it.end <= BESIDE_YOU for it in about):
        return is_of_staff(reading, hit)
    if TO_YOU.search(reading.text, max(0, hit.start - BESIDE_YOU), hit.end) is None:
        return False
    called = CALLS.match(reading.text)
    said = reading.roles(0, called.end()) if called else frozenset()
    return bool({"workforce", "staff"} & said or STAFF.match(reading.text)) and "kin" not in said


def _speaks_of_families(reading: Reading, low: int, high: int, own: tuple[int, int]) -> bool:
    """Whether families are spoken of, or what they apply for, and not only to say that they are not meant."""
    told = [it.span() for it in OF_FAMILIES.finditer(reading.text, low, high)]
    if not told:
        return False
    if any(own[0] <= start < own[1] and not _is_not_meant(reading, start, end) for start, end in told):
        return True
    return not any(_is_not_meant(reading, *it) for it in told)


def _is_not_meant(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence says of families that it is not for them: "not for parents", "parents do not fill it in"."""
    first, last = reading.sentence(start, end)
    about = reading.about(first, last)
    if any(it.tag == "affirms" for it in about) or "?" in reading.text[first : last + 1]:
        return False
    return any(
        (it.tag == "not_for" and 0 <= start - it.end <= NOT_FOR)
        or (it.tag == "not_they" and 0 <= it.start - end <= NOT_THEY)
        for it in about
    )


def is_to_family(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether a family is asked for the place in so many words: it is named, or the place is the reader's own."""
    if {"kin", "request"} <= roles and _asks_itself(reading, hit):
        return True
    return TO_YOU.search(reading.text, max(0, hit.start - BESIDE_YOU), hit.end) is not None


def _asks_itself(reading: Reading, hit: Hit) -> bool:
    """Whether a word asks that is no part of a title's: "discussion questions" asks for nothing."""
    about = reading.about(*reading.sentence(hit.start, hit.end))
    titles = [it for it in about if it.tag == "titled"]
    return any(
        it.tag == "request" and not any(own.start <= it.start and it.end <= own.end for own in titles) for it in about
    )


def obliges(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says of parents that they must give it: such a policy asks, and is no notice."""
    first = max(reading.sentence(hit.start, hit.end)[0], hit.start - LABEL)
    return OBLIGED.search(reading.text, first, hit.start) is not None and not reading.says_no(hit)
