"""What is told of a person in words: a status, a paper that was shown or copied, a list of people by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.asking import is_mark
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.numbered import labels
from fileroom.screening.persons import INVENTED, is_invented, of_whom
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.strips import strips

# What is written of one student or family, whether it names them again or not.
ABOUT_SOMEBODY = (TextKind.NOTE, TextKind.FORM_ANSWERS, TextKind.CSV_ROW)
ABOUT_SOMEBODY_OR_TO = (*ABOUT_SOMEBODY, TextKind.EMAIL)
FROM = 0.35  # confidence of a paper that is named and no more
# Here a word of an essay is more often about homework than a sign of one.
WRITTEN_BY_HAND = (TextKind.NOTE, TextKind.EMAIL, TextKind.FORM_ANSWERS)
STATED = ("immigration_status.state", "immigration_status.hint")
STATUS_TAGS = frozenset(
    {
        *STATED,
        "immigration_status.agent",
        "immigration_document.name",
        "immigration_status.name",
        "immigration_status.value",
    }
)
PAPER_TAGS = frozenset({"immigration_document.name", "immigration_document.receipt", "immigration_document.strip"})
PEOPLE = re.compile(
    r"student|everyone|everybody|anyone|those|whoever|\bwho\b|people|boys|girls|famil|pupil|kid|child|parent|youth|"
    r"household|homes\b|alumn|estudiant|padres|nin[oa]s|chic[oa]s\b|muchach|jovenes|hij[oa]s|hogares|papas\b|"
    r"学生|學生|家庭|家长|家長|孩子|同学|學生|学童|人家|학생|가정|가족|아이|자녀|학부모|"
    r"hoc sinh|gia dinh|phu huynh|tre em|cac em|cac chau|mag-aaral|estudyante|pamilya|\bbata|magulang"
)
COUNTS = 40  # characters about a group within which a word makes a count or a feast of it
TITLE = 60  # a line up to this long can be a title
PEOPLE_OF = re.compile(rf"\W*(?:{PEOPLE.pattern})\w* (?:of|from|de|by)\b")
PEOPLE_BEFORE = re.compile(rf"(?:{PEOPLE.pattern})[^.;,\d\n]{{0,26}}$")
LISTED = re.compile(r"[^.;:\n]{0,34}(?::| -) ?[^:\n]*?[^\W\d]{2}[^:\n]*?[,;][^:\n]*?[,;]")
ROWS = re.compile(r"(?:\n[^\n.?!]{3,70}[,;|\t-][^\n.?!]{2,70}){2}")
PEOPLE_AFTER = re.compile(rf"[^.;,\d\n]{{0,26}}?(?:{PEOPLE.pattern})|\W{{1,2}}(?:roster|list|names)")
# "Students who are", "whether she": nobody in particular, or a question.
GENERAL = re.compile(
    r"\b(?:students|families|parents|those|anyone|people|youth|children|workers|say|know|ask) (?:who|that)(?: \S{1,4})? ?$|"
    r"\b(?:whether|if)\b[^.,;]{0,30}$|"
    r"\b(?:estudiantes|alumnos|familias|personas|quienes) (?:que|sean|son)(?: \S{1,5})? ?$|是否[^。]{0,8}$"
)
OPTIONS = re.compile(r"[^\n]{0,60}[:?][^\n]{0,40}(?:(?<![0-9])/|\( ?\)|\[ ?\])")
TICKED = re.compile(r"(?:\[x\]|\(x\)|x|☒|✓|✔|→|[=:]) ?$")
OF_ANOTHER = re.compile(
    r" (?:were |was |are |is )?(?:taken|needed|required|due|handed|graded|turned|home|signed|left|today|yet|necessary|"
    r"no (?:se|hay|va|puede|sube|entra))\b|"
    r" (?:for|from|of|de|del|para|cua|para sa|ng) (?!(?:the |la |los |el )?(?:immigra|legal|inmigra|migra|us\b|"
    r"u\.s|stay|estar|live))"
)
WHETHER = ("whether", "if", "是否", "si ", "kung", "which", "xem")
PAPERS_AT_END = re.compile(
    r"(?:permisos?|papers?|paperwork|documents?|documentation|papel(?:es)?|documentos|giay to|dokumento)$"
)
DESCRIBES = re.compile(
    r"(?:is |are |was |were |an? )*(?:undocumented|unauthori[sz]ed) in (?:our|the|his|her|my) (?:system|sis|file|database|record|gradebook|log|map)|"
    r"(?:is |are |was |were |an? )*(?:undocumented|unauthori[sz]ed) (?!student|famil|parent|mother|mom|father|"
    r"dad|kid|child|"
    r"immigrant|alien|worker|people|person|uncle|aunt|cousin|brother|sister|grand|youth|mi(?:nor|grant)|adult|"
    r"resident|sibling|"
    r"relative|sponsor|guardian|wife|husband|(?:and|or|but|so|in|here|at|since|because|who|with|for|from|to|"
    r"when|is|are|as|"
    r"by|on|now|too|still|due|status|if|even|until|after|that|which|he|she|they|we|i|while|though)\b)[a-z]"
)
NOT_ICE = re.compile(
    r"ice[ -]?(?:cream|packs?|rink|skat|hockey|chest|cubes?|age|break|water|tea|box|machine|bag|bath|storm|cold)"
)
# Papers that give leave to stay; a passport gives none.
OF_LEAVE = re.compile(
    r"visa|green ?card|residen|mica\b|\bead\b|work permit|employment auth|i-?94|permiso|daca|tps|tarjeta verde|"
    r"绿卡|綠卡|签证|簽證|工卡|居留|the xanh|thi thuc|thuong tru|giay phep|영주권|비자|그린|체류|노동허가"
)
EVENT_AFTER = re.compile(
    r"[ -]{1,2}(?:[a-z]+ )?(?:information|info|renewals?|workshops?|nights?|sessions?|clinics?|fairs?|events?|hotlines?|"
    r"resources?|scholarships?|polic(?:y|ies)|rules|laws?|debates?|units?|essays?|rates?|reform|forms?|applications? help)\b"
)
ANSWERED = re.compile(r"[^\W\d]{2}[^:\n]{0,40}: ?[^:\n,]{0,16}$")
COPY = re.compile(r"사본|복사|\bcop(?:y|ies|ia)|复印|ban sao|kopya")
NOT_TOLD = re.compile(
    r"(?:do not|don't|never|won't|will not|cannot|can't|may not|shall not|must not|not to|no|nunca) "
    r"(?:say|tell|ask|share|disclose|record|write|list|reveal|give|diga|digan|pregunte|comparta|revele)\w*[^.;]{0,40}$"
)
POSSESSED = re.compile(r"(?:'s|s'|\b(?:my|his|her|their|mi|su|mis)) (?:[a-z]+ ){0,2}$")
TO_MANY = (TextKind.LETTER, TextKind.PROSE)
IN_JSON = re.compile(
    r"\"(?!label|name|title|question|field|prompt|text|caption|placeholder|column|key|help|hint)[a-z_]{1,24}\" ?: ?\"$"
)
WANTED = re.compile(r"requir|need|bring|must|falta|traer|必|须|需|can nop|kailangan|필요|제출")
OPTION = re.compile(r"<option[^>]{0,20}>[^<]*$")
CHOICE = re.compile(r" / |<option|.options.:|\( ?\)|\[ ?\]|☐|□|\|")
ASKED = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have|es|son|esta|tiene|whether|if|si|kung|which|xem)\b[^.?!]{2,50}$|ba\b|是否|co phai"
)
SHOWN_AFTER = re.compile(
    r"\W{0,3}(?:card |copy )?(?:is |was )?(?:on file|shown|presented|seen|copied|verified|provided)\b|"
    r"\W{0,2}\((?:photo)?(?:copy|copied|copia|scan|scanned)\b|"
    r"\W{0,3}(?:issued|exp(?:ires|\.)?|dated|valid (?:to|until|through))\W{1,3}[0-9]"
)
NUMBER_OF_A_PAPER = re.compile(
    r"\.?(?:[^\n.;,]|no\.|num\.){0,30}?\b(?=[a-z0-9 ]*[0-9]{5})[a-z]{0,3} ?[0-9][0-9a-z ]{5,14}\b"
)
BESIDE, ABOUT = 20, 80  # characters about a paper within which a verb is said of it: beside a status, and else
ACTIVITY = re.compile(
    r"[\w ]{0,14}\b(?:clubs?|associations?|union|fellowship|drumming|food|dance|festival|language|music|parade|"
    r"cuisine|books?|"
    r"night|kitchen|choir|holidays?|class(?:es)?|temple|athletes|heritage|art)\b|.{0,4}(?:社|舞|节|菜|语|文化|동아리|음식|춤|어반)"
)
NUMBERED_FORM = re.compile(r"(?:i|ds)[\s_.\-]{0,3}[0-9]{2,4}[a-z]?")
VALUE_AFTER = re.compile(r"[^:=\n.!?,\"<>]{0,22}[:=][ \"']{0,3}(?:[^\W\d_]{3,}|[0-9olz]{1,2}[/-][0-9olz]{1,2}[/-])")


def found(reading: Reading) -> Iterator[Finding]:
    """Every status, paper and list that is told, in no order."""
    if not STATUS_TAGS.isdisjoint(reading.by_tag):
        yield from statuses(reading)
    if not PAPER_TAGS.isdisjoint(reading.by_tag):
        yield from papers(reading)
    if "protected_list.group" in reading.by_tag:
        yield from lists(reading)


def statuses(reading: Reading) -> Iterator[Finding]:
    """Statements of somebody's status."""
    for hit in labels(reading, *STATED):
        if reading.in_paper(hit) or COPY.search(reading.text, hit.start, hit.end):
            continue  # "naturalization papers" are papers
        base = 0.5 if reading.kind in ABOUT_SOMEBODY else 0.4
        confidence, why = _weigh(reading, hit, base if hit.tag == STATED[0] else base - 0.2)
        mode = Mode.SOLICIT if is_offered(reading, hit) else Mode.VALUE
        if mode is Mode.SOLICIT and reading.says_no(hit):
            confidence -= 0.4
        yield Finding(Category.IMMIGRATION_STATUS, mode, hit.start, hit.end, confidence, tuple(why))
    for hit in composed(reading):
        confidence, why = _weigh(reading, hit, (0.45 if reading.kind in ABOUT_SOMEBODY else 0.35))
        mode = Mode.SOLICIT if is_offered(reading, hit) else Mode.VALUE
        yield Finding(Category.IMMIGRATION_STATUS, mode, hit.start, hit.end, confidence, tuple(why))
    for hit in labels(reading, "immigration_status.value", "immigration_status.name"):
        match = VALUE_AFTER.match(reading.text, hit.end - reading.text[hit.start : hit.end].endswith((":", "=")))
        if match and not OPTIONS.match(reading.text, hit.start) and not is_mark(reading, hit):
            why_ = ("a label for a status, and a word after it",)
            confidence = 0.7 - 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
            yield Finding(Category.IMMIGRATION_STATUS, Mode.VALUE, hit.start, match.end(), confidence, why_)


def composed(reading: Reading) -> Iterator[Hit]:
    """What is told in any order of words: who detains and what they do, a paper of leave to stay and what befell it."""
    for tag, role, reach in (("immigration_status.agent", "seizes", 60), ("immigration_document.name", "befalls", 24)):
        for hit in reading.of(tag):
            if role == "befalls" and (
                not OF_LEAVE.search(reading.text, hit.start, hit.end) or reading.means_another(hit)
            ):
                continue
            if NOT_ICE.match(reading.text, hit.start) or reading.written(hit) == "Ice":
                continue
            first, last = reading.sentence(hit.start, hit.end)
            if any(first <= it.start < last for it in reading.of(*STATED)):
                continue
            if role == "befalls" and (reading.requests(hit) or reading.is_form(hit.start)):
                continue
            beside = [
                it
                for it in reading.about(max(first, hit.start - reach), min(last, hit.end + reach))
                if it.tag == role and not (it.start < hit.end and hit.start < it.end)
            ]
            if beside and not reading.says_no(hit) and not reading.in_paper(hit):
                nearest = min(beside, key=lambda it: max(it.start - hit.end, hit.start - it.end))
                yield Hit(tag, min(hit.start, nearest.start), max(hit.end, nearest.end))


def is_offered(reading: Reading, hit: Hit) -> bool:
    """Whether the status is one of those to choose from in a form, or is asked about and not told."""
    first, _ = reading.line(hit.start, hit.end)
    ticked = TICKED.search(reading.text, max(first, hit.start - 6), hit.start) is not None
    choice = OPTIONS.match(reading.text, first) or CHOICE.search(reading.text, max(first, hit.start - 12), hit.end + 12)
    if (
        reading.is_form(hit.start)
        and not ticked
        and (choice or OPTION.search(reading.text, max(0, hit.start - 40), hit.start))
    ):
        return True
    last = reading.sentence(hit.start, hit.end)[1]
    asked = ASKED.search(reading.text, max(first, hit.start - 60), hit.start)
    if asked is None:
        return False
    return reading.text[last : last + 1] in ("?", "？") or (asked[0].startswith(WHETHER) and reading.requests(hit))


def of_another_paper(reading: Reading, hit: Hit) -> bool:
    """Whether what is told is told of a card to pay or to play with, or of work that nobody has written down."""
    if DESCRIBES.match(reading.text, hit.start):
        return True
    inside = [it for it in reading.of("immigration_document.name") if it.start < hit.end and hit.start < it.end]
    return any(reading.means_another(it) for it in inside)


def _weigh(reading: Reading, hit: Hit, confidence: float) -> tuple[float, list[str]]:
    first, _ = reading.sentence(hit.start, hit.end)
    why = ["words that state an immigration or citizenship status"]
    added, of = of_whom(reading, hit)
    confidence, why = confidence + added, [*why, *of]
    paper = PAPERS_AT_END.search(reading.text, max(0, hit.end - 12), hit.end)
    if (
        (paper and OF_ANOTHER.match(reading.text, hit.end))
        or of_another_paper(reading, hit)
        or (EVENT_AFTER.match(reading.text, hit.end))
    ):
        confidence, why = confidence - 0.4, [*why, "the paper is another"]
    before = reading.text[max(first, hit.start - 48) : hit.start]
    if NOT_TOLD.search(before):
        confidence, why = confidence - 0.4, [*why, "it is not to be told"]
    if GENERAL.search(before):
        confidence, why = confidence - 0.35, [*why, "it is said of people in general"]
    if confidence >= 0.4 and is_invented(reading, hit):
        confidence, why = confidence - INVENTED, [*why, "it is told in a story"]
    if confidence >= 0.4:
        weight = 0.15 if reading.kind in WRITTEN_BY_HAND else 0.3 if reading.is_short() else 0.2
        confidence -= weight * min(reading.frame(hit.start, hit.end, "essay"), 2)
        confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "notice"), 2)
    return confidence, why


def papers(reading: Reading) -> Iterator[Finding]:
    """Papers of immigration that were shown, copied or are described by their number; machine-readable strips."""
    stripped = strips(reading.text) if reading.of("immigration_document.strip") else []
    if stripped:
        for start, end, holds in stripped:
            why = ["a machine-readable strip", "a check digit holds" if holds else "no check digit holds"]
            confidence = 0.98 if holds else 0.6
            yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, start, end, confidence, tuple(why))
    for hit in reading.of("immigration_document.receipt"):
        yield Finding(
            Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, 0.8, ("numbered as immigration papers are",)
        )
    for hit in labels(reading, "immigration_document.name"):
        first, last = reading.sentence(hit.start, hit.end)
        roles = reading.roles(first, last)
        numbered = NUMBERED_FORM.match(reading.text, hit.start, hit.end) is not None
        confidence, why_ = (0.3 if numbered else 0.1), ["the name of an immigration document"]
        if reading.table is None and NUMBER_OF_A_PAPER.match(reading.text, hit.end):
            confidence, why_ = 0.8, [*why_, "a number after it"]
        elif SHOWN_AFTER.match(reading.text, hit.end) or _is_answer(reading, hit):
            confidence, why_ = 0.7, [*why_, "it was shown, copied or kept"]
        elif not reading.is_form() and _is_handed(reading, hit):
            why_ = [*why_, "it was shown, copied or kept"]
            confidence = 0.6 - 0.2 * (reading.says_no(hit) or reading.is_unwanted(hit))
        elif confidence < FROM and reading.kind in ABOUT_SOMEBODY_OR_TO and _is_owned(reading, hit, roles):
            confidence, why_ = 0.5, [*why_, "it is somebody's"]
        if confidence < 0.25 or (stripped and confidence < 0.8):
            continue
        if reading.means_another(hit):
            confidence -= 0.5
        if reading.kind in TO_MANY and confidence < 0.7 and not {"particular", "shown"} & roles:
            confidence -= 0.2
        if "request" in roles and "shown" not in roles and confidence < 0.7:
            confidence -= 0.15
        confidence -= INVENTED * is_invented(reading, hit)
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        confidence -= 0.2 * min(reading.frame(hit.start, hit.end, "notice"), 2)
        yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, confidence, tuple(why_))


def _is_owned(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether it is somebody's paper that is spoken of, and nobody asks for it, says no to it or gives it back."""
    if {"request", "negation", "unwanted"} & roles or POSSESSED.search(
        reading.text, max(0, hit.start - 30), hit.start
    ) is None:
        return False
    return not reading.is_unwanted(hit)


def _is_answer(reading: Reading, hit: Hit) -> bool:
    """Whether a paper is what was written after a label: "ID shown: passport"."""
    if reading.kind is not TextKind.FORM_ANSWERS or reading.table is not None:
        return False
    first, last = reading.line(hit.start, hit.end)
    line = reading.text[first:last]
    if TICKED.search(reading.text, max(first, hit.start - 6), hit.start):
        return True
    if IN_JSON.search(reading.text, max(first, hit.start - 32), hit.start):
        return True
    labelled = ANSWERED.search(reading.text, first, hit.start) is not None
    return (
        labelled
        and not WANTED.search(line)
        and not CHOICE.search(line)
        and "__" not in line
        and not line.rstrip().endswith((":", "?"))
    )


def _is_handed(reading: Reading, hit: Hit) -> bool:
    """Whether a word for showing, copying or keeping stands about a paper, and the paper is no word for a status."""
    first, last = reading.sentence(hit.start, hit.end)
    told = any(first <= it.start < last for it in reading.of(*STATED))
    reach = BESIDE if told else ABOUT
    return any(
        it.tag in ("paper_verb", "shown") and hit.start - reach <= it.end and it.start <= hit.end + reach
        for it in reading.about(first, last)
    )


def is_of_people(reading: Reading, hit: Hit) -> bool:
    """Whether the group's name says of what people they are, and is not a language, a dance or a dish."""
    if PEOPLE.search(reading.text, hit.start, hit.end) or PEOPLE_AFTER.match(reading.text, hit.end):
        return True
    return PEOPLE_BEFORE.search(reading.text[max(0, hit.start - 40) : hit.start]) is not None


def lists(reading: Reading) -> Iterator[Finding]:
    """Lists of people by origin, ethnicity or religion: a group's name and a word for a list."""
    for hit in labels(reading, "protected_list.group"):
        if not is_of_people(reading, hit) or (reading.is_form(hit.start) and is_offered(reading, hit)):
            continue
        first, last = reading.sentence(hit.start, hit.end)
        roles = reading.roles(first, last)
        confidence, why = 0.1, ["a group by origin, ethnicity or religion"]
        line_start, line_end = reading.line(hit.start, hit.end)
        if LISTED.match(reading.text, hit.end, line_end):
            confidence, why = 0.65, [*why, "names follow it"]
        elif line_start == 0 and line_end <= TITLE and ROWS.match(reading.text, line_end):
            confidence, why = 0.65, [*why, "rows follow it"]
        elif "list" in roles or (line_end - line_start <= TITLE and PEOPLE_OF.match(reading.text, line_start)):
            confidence, why = 0.65, [*why, "a list of persons"]
        reach = COUNTS if reading.text[hit.start] < "\u2e80" else COUNTS // 3
        near = reading.roles(max(first, hit.start - reach), min(last, hit.end + reach))
        if ("aggregate" in near and not {"request", "list"} <= roles) or ACTIVITY.match(reading.text, hit.end):
            confidence -= 0.5
        if reading.says_no(hit):
            confidence -= 0.4
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2)
        asks = ("request" in roles and "shown" not in roles) or reading.text[last : last + 1] in ("?", "？")
        there = why[-1] in ("names follow it", "rows follow it") and reading.kind is not TextKind.FORM_FIELD
        mode = Mode.SOLICIT if (asks or reading.kind is TextKind.FORM_FIELD) and not there else Mode.VALUE
        yield Finding(Category.PROTECTED_LIST, mode, hit.start, hit.end, confidence, tuple(why))
