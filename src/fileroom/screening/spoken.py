"""Words that ask, in a long text, and ask nobody here: a question is spoken of, a rule forbids, a goal is told.

A long page goes from one thing to the next; of most that it names it tells. What is the reader's own is asked for all
the same, and so is what a place to write in follows.
"""

from __future__ import annotations

import re

from fileroom.screening.counts import asks_names
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category
from fileroom.screening.lexicon import words
from fileroom.screening.own_devices import is_typed_elsewhere
from fileroom.screening.reading import NEARBY, Reading
from fileroom.screening.rumors import THROWN, is_false, is_of_a_thrown_form, is_of_an_old_line
from fileroom.screening.sentences import WIDE, breath_ends
from fileroom.screening.tallies import is_only_tallied

OWN = re.compile(
    r"\b(?:your|yours|su|sus|tu|tus|inyo(?:ng)?|ninyo|cua (?:quy vi|anh|chi|ong|ba))\b|[您你]的?|귀하|댁의"
)
OWN_REACH = 30  # characters behind a name in which it may be said to be the reader's
NO_YES_OR_NO = frozenset(
    {
        Category.SSN,
        Category.SSN_LAST4,
        Category.ITIN,
        Category.A_NUMBER,
        Category.IMMIGRATION_DOCUMENT,
    }
)
WHETHER = re.compile(r"whether")
# A rule's "shall not:" and its items. No word of having or of lacking: "those who do not have: (a)" asks.
LIST_BEGINS = re.compile(
    r"[:：]\s{0,3}(?:[-•*·]|\(?[a-z0-9]{1,3}[).]|[①-⑩]|\(?[一二三四五六七八九十]{1,2}[、,.)]|"
    r"(?:asking|requesting|requiring|keeping|copying|making|storing|recording|collecting|photocopying|demanding|sharing|"
    r"pedir|preguntar|solicitar|exigir|copiar|guardar|anotar|registrar|hacer)\b)"
)
ITEMS = re.compile(
    r"(?![^:：]{0,28}(?:\b(?:have|without|incomplete|unless|until|before|till|tien|tenga|sin|hasta|antes|salvo|co du|"
    rf"tru khi|hanggang|maliban)\b|除非|直到))[^.;:\n。]{{0,28}}{LIST_BEGINS.pattern}"
)
# Between a word that denies and its colon nothing but asking and keeping: "never be late:" forbids no item.
OF_ASKING = re.compile(
    r"(?:[ ,]*(?:ask\w*|request\w*|requir\w*|collect\w*|keep\w*|cop(?:y|ies|ying)|stor(?:e|ing)|record(?:ing)?|"
    r"demand\w*|seek\w*|solicit\w*|inquir\w*|photocop\w+|do|make|for|about|any|all|of|the|following|these|an?|or|and|to|"
    r"famil(?:y|ies)|parents?|students?|pupils?|child(?:ren)?|them|anyone|staff|personnel|employees?|al|personal|pedir\w*|pid\w+|pregunt\w+|exi[gj]\w+|copi\w+|"
    r"guard\w+|anot\w+|registr\w+|hacer|lo|siguiente|las?|los|familias?|padres|nada|de|sobre|por|hoi|yeu cau|doi|luu|"
    r"sao|chup|giu|ghi|sau day|nhung|cac|dieu|phu huynh|gia dinh|ve|hingin|itanong|kopyahin|itago|ang|mga|ng|sa|"
    r"sumusunod|magulang)\b){0,7}[ ,]*|"
    r"(?:询问|查问|索取|要求|收集|复印|保存|记录|登记|问|查|向|家长|学生|家庭|以下|下列|任何|有|做|的|或|和|、|，|行为|事项|资料|信息|묻|"
    r"요구|요청|수집|복사|보관|기록|다음|학부모|학생|[을를과와도에서지하는 ])*"
)
# A line that is an item.
MARKED = re.compile(r"\s*(?:[-•*·]|\(?[a-z0-9]{1,3}[).]|[①-⑩]|\(?[一二三四五六七八九十]{1,2}[、,.)])")
ENDS_ITEMS = re.compile(r"[。！？]|[.!?](?:\s|$)|\n\s*\n")
OF_A_RULE = 400  # characters of it before an item
MEALS = re.compile(
    r"\b(?:meals?|lunch|breakfast|cafeteria|nutrition|comidas?|almuerzos?|lonche|desayuno|bua an|bua trua|pagkain|"
    r"tanghalian|pananghalian)\b|餐|급식"
)
ITS_FORM = re.compile(
    r"\b(?:forms?|application|solicitud|formulario|hoja|don xin|mau don|aplikasyon)\b|申请|申請|表|신청서|양식"
)
FOUR = re.compile(r"\b(?:four|4|cuatro|bon|apat)\b|四|4 ?位|네 ?자리|4 ?자리")
# What a faith teaches: a lesson's, and nobody's.
TAUGHT = re.compile(
    r"\b(?:beliefs?|teachings?|symbols?|origins?|features|founders?|texts?|festivals?|holidays?|feasts?|spread|map|"
    r"creencias|simbolos|ensenanzas|fiestas?|origen|pista|paniniwala|le hoi) (?:of|from|de|del|ng|cua|sa) "
    r"(?:the |each |every |a |one |any |your |su |cada |la |las |una |inyong |bawat |cac |mot )*$"
)
# The one word that a note of absence has.
THE_WORD = re.compile(r"[\"'\u201d\u300d」].{0,3}|\.[\"']")
AWAY = re.compile(
    r"\b(?:absen\w+|miss(?:es|ed)? (?:school|class)|stays? home|holidays?|falt\w+|ausen\w+|liban\w*|pagliban|lumiban|"
    r"nghi (?:hoc|le)|vang)\b|缺席|请假|請假|缺课|결석|행사|빠지"
)
# Old cards that have a line for it: they are thrown away.
OLD_FORMS = re.compile(
    r"\b(?:old|outdated|pre-?[0-9]{4}|viej[oa]s|antigu[oa]s) (?:[a-z]+ ){0,3}"
    r"(?:cards?|forms?|sheets?|tarjetas?|hojas|formularios) "
    r"(?:that (?:have|had|has) |with |que (?:tienen|traen|tenian) |con )(?:an? |the |una? |la |el )*$"
)
# Or they are pulled, and nothing is asked of whoever pulls them.
PULLED = re.compile(rf"(?:{words('pulls')}) (?:(?:all|any|the|those|these|our|out|of) ){{0,3}}$")
AND_THEN = re.compile(r"\b(?:and|then|so|y|luego|para)\b")
POLITE = re.compile(r"(?:please|pls|kindly)")
ITS_LINE = re.compile(r"(?: numbers?| no\.?)? (?:lines?|box(?:es)?|fields?|columns?|spaces?)\b|$")
DAY = 24  # characters before the sentence: "Shredding day."
SIGNER = re.compile(
    r"\b(?:adult|signer|signs?|signing|parent who|adulto|firma|firme|quien firme|nguoi (?:lon|ky)|pumipirma|pipirma|"
    r"pumirma|nasa hustong)\b|签名|簽名|签字|簽字|서명"
)
NONE_FOR_IT = re.compile(
    r"\b(?:none|no number|do(?:es)?(?: not|n't) have|ninguno|no tiene|khong co|wala)\b|没有|沒有|无|없"
)
DISHES = 40  # characters between a dish, a song or a flag and where it comes from
OF_A_LAND = re.compile(
    r"(?:\w+ )?(?:countr(?:y|ies)|land|nation)s? of (?:their |your |his |her )?origin|(?:su )?pais(?:es)? de origen|"
    r"原籍国?|祖国|출신 ?국가?|que huong|nuoc goc|bansang pinagmulan"
)
FROM = re.compile(r"(?: [a-z]+){0,2} (?:from|of|de|del|tu|cua|ng|mula sa|galing sa)(?: [a-z]+){0,3} ?")
OF_A_BOOK = 200  # characters behind a word for a book in which it is told
# Whose it is, or a name of two words; authors are named by two as well, and end a sentence.
NAMED = re.compile(r"[A-Z\u00c0-\u00de][\w]+(?:'s|\u2019s)\b|\b(?:de|ni|ng|kay|em|con|al) [A-Z\u00c0-\u00de]\w+ ")
TITLED = re.compile(
    r"\b(?:sr|sra|srta|senor|senora|senorita|don|dona|mr|mrs|ms|miss|dr|prof|co|thay|ba|ong|anh|chi|gng|g|bb)\.? $"
)


# "Parents are asked for": whoever is asked now is asked here.
NOW = re.compile(r"\b(?:is|are|be|being|been|get|gets) (?:\w+ )?$|'re $")


def asks_nobody(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether no word that asks in the sentence of a place asks for it, though some seem to."""
    if reading.is_short() or reading.is_form(hit.start):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    first, last = max(first, hit.start - WIDE), min(last, hit.end + WIDE, len(reading.text))
    about = reading.about(first, last)
    # A word that asks stands before the place, or behind it in the same breath.
    reach = max(hit.end + NEARBY // 3 - 1, breath_ends(reading.text, hit.end, last))
    asks = [it for it in about if it.tag == "request" and it.start <= reach]
    if not asks or OWN.search(reading.text, max(first, hit.start - OWN_REACH // 2), min(last, hit.end + OWN_REACH)):
        return False
    idle = [
        it
        for it in about
        if it.tag == "asks_nobody" and NOW.search(reading.text, max(0, it.start - 24), it.start) is None
    ]
    return all(
        any(it.start < no.end and no.start < it.end for no in idle)
        or (category in NO_YES_OR_NO and WHETHER.match(reading.text, it.start) is not None)
        or _leads_elsewhere(reading, about, it, hit)
        for it in asks
    )


def _leads_elsewhere(reading: Reading, about: list[Hit], asks: Hit, hit: Hit) -> bool:
    """Whether between the word that asks and the place it is said what does not belong, or what somebody learns."""
    return asks.end <= hit.start and any(
        it.tag in ("misplaced", "learns")
        and asks.start <= it.start
        and it.end <= hit.start
        and hit.start - it.end <= NEARBY
        for it in about
    )


def is_forbidden_item(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands among the items of a rule that says what is not to be done: "shall not: (a) ask"."""
    if reading.is_form(hit.start):
        return False
    low = max(0, hit.start - OF_A_RULE)
    if LIST_BEGINS.search(reading.text, low, hit.start) is None:
        return False
    denies = [it for it in reading.about(low, hit.start) if it.tag in ("negation", "rules_out")]
    affirms = [it for it in reading.about(low, hit.start) if it.tag == "affirms"]
    for it in reversed(denies):
        if any(yes.start <= it.end and it.start <= yes.end for yes in affirms):
            continue
        items = ITEMS.match(reading.text, it.end)
        if (
            items
            and _only_asks(reading.text[it.end : items.end()])
            and items.end() <= hit.start
            and ENDS_ITEMS.search(reading.text, items.end(), hit.start) is None
        ):
            line, _ = reading.line(hit.start, hit.end)
            return line <= items.end() or MARKED.match(reading.text, line) is not None
    return False


def _only_asks(between: str) -> bool:
    """Whether nothing but words of asking and keeping stands before the colon."""
    return OF_ASKING.fullmatch(between.replace("：", ":").split(":")[0]) is not None


def _is_of_meals(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether a long text tells what the form for meals asks of the adult who signs it, or that none is needed."""
    if category not in (Category.SSN, Category.SSN_LAST4) or reading.is_short():
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if OWN.search(reading.text, first, last) or FOUR.search(reading.text, first, last) is None:
        return False
    first, last = reading.line(hit.start, hit.end)
    first, last = max(first, hit.start - NEARBY * 2), min(last, hit.end + NEARBY * 2)
    return all(it.search(reading.text, first, last) is not None for it in (MEALS, ITS_FORM, SIGNER, NONE_FOR_IT))


def is_spoken_of(reading: Reading, category: Category, hit: Hit) -> bool:
    """Whether writing names it and asks nobody: it is taken back, counted, cooked, taught, or of a lunch's form."""
    if reading.is_form(hit.start):
        return False
    if is_taken_back(reading, hit) or is_only_tallied(reading, hit) or _is_of_meals(reading, category, hit):
        return True
    if category in NO_YES_OR_NO:
        return is_typed_elsewhere(reading, hit)
    if category is Category.IMMIGRATION_STATUS:
        return OF_A_LAND.fullmatch(reading.text, hit.start, hit.end) is not None and _is_of_a_dish(reading, hit)
    return category is Category.PROTECTED_LIST and (
        _is_of_a_dish(reading, hit) or _is_a_surname(reading, hit) or _is_of_lessons(reading, hit)
    )


def is_taken_back(reading: Reading, hit: Hit) -> bool:
    """Whether what follows says that it is a rumor or a slip of the pen, or it is a line of old forms."""
    if is_false(reading, hit):
        return True
    if is_of_a_thrown_form(reading, hit) or is_of_an_old_line(reading, hit):
        return True
    old = OLD_FORMS.search(reading.text, max(0, hit.start - NEARBY), hit.start)
    if old is None or ITS_LINE.match(reading.text, hit.end) is None:
        return False
    if _is_pulled(reading, old, hit):
        return True
    first, last = reading.sentence(hit.start, hit.end)
    first = max(0, first - DAY)
    return ";" not in reading.text[first:last] and THROWN.search(reading.text, first, last) is not None


def _is_pulled(reading: Reading, old: re.Match[str], hit: Hit) -> bool:
    """Whether old forms are to be pulled, and nothing else is asked: "pull the outdated cards with a number line"."""
    first, last = reading.sentence(hit.start, hit.end)
    pulled = PULLED.search(reading.text, first, old.start())
    if pulled is None:
        return False
    rest = reading.text[hit.end : last].partition(";")[0]
    if AND_THEN.search(rest) and THROWN.search(rest) is None:
        return False
    asks = [it for it in reading.about(first, last) if it.tag == "request"]
    return all(
        POLITE.fullmatch(reading.text, it.start, it.end) or (pulled.start() <= it.start < pulled.end()) for it in asks
    )


def is_out_of_place(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence names it as what does not belong: "anything more than that, ethnicity, goes back to me"."""
    first, _ = reading.sentence(hit.start, hit.end)
    return any(it.tag == "misplaced" and hit.start - it.end <= NEARBY for it in reading.about(first, hit.start))


def _is_of_a_dish(reading: Reading, hit: Hit) -> bool:
    """Whether a dish, a song, a flag is asked for that comes from there: a feast asks nobody where he is from."""
    first, _ = reading.sentence(hit.start, hit.end)
    return any(
        it.tag == "of_a_feast" and FROM.fullmatch(reading.text, it.end, hit.start)
        for it in reading.about(max(first, hit.start - DISHES), hit.start)
    )


def is_of_a_book(reading: Reading, hit: Hit) -> bool:
    """Whether it is told of somebody in a book, or in a case made up, and nobody is named or of a family since."""
    low = max(0, hit.start - OF_A_BOOK)
    books = [it.end for it in reading.about(low, hit.start) if it.tag == "of_a_book"]
    if not books or books[-1] < reading.sentence(hit.start, hit.end)[0]:
        return False
    if any(it.tag == "kin" for it in reading.about(books[-1], hit.end)):
        return False
    start, end = reading.folded.span(books[-1], hit.end)
    return NAMED.search(reading.folded.original, start, end) is None


def _is_a_surname(reading: Reading, hit: Hit) -> bool:
    """Whether a title stands right before it: "la señorita Dao" is no faith."""
    return TITLED.search(reading.text, max(0, hit.start - 12), hit.start) is not None and (
        reading.written(hit)[:1].isupper()
    )


def _is_of_lessons(reading: Reading, hit: Hit) -> bool:
    """Whether what a faith teaches is named, or the one word that a note of absence is to have."""
    if TAUGHT.search(reading.text, max(0, hit.start - 40), hit.start) and not asks_names(reading, hit):
        return True
    quoted = reading.text[hit.start - 1 : hit.start] in tuple("\"'\u201c\u300c「") and hit.start > 0
    return (
        quoted
        and THE_WORD.match(reading.text, hit.end) is not None
        and AWAY.search(reading.text, *reading.sentence(hit.start, hit.end)) is not None
    )
