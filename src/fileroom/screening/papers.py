"""Papers of immigration that were shown, copied or kept, or are described by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.framing import BUT, doubt, is_supposed
from fileroom.screening.held import is_held, is_noun
from fileroom.screening.inquiries import is_inquired
from fileroom.screening.labels import labels
from fileroom.screening.leads import EMPTY_BOX, is_handed_in, listed_under
from fileroom.screening.order import begins, begun
from fileroom.screening.other_meanings import is_in_a_title, means_another
from fileroom.screening.owners import POSSESSED, POSSESSED_BY, is_a_copy_of_kin
from fileroom.screening.persons import ABOUT_SOMEBODY, INVENTED, OF_STAFF, is_invented, is_of_staff
from fileroom.screening.proofs import is_of_the_law_s_list
from fileroom.screening.reading import GOVERNS, STATED, Reading, TextKind
from fileroom.screening.received import TO_MANY, is_answer, is_received
from fileroom.screening.refusals import is_unwanted
from fileroom.screening.spoken import is_forbidden_item
from fileroom.screening.strips import strips
from fileroom.screening.supposed import is_if_offered

THERE = "a copy of it is there"
ABOUT_SOMEBODY_OR_TO = (*ABOUT_SOMEBODY, TextKind.EMAIL)
LEAST_OF_A_NAME, KEPT, NUMBERED = 0.25, 0.7, 0.8  # confidence of a paper named, shown, told by its number
PAPER_TAGS = frozenset({"immigration_document.name", "immigration_document.receipt", "immigration_document.strip"})
SHOWN_AFTER = re.compile(
    r"\W{0,3}(?:card |copy )?(?:is |was )?(?:on file|shown|presented|seen|copied|verified|provided)\b|"
    r"\W{0,2}\((?:photo)?(?:copy|copied|copia|scan|scanned)\b|"
    r"\W{0,2}\((?:i|we) (?:have |already )?(?:uploaded|attached|sent|brought|showed|gave|emailed)\b|"
    r"\W{0,3}(?:issued|exp(?:ires|\.)?|dated|valid (?:to|until|through))\W{1,3}[0-9]"
)
# In a record, and not in a form's field: "green card, uploaded to the drive", "copy made 8/11".
MADE = re.compile(
    r"\W{0,3}(?:card |copy )?(?:made|taken|attached|uploaded|scanned|retained)\b(?! ?[?:_])|"
    r" ?(?:사본 ?)?(?:보관함|보관 ?중|접수함|받음|확인함)|(?:复印件|副本)?(?:已归档|已存档|已收)"
)
WHETHER = re.compile(r" ?(?:\?|:? ?_|:? ?\[ ?\]|:? ?[☐□]|:? ?y ?/ ?n)")
NUMBER_OF_A_PAPER = re.compile(
    r"\.?(?:[^\n.;,]|no\.|num\.|, ?(?=no\b|num|#)){0,30}?"
    r"\b(?=[a-z0-9 ]{0,18}[0-9]{5})[a-z]{0,3} ?[0-9][0-9a-z ]{5,14}\b"
)
# It is supposed that somebody shows it, or said that nobody did.
SUPPOSED = re.compile(
    r"\b(?:if|when|whenever|should|unless|si|cuando|nunca se|kung|kapag|neu|khi|ai)\b"
    r"|如果|若|假如|万一|要是|凡|只要|면 |경우"
)
NOT_DONE = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|nunca|nadie|sin|hindi|di|huwag|wala\w*|khong|chua|dung)|n't)\b[^,.;:]{0,20}$"
    r"|(?:不|没|没有|未|别|勿|无需)[^,.;:，。]{0,3}$"
)
IF_SHOWN = re.compile(r"[을를이가]? ?(?:내밀|보여 ?주|가져오|제시하|건네|들고 ?오)시?면")  # Korean says "if" behind
ISSUED = re.compile(r"issued|verified (?:by|with)")  # behind a paper it says that there is one, before it nothing
HELP = re.compile(r"\b(?:help|assist|assistance|trouble|problem|questions?) $")  # "help with a passport": none is there
# "I scanned what they gave us. It is Dad's visa page": the next sentence says what it was.
IT_IS = re.compile(
    r"\W*(?:it'?s|it is|it was|that'?s|that is|they are|these are|they were|they'?re|that would be|"
    r"es|son|se trata de|eran?|fueron|do la|day la|gom co|gom|ito ay|ang mga ito ay|ito po ay)\b"
    r"(?! (?:about|for|just|only|sobre|de)\b)|\W*(?:是|有|就是|包括)"
)
# It was asked, and done: "asked us to keep a copy, and it is now in the folder".
THERE_NOW = re.compile(
    r"\b(?:it|they|which|that)(?:'s| is| are| was| were|'re) (?:now |already )?(?:in|with|behind|under|scanned|copied|"
    r"filed)\b|"
    r"\b(?:ya|ahora) (?:esta|quedo|lo guarde|la guarde)n?\b|"
    r"\bquedo en (?:la|el|su) (?:carpeta|folder|expediente|archivo)\b|\b(?:da|gio) (?:nam|cat|kep|bo) (?:trong|vao)\b|"
    r"\bnasa (?:file|folder|sobre)\w* na\b|(?:现|已)(?:已)?(?:放|存|夹|收)[在进入]|(?:넣어|보관해) ?(?:두|놓)[었았]"
)
HAS_TO = re.compile(r"(?:have|has|had|got) to\b")  # and has nothing by that
GIVES_BACK = re.compile(r"(?:paki-?|i-?)?(?:return|give back|balik|sauli|devol|regres)|tra lai|还|退|돌려")
LEFT_OPEN = re.compile(r"[^\n:]{0,40}: ?(?:_|\.{3}|\n|$)")  # a label with nothing written after it
SUPPOSED_OF_NOBODY, ONE_OF_A_LIST, AMID = 0.35, 0.3, 0.6
LISTED = 160  # characters of a list behind the word that asks for all that it names
BESIDE, ABOUT = 20, 80  # characters about a paper within which a verb is said of it: beside a status, and else
YOURS = re.compile(r"\b(?:your|usted su|inyong)(?: \w+)? $|您的?$")
NUMBERED_FORM = re.compile(r"(?:i|ds)[\s_.\-]{0,3}[0-9]{2,4}[a-z]?")


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
        confidence, why_ = _shown(reading, hit, roles)
        there = confidence == KEPT
        if runs_over(reading, hit):
            continue
        if confidence < max(LEAST_OF_A_NAME, reading.keeps) or (stripped and confidence < NUMBERED):
            continue
        if means_another(reading, hit) or is_in_a_title(reading, hit):
            confidence -= 0.5
        if is_forbidden_item(reading, hit) or is_of_the_law_s_list(reading, hit):
            confidence -= 0.3
        if confidence < KEPT:
            confidence -= _less_if_asked(reading, hit, roles)
        if confidence < NUMBERED and _is_if_shown(reading, hit):
            confidence, why_ = confidence - SUPPOSED_OF_NOBODY, [*why_, "it is supposed of nobody in particular"]
        taken, of = doubt(reading, hit)
        confidence, why_ = confidence - taken - INVENTED * is_invented(reading, hit), [*why_, *of]
        if confidence >= LEAST_OF_A_NAME and is_of_staff(reading, hit):
            confidence, why_ = confidence - OF_STAFF, [*why_, "it is of somebody who works here"]
        # "Unit 9" is an address too: of a copy of somebody's, that lies somewhere, one such word says little.
        whose = reading.text.endswith("'s ", first, hit.start) or {"kin", "particular"} & roles
        lies_there = there and whose and reading.kind in ABOUT_SOMEBODY
        essay = min(reading.frame(hit.start, hit.end, "essay"), 2)
        of_kin = confidence >= AMID and "request" not in roles and is_a_copy_of_kin(reading, hit)
        confidence -= (0.1 if lies_there or of_kin else 0.25) * essay
        notice = reading.frame(hit.start, hit.end, "notice") - ("notice" in reading.roles(hit.start, hit.end))
        confidence -= 0.2 * max(0, min(notice, 2))  # an "aviso de comparecencia" is no notice to parents
        yield Finding(Category.IMMIGRATION_DOCUMENT, Mode.VALUE, hit.start, hit.end, confidence, tuple(why_))


def runs_over(reading: Reading, hit: Hit) -> bool:
    """Whether it is no name, but the end of an answer and the label in the next line: "asylum", "position paper"."""
    if reading.kind is not TextKind.FORM_ANSWERS or "\n" not in reading.text[hit.start : hit.end].strip():
        return False
    named = begun(reading.of(hit.tag), hit.start, hit.end)
    return all("\n" in reading.text[it.start : it.end].strip() for it in named)


def _is_if_shown(reading: Reading, hit: Hit) -> bool:
    """Whether it is supposed that somebody shows or offers it, or has it."""
    if is_supposed(reading, hit) or is_if_offered(reading, hit):
        return True
    if is_inquired(reading, hit) and "shown" not in reading.roles(*reading.sentence(hit.start, hit.end)):
        return True
    return IF_SHOWN.match(reading.text, hit.end) is not None


def _less_if_asked(reading: Reading, hit: Hit, roles: frozenset[str]) -> float:
    """What it takes away that the paper is asked for, or that the words are to many and tell of nobody."""
    less = 0.2 if reading.kind in TO_MANY and not {"particular", "shown"} & roles else 0.0
    if YOURS.search(reading.text, max(0, hit.start - BESIDE), hit.start) and _is_in_a_question(reading, hit):
        return less + ONE_OF_A_LIST
    asked = "request" in roles and not _names_papers_only(reading, hit)
    if asked and ("shown" not in roles or _is_asked_first(reading, hit)):
        return less + 0.15
    return less + ONE_OF_A_LIST * ("shown" not in roles and listed_under(reading, hit, "request"))


def _names_papers_only(reading: Reading, hit: Hit) -> bool:
    """Whether all that could ask names a paper or tells what was done: "có khai sinh, bản sao thẻ xanh", "I put"."""
    asking = [it for it in reading.about(*reading.sentence(hit.start, hit.end)) if it.tag == "request"]
    return reading.kind in ABOUT_SOMEBODY_OR_TO and all(is_noun(reading, it) or reading.is_done(it) for it in asking)


def _is_in_a_question(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence ends as a question does: "do you have your visa?"."""
    last = reading.sentence(hit.start, hit.end)[1]
    return bool({"?", "？"} & set(reading.text[last - 1 : last + 1]))


def _shown(reading: Reading, hit: Hit, roles: frozenset[str]) -> tuple[float, list[str]]:
    """How surely the paper named was shown, copied or kept, by what stands beside its name, and why."""
    numbered = NUMBERED_FORM.match(reading.text, hit.start, hit.end) is not None
    confidence, why = (0.3 if numbered else 0.1), ["the name of an immigration document"]
    if reading.table is None and NUMBER_OF_A_PAPER.match(reading.text, hit.end):
        confidence, why = NUMBERED, [*why, "a number after it"]
    elif is_held(reading, hit) or is_handed_in(reading, hit):
        confidence, why = KEPT, [*why, THERE]
    elif _is_said_shown(reading, hit) or is_answer(reading, hit) or is_received(reading, hit):
        confidence, why = KEPT, [*why, "it was shown, copied or kept"]
    elif not reading.is_form() and (_is_named_next(reading, hit) or _is_handed(reading, hit)):
        why = [*why, "it was shown, copied or kept"]
        confidence = 0.6 - 0.2 * (
            not _is_told_shown(reading, hit) and (reading.says_no(hit) or is_unwanted(reading, hit))
        )
    elif reading.kind in ABOUT_SOMEBODY_OR_TO and _is_owned(reading, hit, roles):
        confidence, why = 0.5, [*why, "it is somebody's"]
    return confidence, why


def _is_said_shown(reading: Reading, hit: Hit) -> bool:
    """Whether it is said right behind the paper that it was shown; "visa shown? Y/N" asks whether."""
    if reading.kind in ABOUT_SOMEBODY_OR_TO and MADE.match(reading.text, hit.end):
        return True
    shown = SHOWN_AFTER.match(reading.text, hit.end)
    if shown is None:
        return False
    if reading.kind is not TextKind.FORM_FIELD:
        return True
    to_tick = EMPTY_BOX.match(reading.text, reading.line(hit.start, hit.end)[0]) is not None
    return not to_tick and WHETHER.match(reading.text, shown.end()) is None


def _is_told_shown(reading: Reading, hit: Hit) -> bool:
    """Whether it is told that somebody showed it: handed back then, it was seen all the same."""
    first, last = reading.sentence(hit.start, hit.end)
    about = reading.about(first, last)
    if _is_asked_first(reading, hit):
        return False
    if SUPPOSED.search(reading.text, first, hit.start):
        return False
    if THERE_NOW.search(reading.text, hit.end, last):
        return True
    if not any(it.tag == "particular" for it in about):
        return False
    denied = [it for it in about if it.tag == "negation"]
    if any(0 <= hit.start - it.end <= GOVERNS and not BUT.search(reading.text, it.end, hit.start) for it in denied):
        return False
    return any(
        it.tag == "shown"
        and hit.start - ABOUT <= it.end
        and it.start <= hit.end + ABOUT
        and NOT_DONE.search(reading.text, max(first, it.start - 24), it.start) is None
        and not any(min(it.end, hit.end) <= no.start < max(it.start, hit.start) for no in denied)
        for it in about
    )


def _is_asked_first(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence asks for the paper before it names it, and tells of nothing shown before."""
    first, last = reading.sentence(hit.start, hit.end)
    if THERE_NOW.search(reading.text, hit.end, last):
        return False
    about = [it for it in reading.about(first, last) if it.end <= hit.start or it.start < hit.start < hit.end < it.end]
    asks = [it for it in about if it.tag == "request" and not _is_not_wished(it, about)]
    before = [
        it
        for it in about
        if (it.tag == "shown" and not _is_bidden(it, asks) and ISSUED.fullmatch(reading.text, it.start, it.end) is None)
        or (it in asks and GIVES_BACK.match(reading.text, it.start) is None)
    ]
    return bool(before) and all(it.tag == "request" for it in before) and hit.start - before[-1].end <= LISTED


def _is_not_wished(asks: Hit, about: list[Hit]) -> bool:
    """Whether a word that asks stands in one that says no, or right behind it: "we don't need it"."""
    return any(
        it.tag in ("unwanted", "negation") and it.start < asks.start and asks.start - it.end <= 1 for it in about
    )


def _is_bidden(shown: Hit, asks: list[Hit]) -> bool:
    """Whether a word for showing asks that it be done, behind another that asks: "please attach"."""
    return any(it.start <= shown.start < it.end for it in asks) and any(it.end <= shown.start for it in asks)


def _is_owned(reading: Reading, hit: Hit, roles: frozenset[str]) -> bool:
    """Whether it is somebody's paper that is spoken of, and nobody asks for it, says no to it or gives it back."""
    if {"request", "negation", "unwanted"} & roles or LEFT_OPEN.match(reading.text, hit.end):
        return False
    if not (
        POSSESSED.search(reading.text, max(0, hit.start - 30), hit.start) or POSSESSED_BY.match(reading.text, hit.end)
    ):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    told = [it for it in begun(reading.of(*STATED), first, last) if not reading.in_paper(it)]
    return not told and not is_unwanted(reading, hit)


def _is_handed(reading: Reading, hit: Hit) -> bool:
    """Whether a word for showing, copying or keeping stands about a paper, and the paper is no word for a status."""
    first, last = reading.sentence(hit.start, hit.end)
    told = begins(reading.of(*STATED), first, last)
    reach = BESIDE if told else ABOUT
    return any(
        it.tag in ("paper_verb", "shown")
        and hit.start - reach <= it.end
        and it.start <= hit.end + reach
        and HAS_TO.match(reading.text, it.start) is None
        and HELP.search(reading.text, max(first, it.start - BESIDE), it.start) is None
        for it in reading.about(first, last)
    )


def _is_named_next(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says what it was that was shown or copied in the one before, and asks for nothing."""
    first, last = reading.sentence(hit.start, hit.end)
    if first < BESIDE or IT_IS.match(reading.text, first) is None:
        return False
    before = reading.sentence(first - 2, first - 2)
    if {"request", "negation", "unwanted"} & reading.roles(*before) or "?" in reading.text[before[0] : last + 1]:
        return False
    return "shown" in reading.roles(*before) and not {"request", "negation", "unwanted"} & reading.roles(first, last)
