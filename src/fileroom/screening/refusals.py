"""What is not wanted, papers that are handed back, not copied, not kept; and what is said not to be."""

from __future__ import annotations

import re

from fileroom.screening.asked_next import is_brought_instead, is_only_this, is_put_in
from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.promises import promises
from fileroom.screening.reading import NEARBY, Reading
from fileroom.screening.sentences import WIDE

# "Do not hand it back first": what is not to be handed back is kept.
NOT_TO = re.compile(rf"(?:{words('not_to')}) ?$")
# "Blurry ones are rejected": behind a comma another thing is refused.
OF_ANOTHER = re.compile(
    r"[^,;]*[,;] ?(?!(?:it|they|that|those|these|this|which|and|or|but|all|se|l[aeo]s?)\b)\w[^,;]*"
    r"\b(?:are|is|were|was|gets?|be) "
)
# "No copies are accepted", "no se aceptan copias": the thing itself is.
OF_COPIES = re.compile(
    r"\w{0,10} ?(?:photo)?(?:copies|copias|fotos?\b|fotocopias|photos?\b|faxes|cash|efectivo|cheques|checks)"
    r"|[^.\n]{0,4}(?:复印件|现金|사본|현금)"
)
# What is asked for and later destroyed was asked for.
DESTROYED = re.compile(r"(?:\w+ )*(?:destroyed|shredded)|recycle|destru|销 ?毁|銷 ?毀|[^ ]* ?파기|da huy|tieu huy")
# "Write your number on the form. We do not keep it."
NOT_KEPT = re.compile(
    r"(?:(?:do|does|will|did)(?: not|n't)|won'?t|never|not) (?:be )?(?:keep|kept|store|save|retain)|"
    r"no (?:se |lo |la |los |las )?guard|不(?:会)?(?:保存|保留|留存)|khong (?:luu|giu)|"
    r"hindi (?:po )?(?:itatago|itinatago)|(?:보관|저장)하지"
)
BIDS = re.compile(
    r"\b(?:please|kindly|favor de|por favor) "
    r"(?:bring|write|send|give|enter|tell|provide|tra\w+|escrib\w+|mand\w+|anot\w+)|"
    r"请(?:写|填|带|提供|告知)|\bxin (?:ghi|gui|mang|dien)|\bpaki(?:sulat|dala|bigay)"
)
BUT = re.compile(r",? (?:but|except|else|other)\b")  # "nothing but a copy of it"
# "The originals were handed back": copies of them were not.
OF_ORIGINALS = re.compile(rf"(?:{words('original')})[^.,;。，；\n]{{0,24}}$")
ORIGINALS = re.compile(rf"[^.,;。，；\n]{{0,16}}?(?:{words('original')})")
# "If you have handed them in already, disregard this": whoever has not is asked.
IGNORES = re.compile(r"ignore|disregard|haga caso|忽略|bo qua|무시|balewala|wag (?:na )?pansin")
IF_DONE = re.compile(rf"(?:{words('if_done')})[^.?!。\n]{{0,90}}$")
IF_NOT_DONE = re.compile(rf"[^.?!。\n]{{0,200}}[.!。] ?(?:{words('if_done')})[^.?!。\n]{{0,90}}?(?:{IGNORES.pattern})")
# "Call me, don't email it": it is wanted all the same.
BY_MAIL = re.compile(r"(?:don'?t|do not|never) (?:e-?mail|send|text|fax|write|share|say)")
IN_ANOTHER_WAY = re.compile(
    r"\b(?:call|phone|bring|come (?:in|by)|drop (?:it|them) off|in person|"
    r"hand (?:it|them) to|by (?:phone|mail)|portal)\b"
)
# "Devolver esta carta firmada": it is the letter that comes back, with what it asks for.
SENT_BACK = re.compile(
    r"devolv(?:er(?:l[aeo]s?)?|an?|eremos)|regres(?:ar|en?)\b|tra lai|退回|退还|ibalik|돌려|\breturn\b"
)
# "Forms without a signature will be sent back": it is the form, and what is to be filled in is asked for.
FORM_BACK = re.compile(r"sent back|rejected|return|devolv|regres|tra lai|退[回还]|ibalik|돌려")
FORM_LACKS = re.compile(rf"(?:{words('form_lacks')})[^.;。\n]{{0,48}}$")
LETTER_BACK = re.compile(rf"(?:[^\W\d]+ ){{0,3}}?(?:{words('this_letter')})")
LETTER_BEFORE = re.compile(rf"(?:{words('this_letter')})[^.;。]{{0,16}}$")
# "O no le guardan el cupo": it is a seat that is not kept.
OF_A_SEAT = re.compile(rf" ?(?:{words('a_seat')})")
# "Para devolverles el depósito": it is money that is given back, and no paper.
REFUND = re.compile(rf" ?(?:[^\W\d]+ ){{0,2}}(?:{words('refund')})")
REFUND_BEFORE = re.compile(rf"(?:{words('refund')})[을를]? ?$")
BEFORE = 24  # characters before a word in which it may itself be denied
# What is put down, copied or not to be left out is taken, whatever is said of it besides.
TAKEN = re.compile(rf"(?:{words('never_left_out')})|(?:{words('takes')})")
# "Without an SSN", "no tengo".
NONE_OF_IT = re.compile(
    r"(?:\bno|without|\bsin|do not have(?: an?)?|don't have(?: an?)?|no tengo|"
    r"not|isn't|is not|no es|khong phai|ko phai|不是|hindi ito|"
    r"no (?:tiene[ns]?|teng[oa]n?|cuent[ae]n? con)|who (?:has|have) no|"
    r", not (?:his|her|their|your|my)|kahit|没有|沒有|无|無|khong co|chua co|wala(?:ng| pong| po)?)"
    r"[ \t_]{0,2}(?P<copied>(?:photo)?(?:cop(?:y|ies) of|copias? de(?: la| su)?|kopya ng|ban sao) )?"
    r"(?:an? |any |the |social security |el |so )?\Z"
)
# "0 with Social Security cards", "no record holds one".
NO_SUCH = re.compile(
    r"(?:(?:^|[\s,;:(])(?:0|zero|none|cero|ningun[oa]?|wala|无|零)"
    r"(?: of (?:them|which|these)| (?:files?|folders?|forms?))? "
    r"(?:with|has|have|had|held|holds?|con|tien\w+|tenia\w*|may|co)|"
    r"(?<!if )\b(?:no|none of (?:the|our|these|those)|ningun[oa]?|walang) "
    r"(?:(?!that|which|who|without|unless|until|is|are|be|may|can|will|que|sin|hasta|problem|matter|one)"
    r"[a-z']+ ){1,4}(?:holds?|contains?|has|have|had|carr(?:y|ies)|shows?|lists?|bears?|"
    r"includes?|stores?|tien\w+|contien\w+|guard\w+|llev\w+|trae\w*))"
    r" (?:an? |any |the |una? |el |la |ningun |its |their )?(?:copy of |copies of |copia de )?\Z"
)
NO_FIELD = re.compile(
    r"(?<!if )\b(?:no|ningun|without an?|walang|khong co) (?:[a-z]+ )?"
    r"(?:dropdown|drop-down|field|box|line|question|column|blank|slot|campo|casilla|renglon|columna|pregunta|patlang|cot|o)s?"
    r" (?:w/ ?|with |for |about |on |of |de |para |sobre |cho |ve )"
    r"(?:an? |any |the |el |la |su )?\Z"
)
WITH_NONE = re.compile(r"(?:^|[\s,;:(])(?:0|zero|none|cero|ningun[oa]?) $")  # the name begins with "with" itself
SAYS_NO = re.compile(r"\bno\b|not\b|n't\b|never\b")
NO_SUCH_REACH, NONE_REACH = 72, 36
# Only what is not asked or taken is denied: "we don't have his yet" is a request that has begun.
WE_DO_NOT = re.compile(
    r"[\"']?: ?(?:chung toi khong (?:hoi|thu thap|yeu cau)\b|we (?:do not|don't|never) "
    r"(?:ask|collect|request|require|solicit|gather|record|need|want|take|accept)(?: for)?"
    r"(?: (?:it|this|that|these|those|them|one|any|yours?|his|hers|theirs|famil\w+|students|parents|of|from|about|here|"
    r"at|by|under|in|on|or|and|nor)\b(?! (?:dashes|documents|papers|proof|copies))| ?[.,;!)\n]| ?$))"
)
ONLY_OF = re.compile(r"[^.!?\n]{0,60}\b(?:only|except|unless|but)\b")
NONE_AFTER = re.compile(r"[_ ](?:not|never)[_ ]|[가이는은도]? ?없(?:음|는|습|다|으)")
# What is not kept or stored may be asked all the same.
NOT_TAKEN = re.compile(r" ?[(:–—-]{1,2} ?not (?:collected|recorded|asked(?: for)?)\)?\.?(?:\n|$)")
# Of such a one it is no matter: nothing is told, where nothing behind it tells of somebody after all.
NO_MATTER = re.compile(
    r"[^:=\n]{0,24}[:=][ \"']{0,3}(?:不适用|不適用|해당 ?(?:사항 ?)?없[가-힣]{0,4}|no aplica|khong ap dung|"
    r"not (?:applicable|collected|asked|recorded|stored)|hindi angkop)"
    r"(?= ?(?:[.。,，;；()\"'}\]|!–—-]|\n|$)|"
    r" (?:yet|here|by (?:us|law|policy|the)|per|of|at|in|under|for|to|on|or|nor|and|para|en|cho|sa)\b)"
)
NOT_ASKED = re.compile(r" ?[:=] ?not (?:collected|asked)\b")
TOLD_BEHIND = (
    "immigration_status.state", "immigration_status.hint", "immigration_document.name", "protected_list.group",
    "protected_list.land",
)  # fmt: skip
TELLING = frozenset({"befalls", "seizes"})
ABSENT = re.compile(r"없|没|沒|\bwala|\bsin\b|\bkhong\b|\bno\b")  # "no record": befalls nobody
RESIDES = re.compile(rf"(?:{words('resides')})|\b[a-v]-[0-9]{{1,2}}[a-z]?\b")  # or a visa's class
SCHOOL_S = re.compile(words("school_s"))
SAYS_WHY = frozenset({"negation", "notice", "request", "unasked", "unwanted"})
SAID = re.compile(r"\w")
A_BLANK = re.compile(r"_{2,}|: *$")


def is_taken(reading: Reading, start: int, end: int) -> bool:
    """Whether it is said between two places that something is to be put down, copied or not to be left out."""
    return any(
        NOT_TO.search(reading.text, max(start, it.start() - BEFORE), it.start()) is None
        for it in TAKEN.finditer(reading.text, start, min(end, start + WIDE))
    )


def is_unwanted(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence of a paper, or the next, says that it is not wanted, not kept, or was handed back."""
    first, end = reading.sentence(hit.start, hit.end)
    last = end
    if end + 2 < len(reading.text):
        last = max(end, reading.sentence(end + 1, end + 2)[1])
    about = reading.about(first, last)
    if not any(it.tag == "unwanted" for it in about) or is_taken(reading, hit.end, last):
        return False
    if is_brought_instead(reading, hit):
        return False
    affirmed = [it for it in about if it.tag == "affirms"]
    # Far behind the paper, or late in the next sentence, it is said of another thing.
    near = [it for it in about if it.start < (end if it.start >= end else hit.end) + NEARBY]
    # "No appointment is needed, just tell us your number": what is said before is said of that.
    anew = max((it.start for it in about if it.tag == "however" and it.end < hit.start), default=-1)
    anew = hit.start if is_only_this(reading, hit) else anew
    return any(
        it.tag == "unwanted"
        and not it.start < anew
        and not any(yes.start <= it.end and it.start <= yes.end for yes in affirmed)
        and NOT_TO.search(reading.text, max(0, it.start - BEFORE), it.start) is None
        and not (DESTROYED.match(reading.text, it.start, it.start + NEARBY) and _is_asked(reading, hit, it))
        and not (NOT_KEPT.match(reading.text, it.start) and _is_bidden(reading, hit, first))
        and not (BY_MAIL.match(reading.text, it.start) and IN_ANOTHER_WAY.search(reading.text, first, last))
        and not (it.start >= end and OF_COPIES.match(reading.text, it.end))
        and not _is_of_the_letter(reading, it)
        and OF_A_SEAT.match(reading.text, it.end) is None
        and not (it.start < end and _is_a_refund(reading, it))
        and OF_ANOTHER.fullmatch(reading.text, min(hit.end, it.start), it.start) is None
        and not _is_of_originals(reading, it)
        and not _is_if_done(reading, it)
        and not _only_promises(reading, it)
        and not (reading.text.endswith("nothing", it.start, it.end) and BUT.match(reading.text, it.end))
        for it in near
    )


def _is_bidden(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether the sentence bids somebody write, bring or send the number."""
    if not hit.tag.startswith("ssn"):
        return False
    asks = (it for it in reading.about(first, hit.start) if it.tag == "request")
    begins = any(SAID.search(reading.text, first, it.start) is None for it in asks)
    return begins or BIDS.search(reading.text, first, hit.start) is not None


def _is_of_the_letter(reading: Reading, unwanted: Hit) -> bool:
    """Whether it is the letter, or the form itself, that is to be sent back."""
    at = reading.text.rfind(" ", unwanted.start + 1, unwanted.end) + 1
    if FORM_BACK.search(reading.text, unwanted.start, unwanted.end) and FORM_LACKS.search(
        reading.text, max(0, unwanted.start - WIDE // 4), unwanted.start
    ):
        return True
    if SENT_BACK.search(reading.text, unwanted.start, unwanted.end) is None:
        return False
    if LETTER_BACK.match(reading.text, max(unwanted.end + 1, at)):
        return True
    return LETTER_BEFORE.search(reading.text, max(0, unwanted.start - BEFORE), unwanted.start) is not None


def _is_a_refund(reading: Reading, unwanted: Hit) -> bool:
    """Whether it is money that is given back."""
    if SENT_BACK.search(reading.text, unwanted.start, unwanted.end + 1) is None:
        return False
    if REFUND.match(reading.text, unwanted.end):
        return True
    return REFUND_BEFORE.search(reading.text, max(0, unwanted.start - BEFORE // 2), unwanted.start) is not None


def _is_of_originals(reading: Reading, unwanted: Hit) -> bool:
    """Whether it is the original that was handed back: of what was copied that says nothing."""
    before = OF_ORIGINALS.search(reading.text, max(0, unwanted.start - WIDE // 8), unwanted.start)
    return before is not None or ORIGINALS.match(reading.text, unwanted.end) is not None


def _is_if_done(reading: Reading, unwanted: Hit) -> bool:
    """Whether the writing is to be ignored by those alone who did already what it asks."""
    if IGNORES.search(reading.text, unwanted.start, unwanted.end + BEFORE // 4) is None:
        return False
    return IF_DONE.search(reading.text, max(0, unwanted.start - WIDE // 4), unwanted.start) is not None


def is_for_who_has_not(reading: Reading, hit: Hit) -> bool:
    """Whether the next sentence lets those alone ignore the writing who did already what it asks."""
    return IF_NOT_DONE.match(reading.text, hit.end) is not None


def _is_asked(reading: Reading, hit: Hit, unwanted: Hit) -> bool:
    """Whether the paper is asked for in its sentence, and not by what says that it is destroyed."""
    first, last = reading.sentence(hit.start, hit.end)
    first = max(first, unwanted.end) if unwanted.end <= hit.start else first
    return reading.requests(hit) and "request" in reading.roles(first, last)


def is_denied(reading: Reading, hit: Hit) -> bool:
    """Whether it is said beside the name that there is none, and nothing affirms it."""
    # What is not applicable to one who answers a form was asked of him; what is not collected was not.
    not_asked = not reading.is_form(hit.start) or NOT_ASKED.match(reading.text, hit.end)
    if not_asked and is_no_matter(reading, hit.end) and not _is_asked_behind(reading, hit):
        return True
    before = NONE_OF_IT.search(reading.text, max(0, hit.start - NONE_REACH), hit.start)
    low = max(reading.sentence(hit.start, hit.end)[0], hit.start - NO_SUCH_REACH)
    last = reading.sentence(hit.start, hit.end)[1]
    if before is None and NO_SUCH.search(reading.text, low, hit.start):
        return not is_put_in(reading, hit.end, last)
    if NO_FIELD.search(reading.text, low, hit.start) and "request" not in reading.roles(hit.end, last):
        return True
    if reading.text.startswith("with ", hit.start) and WITH_NONE.search(reading.text, low, hit.start):
        return True
    if before and before["copied"] and "request" in reading.roles(hit.end, last):
        return False  # "we have no copy of it, ask his mother for one"
    if before is None and not _is_none_after(reading, hit):
        return False
    return "affirms" not in reading.roles(max(0, hit.start - NEARBY), hit.end)


def _only_promises(reading: Reading, unwanted: Hit) -> bool:
    """Whether it is only said that nobody else is told: "told her we don't share it"."""
    if SAYS_NO.search(reading.text, unwanted.start, unwanted.end) is None:
        return False
    return promises(reading.text, unwanted.end, unwanted)


def _is_none_after(reading: Reading, hit: Hit) -> bool:
    """Whether it is said behind the name that there is none, and not only that nobody is told of it."""
    if we := WE_DO_NOT.match(reading.text, hit.end):
        asked = "request" in reading.roles(we.end(), reading.sentence(hit.start, hit.end)[1])
        if asked or ONLY_OF.match(reading.text, we.end()):
            return False
        return not promises(reading.text, hit.end, hit._replace(start=we.start(), end=we.end()))
    if NOT_TAKEN.match(reading.text, hit.end):  # but "please bring it (not collected)" asks
        first, _ = reading.sentence(hit.start, hit.end)
        return reading.is_form(hit.start) or "request" not in reading.roles(first, hit.start)
    return NONE_AFTER.match(reading.text, hit.end) is not None


def is_no_matter(reading: Reading, colon: int) -> bool:
    """Whether behind a label only stands that it is no matter here, and perhaps why: no status, paper, country."""
    none = NO_MATTER.match(reading.text, colon)
    if none is None:
        return False
    first, last = none.end(), min(reading.line(none.start(), none.end())[1], none.end() + WIDE)
    if SAID.search(reading.text, first, last) is None:
        return True
    if any(first <= it.start < last for it in reading.of(*TOLD_BEHIND)) or RESIDES.search(reading.text, first, last):
        return False
    about = reading.about(first, last)
    if any(it.tag in TELLING and ABSENT.match(reading.text, it.start) is None for it in about):
        return False
    return any(it.tag in SAYS_WHY for it in about) or SCHOOL_S.search(reading.text, first, last) is not None


def _is_asked_behind(reading: Reading, hit: Hit) -> bool:
    """Whether behind it, or in its sentence before it, it is asked for, of somebody perhaps, or a blank is drawn."""
    first, _ = reading.sentence(hit.start, hit.end)
    last = min(reading.line(hit.start, hit.end)[1], hit.end + WIDE)
    if "request" in reading.roles(first, hit.start) or A_BLANK.search(reading.text, hit.end + 1, last):
        return True
    behind = reading.roles(hit.end, last)
    return not behind.isdisjoint(("request", "kin")) and "negation" not in behind  # "call dad for it"
