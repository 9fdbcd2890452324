"""What is told of a person in words: a status. With it `found`, all that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.blurbs import is_of_a_blurb
from fileroom.screening.callers import is_of_a_machine, is_of_any_of_them
from fileroom.screening.copies import is_beside_a_copy, of_a_copy
from fileroom.screening.engine import LONGEST, Hit
from fileroom.screening.fields import is_field
from fileroom.screening.findings import Finding, Mode
from fileroom.screening.framing import doubt, is_answered_no, is_supposed
from fileroom.screening.labelled import BLANK, labelled
from fileroom.screening.labels import labels
from fileroom.screening.listing import lists
from fileroom.screening.named_rows import heads_rows
from fileroom.screening.of_nobody import of_nobody
from fileroom.screening.offers import BIDS, is_of_a_subject, is_offered, says_which
from fileroom.screening.order import are_beside, begins, begun
from fileroom.screening.origins import LAND, unannounced
from fileroom.screening.other_meanings import is_of_a_room, is_played, is_unwritten, means_another
from fileroom.screening.own_clause import is_in_its_own_clause
from fileroom.screening.papers import PAPER_TAGS, papers
from fileroom.screening.persons import ABOUT_SOMEBODY, INVENTED, KNOWN, OF_STAFF, is_invented, is_of_staff, of_whom
from fileroom.screening.queries import by_status, is_of_a_group
from fileroom.screening.reading import STATED, Reading, TextKind
from fileroom.screening.services import is_on_offer
from fileroom.screening.spoken import is_of_a_book

# Here a word of an essay is more often about homework than a sign of one.
WRITTEN_BY_HAND = (TextKind.NOTE, TextKind.EMAIL, TextKind.FORM_ANSWERS)
OF_A_STATUS = ("immigration_status.agent", "immigration_status.name", "immigration_status.value")
STATUS_TAGS = frozenset({*STATED, *OF_A_STATUS, "immigration_document.name"})
# "Students who are", "whether she": nobody in particular, or a question.
GENERAL = re.compile(
    r"\b(?:students|families|parents|those|anyone|people|youth|children|seniors|juniors|residents|voters|adults|employees|"
    r"workers) (?:who|that)(?: \S{1,4})?(?: [a-z]{1,10} (?:or|and))? ?$|\b(?:say|know|ask) who(?: \S{1,4})? ?$|"
    r"\b(?:whether|if)\b(?! (?:i|we)\b)[^.,;]{0,30}$|"
    r"\b(?:about|asks?|asked|list of|see|shows?) who $|\b(?:which|what) (?:of (?:the|our|your|these) )?[a-z]+ $|"
    r"\b(?:books?|libros?) $|"
    r"\b(?:some|many|most|several) (?:of )?(?:our|the|these|your) (?:families|students|parents|neighbors|children) $|"
    r"\b(?:alg?un[oa]s|much[oa]s|vari[oa]s) de (?:nuestr[oa]s|l[oa]s|est[oa]s) (?:familias|alumnos|padres|vecinos) $|"
    r"\b(?:person|people|someone|anyone|one|immigrants?|an? applicant|applicants) "
    r"(?:must|has to|have to|can|may|needs? to)\b[^.;,]{0,30}$|"
    r"\b(?:pregunt\w+|saber|sabe|contar\w*|deci\w+|dig[ao]\w*|import[ae]|ve[rn]?) (?:a (?:nadie|quien) )?"
    r"(?:si|quien(?:es)?)\b[^.,;]{0,30}$|\bkung\b(?! (?:ako|kami)\b)[^.,;]{0,40}$|"
    r"\b(?:averigu\w+) (?:si|quien(?:es)?)\b[^.,;]{0,24}$|\bquien(?:es)? $|"
    r"\b(?:know|listing|records?|says?|tells?) who (?:is or )?$|"
    r"\b(?:estudiantes|alumnos|familias|personas|quienes) (?:que|sean|son)(?: \S{1,5})? ?$|"
    r"(?:是否|有(?=没))[^。]{0,8}$|"
    r"(?:问|문|\bq|\bpregunta|\btanong|\bhoi) ?: ?[^。.?!]{0,16}$|\bmga $|"
    r"\b(?:em|ai|nguoi|hoc sinh|gia dinh|nha) nao \W?$|\b(?:ai|nguoi nao) (?:hoi|dua|goi)\b[^.;]{0,16}$"
)
OF_ANOTHER = re.compile(
    r" (?:firmad|llenad|entregad)[oa]s\b(?! (?:por|en|de|con) (?:la )?(?:in|mi)|.{0,24}(?:juez|corte|migra))|"
    r" (?:(?:were|was|are|is) (?:asked|checked)|(?:asked|checked)(?= ?(?:[.,;!\n]|$)))\b|"
    r" (?:were |was |are |is )?(?:requested|taken|needed|required|"
    r"due|handed|graded|turned|home|signed|left|today|yet|necessary|to sign(?= ?(?:[.,;!\n]|$))|"
    r"in (?:his|her|their|the) (?:folder|backpack|binder|desk|bag|cubby|box)|"
    r"no (?:se|hay|va|puede|sube|entra))\b|"
    r" (?:for|from|of|de|del|para|cua|para sa|ng) (?!(?:the |la |los |el )?(?:immigra|legal|inmigra|migra|us\b|"
    r"u\.s|stay|estar|live|trabajar|vivir|quedarse|lam viec|magtrabaho))"
)
PAPERS_AT_END = re.compile(
    r"(?:permisos?|papers?|paperwork|documents?|documentation|papel(?:es)?|documentos|giay to|dokumento)$"
)
DESCRIBES = re.compile(
    r"(?:is |are |was |were |an? )*(?:undocumented|unauthori[sz]ed) in (?:our|the|his|"
    r"her|my) (?:system|sis|file|database|record|gradebook|log|map)|"
    r"(?:is |are |was |were |an? )*(?:undocumented|unauthori[sz]ed) (?!student|famil|parent|mother|mom|father|"
    r"dad|kid|child|"
    r"immigrant|alien|worker|people|person|uncle|aunt|cousin|brother|sister|grand|youth|mi(?:nor|grant)|adult|"
    r"resident|sibling|"
    r"relative|sponsor|guardian|wife|husband|(?:and|or|but|so|per|says?|said|told|w|in|here|at|since|because|who|with|for|from|to|"
    r"when|is|are|as|"
    r"by|on|now|too|ang|si|yung|po|daw|raw|na|ng|sila|siya|ako|kami|still|due|status|if|even|until|after|that|which|he|she|they|we|i|while|though|y|e|pero|que|porque|con|desde|el|la|su)\b)[a-z]"
)
NOT_ICE = re.compile(
    r"ice[ -](?:on|patch|under|over|conditions|delay)\b|"
    r"ice[ -]?(?:cream|packs?|rink|skat|hockey|chest|cubes?|age|break|water|tea|box|"
    r"machine|bag|bath|storm|cold|request|and|[0-9]|for )"
)
# Papers that give leave to stay; a passport gives none.
OF_LEAVE = re.compile(
    r"visa|green ?card|residen|mica\b|\bead\b|work permit|employment auth|i-?94|permiso|daca|tps|tarjeta verde|"
    r"绿卡|綠卡|签证|簽證|工卡|居留|the xanh|thi thuc|thuong tru|giay phep|영주권|비자|그린|체류|노동허가"
)
EVENT_AFTER = re.compile(
    r"(?<=illegally) parked|(?<=citizen) scien(?:ce|tists?)\b|"
    r"[ -]{1,2}(?!(?:at|by|one|last|that|every|all|(?:mon|fri|sun|[a-z]{3,6}[sr])day) night)"
    r"(?:[a-z]+ )?(?:information|info|renewals?|workshops?|"
    r"nights?|sessions?|fans?|jersey|questions?(?! about h)|inquiries|clinics?|fairs?|events?|hotlines?|"
    r"in (?:it|them)\b|fields?|columns?|attorneys|lawyers|referrals?|services|"
    r"resources?|scholarships?|polic(?:y|ies)|rules|laws?|debates?|units?|"
    r"essays?|rates?|reports?|reform|forms?|applications? help)\b"
)
# Words of two sentences tell nothing together; "u.s." ends none.
ACROSS = re.compile(r"(?<!\bee)(?<=[^\W\d_]{2})[.?!]\s|\n\s?\n")
WHETHER = re.compile(r"(?:whether|if|which|what|who|do|does|si|quien|kung|sino|ai|em nao)\b|是否|有没有|谁|누가|어느")
ASKS_BEHIND = re.compile(r"\b(?:khong|chua|ba)$|[吗嗎]$")
ASKS_WHEN = re.compile(r"什么时候|何时|哪天|\b(?:khi nao|luc nao|kailan)\b|언제")
# Of a copy it is told, or of asking, and of nobody's status.
ABOUT_A_COPY = re.compile(r"사본|복사|\bcop(?:y|ies|ia)|复印|ban sao|kopya|hihingi|nagtatanong|itatanong")
ASKED_WHETHER = re.compile(r"\b(?:kung|si|whether|if)\b[^.,;:]{0,24}$")
LABEL_ENDS = re.compile(r"(?: (?:status|info\w*|papers|question|history|code|data))?[\"”»」]")
REGARDLESS = re.compile(r"(?:관계|상관) ?없")
TO_AN_ANSWER = re.compile(r"[^\n/(\[,\"]{0,40}")  # no other answer to choose from stands between
HEADS_ROWS = 0.65  # confidence of a status that stands over a list of persons
MANY = 64  # words of one kind in a text from which on it is read whole, once, before each is looked at


def found(reading: Reading) -> Iterator[Finding]:
    """Every status, paper and list that is told, in no order."""
    if not STATUS_TAGS.isdisjoint(reading.by_tag):
        yield from statuses(reading)
        yield from by_status(reading)
    if not PAPER_TAGS.isdisjoint(reading.by_tag):
        yield from papers(reading)
    if "protected_list.group" in reading.by_tag:
        yield from lists(reading)
    if "protected_list.group" in reading.by_tag or LAND in reading.by_tag:
        yield from unannounced(reading)


def statuses(reading: Reading) -> Iterator[Finding]:
    """Statements of somebody's status."""
    for hit in labels(reading, *STATED):
        if reading.in_paper(hit) or ABOUT_A_COPY.search(reading.text, hit.start, hit.end):
            continue  # "naturalization papers" are papers
        if is_of_a_machine(reading, hit) or REGARDLESS.search(reading.text, hit.start, hit.end + 2):
            continue
        if _is_broken(reading, hit) or _is_in_question(reading, hit) or says_which(reading, hit):
            continue
        base = 0.5 if reading.kind in ABOUT_SOMEBODY else 0.4
        base -= 0.2 * (hit.tag != STATED[0] and not _is_answered(reading, hit))
        confidence, why = _weigh(reading, hit, base)
        offered = reading.kind is TextKind.FORM_FIELD or is_offered(reading, hit) or BLANK.match(reading.text, hit.end)
        mode = Mode.SOLICIT if offered else Mode.VALUE
        if _is_asked_whether(reading, hit, mode):
            mode, confidence, why = Mode.SOLICIT, max(confidence, 0.6), ["it is asked whether it is so"]
        if mode is Mode.VALUE and (ASKS_WHEN.search(reading.text, hit.start, hit.end) or _is_a_column(reading, hit)):
            mode = Mode.SOLICIT
        if mode is Mode.SOLICIT and (reading.says_no(hit) or is_answered_no(reading, hit)):
            confidence -= 0.4
        category, mode = of_a_copy(reading, hit, mode)
        yield Finding(category, mode, hit.start, hit.end, confidence, tuple(why))
    for hit in composed(reading):
        confidence, why = _weigh(reading, hit, (0.45 if reading.kind in ABOUT_SOMEBODY else 0.35))
        category, mode = of_a_copy(reading, hit, Mode.SOLICIT if is_offered(reading, hit) else Mode.VALUE)
        yield Finding(category, mode, hit.start, hit.end, confidence, tuple(why))
    yield from labelled(reading)


def _is_broken(reading: Reading, hit: Hit) -> bool:
    """Whether the words are of two sentences, or of two lines of a form."""
    if ACROSS.search(reading.text, hit.start, hit.end):
        return True
    return reading.kind is TextKind.FORM_FIELD and "\n" in reading.text[hit.start : hit.end].strip("\n")


def _is_answered(reading: Reading, hit: Hit) -> bool:
    """Whether it is what was answered to a question for a status: "citizen? No - permanent resident"."""
    if reading.kind is not TextKind.FORM_ANSWERS:
        return False
    first, _ = reading.line(hit.start, hit.end)
    asked = begun(reading.of("immigration_status.name"), first, hit.start)
    return bool(asked) and TO_AN_ANSWER.fullmatch(reading.text, asked[-1].end, hit.start) is not None


def _is_a_column(reading: Reading, hit: Hit) -> bool:
    """Whether the words are the name of a field among others: "isUndocumented"."""
    return not reading.is_form() and reading.table is None and is_field(reading, hit)


def _is_asked_whether(reading: Reading, hit: Hit, mode: Mode) -> bool:
    """Whether "if" or "whether" stands before the words, and before it a word that asks, which no word denies."""
    first, _ = reading.sentence(hit.start, hit.end)
    whether = ASKED_WHETHER.search(reading.text, max(first, hit.start - 40), hit.start)
    if whether is None or reading.says_no(hit):
        return False
    asks = [it for it in reading.about(first, hit.start) if it.tag == "request" and 0 <= whether.start() - it.end <= 24]
    return any(mode is Mode.VALUE or BIDS.match(reading.text, it.start) for it in asks)


def _is_in_question(reading: Reading, hit: Hit) -> bool:
    """Whether the words are the end of longer ones that ask: "whether they have papers"."""
    last = reading.sentence(hit.start, hit.end)[1]
    asks = reading.text[max(0, last - 1) : last + 1].strip()[-1:] in ("?", "？") or reading.requests(hit)
    asked = begun(reading.of("immigration_status.name"), hit.start - LONGEST, hit.start + 1)
    return any(
        hit.end <= it.end
        and not (it[1:] == hit[1:] or is_of_a_subject(reading, it))
        and (asks or WHETHER.match(reading.text, it.start) or ASKS_BEHIND.search(reading.text, it.start, it.end))
        for it in asked
    )


def composed(reading: Reading) -> Iterator[Hit]:
    """What is told in any order of words: who detains and what they do, a paper of leave to stay and what befell it."""
    for tag, role, reach in (("immigration_status.agent", "seizes", 60), ("immigration_document.name", "befalls", 24)):
        hits = reading.of(tag)
        if len(hits) > MANY and not any(it.tag == role for it in reading.about(0, len(reading.text))):
            continue
        for hit in hits:
            first, last = reading.sentence(hit.start, hit.end)
            beside = [
                it
                for it in reading.about(max(first, hit.start - reach), min(last, hit.end + reach))
                if it.tag == role and are_beside(reading.text, it, hit)
            ]
            told = begins(reading.of(*STATED), first, last)
            if told or not beside or (role == "befalls" and not _is_leave(reading, hit)):
                continue
            if _is_in_a_label(reading, hit) or (role == "befalls" and is_beside_a_copy(reading, hit, first)):
                continue
            if NOT_ICE.match(reading.text, hit.start) or reading.written(hit) == "Ice":
                continue
            nearest = min(beside, key=lambda it: max(it.start - hit.end, hit.start - it.end))
            both = Hit(tag, min(hit.start, nearest.start), max(hit.end, nearest.end))
            if not reading.in_paper(hit) and (not reading.says_no(hit) or is_in_its_own_clause(reading, both)):
                yield both


def _is_in_a_label(reading: Reading, hit: Hit) -> bool:
    """Whether who detains is named in a field's name only: "the \"Visa/Immigration\" fields"."""
    if LABEL_ENDS.match(reading.text, hit.end):
        return True
    names = begun(reading.of("immigration_status.name"), hit.start - LONGEST, hit.start + 1)
    return any(hit.end < it.end for it in names)


def _is_leave(reading: Reading, hit: Hit) -> bool:
    """Whether a paper is one of leave to stay, of which something is told and nothing asked."""
    if not OF_LEAVE.search(reading.text, hit.start, hit.end) or means_another(reading, hit):
        return False
    return not reading.requests(hit) and not reading.is_form(hit.start)


def of_another_paper(reading: Reading, hit: Hit) -> bool:
    """Whether what is told is told of a card to pay or to play with, or of work that nobody has written down."""
    if DESCRIBES.match(reading.text, hit.start):
        return True
    near = begun(reading.of("immigration_document.name"), hit.start - LONGEST, hit.end)
    return any(hit.start < it.end and means_another(reading, it) for it in near)


def _is_told_in_a_story(reading: Reading, hit: Hit) -> bool:
    return is_invented(reading, hit) or is_of_a_book(reading, hit) or is_of_a_blurb(reading, hit)


def _is_of_any(reading: Reading, hit: Hit) -> bool:
    return is_of_any_of_them(reading, hit) or is_of_a_group(reading, hit) or is_on_offer(reading, hit)


def _weigh(reading: Reading, hit: Hit, confidence: float) -> tuple[float, list[str]]:
    first, _ = reading.sentence(hit.start, hit.end)
    why = ["words that state an immigration or citizenship status"]
    added, of = of_whom(reading, hit)
    confidence, why = confidence + added, [*why, *of]
    paper = PAPERS_AT_END.search(reading.text, max(0, hit.end - 12), hit.end)
    if (
        (paper and OF_ANOTHER.match(reading.text, hit.end))
        or of_another_paper(reading, hit)
        or is_of_a_room(reading, hit)
        or is_played(reading, hit)
        or (EVENT_AFTER.match(reading.text, hit.end))
    ):
        confidence, why = confidence - 0.4, [*why, "the paper is another"]
    before = reading.text[max(first, hit.start - 48) : hit.start]
    if reading.written(hit).startswith("Ice"):
        confidence, why = confidence - 0.2, [*why, "ice is spelled so"]
    taken, of = of_nobody(reading, hit, before)
    confidence, why = confidence - taken, [*why, *of]
    if is_unwritten(reading, hit):
        confidence, why = confidence - 0.45, [*why, "nobody has written it down"]
    if heads_rows(reading, hit):
        confidence, why = max(confidence, HEADS_ROWS), [*why, "rows of a list stand under it"]
    elif GENERAL.search(before) or is_supposed(reading, hit) or _is_of_any(reading, hit):
        confidence, why = confidence - 0.4, [*why, "it is said of people in general"]
    if confidence >= 0.4 and is_of_staff(reading, hit):
        confidence, why = confidence - OF_STAFF, [*why, "it is told of somebody who works here"]
    if confidence >= 0.4 and (_is_told_in_a_story(reading, hit)):
        confidence, why = confidence - INVENTED, [*why, "it is told in a story"]
    taken, of = doubt(reading, hit)
    confidence, why = confidence - taken, [*why, *of]
    if confidence >= 0.4:
        weight = 0.15 if reading.kind in WRITTEN_BY_HAND else 0.3 if reading.is_short() else 0.2
        confidence -= weight * min(reading.frame(hit.start, hit.end, "essay"), 2)
        # Minutes and notes tell of a policy and then of somebody.
        known = added == KNOWN and reading.kind in WRITTEN_BY_HAND
        confidence -= (0.1 if known else 0.2) * min(reading.frame(hit.start, hit.end, "notice"), 2)
    return confidence, why
