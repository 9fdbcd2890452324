"""What is offered to choose from, or asked about, and not told."""

from __future__ import annotations

import re
from itertools import pairwise

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.order import begins, begun
from fileroom.screening.reading import PAPER, STATED, Reading
from fileroom.screening.sentences import WIDE
from fileroom.screening.words import merged

# A slash behind a question, and then the same in another language and its colon, parts no choices.
OPTIONS = re.compile(
    r"[^\n]{0,60}[:?][^\n]{0,40}(?:(?<![0-9])(?<!\bw)(?:(?<!\?)(?<!\? )/|/(?! ?[^\n/:?]{2,50}\?? ?:))|\( ?\)|\[ ?\])"
)
A_DATE = re.compile(r"date|fecha|\bngay\b|petsa|日期|时间|날짜|일자|입국일")
ITS_LINE = re.compile(r"[^\n:/□☐\[(]{0,16}: ?_{2,}")  # what is to be written is no choice
TICKED = re.compile(r"(?:\[x\]|\(x\)|x|☒|✓|✔|→|[=:]) ?$")
WRITTEN_IN = re.compile(r"[=:] ?[\"']$")  # what a key of a record holds
WHETHER = ("whether", "if", "是否", "si ", "kung", "which", "xem")
WHO = re.compile(
    r"\b(?:find out|figure out|identify|tell (?:me|us)|let (?:me|us) know|list|note|flag|mark|check|averigu\w+|sepan?|"
    r"indiquen?|anoten?) (?:who|which|quien(?:es)?|cuales)\b[^.?!;]{0,40}$"
)
OPTION = re.compile(r"<option[^>]{0,20}>[^<]*$")
CHOICE = re.compile(r" / |<option|.options.:|\( ?\)|\[ ?\]|☐|□|\|")
BETWEEN_CHOICES = re.compile(r"/|\[ ?\]|\( ?\)|☐|□")
BOX = re.compile(r"\s*(?:[-*•] ?)?(?:\( ?\)|\[ ?\]|[☐□○◯]|_{2,4}(?=[ a-z]))")
CIRCLED = re.compile(r"\s*[①-⑳⓪-⓿]")
WRITTEN = re.compile(r"_{5,}|: *_")  # room to write in: it is asked anew
ASKS_ABOVE = re.compile(rf"(?:[:?？]|\([^()\n]*\)[:.]?|(?:{words('chooses_one')})[^.\n]{{0,12}}[.。]?) *$")
CHOOSE_ONE = re.compile(rf"\((?:{words('chooses_one')})[^()\n]{{0,12}}\)[^.;\n]{{0,60}}$")
# "Dropdown, values: citizen, LPR, visa": what is described there can be chosen, and nobody has chosen.
CHOICES_ARE = re.compile(rf"[^\n]{{0,60}}?(?:{words('choices_are')})[^\n,;:=\[({{]{{0,24}}[:=\[({{]")
SOME_ITEMS = re.compile(r" ?[\"'\[({]{0,2}[^\n,;|/]{1,32}(?:[,;|/][^\n,;|/]{1,32}){2}")
MOST_LINES = 8
ASKED = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have|es|son|esta|tiene|whether|"
    r"if|si|kung|which|xem)\b[^.?!]{2,50}$|ba\b|是否|co phai"
)


BEGS = re.compile(
    r"(?:please |favor de )?(?:attach|enclose|include|bring|upload|adjunt\w+|anex\w+|traiga\w*|incluya\w*|i?lakip|"
    r"kem(?: theo)?|dinh kem|xin (?:kem|nop))\b|(?:请|請|须|需)?(?:附|交|提供)|[^()]{0,12}첨부"
)
# In Spanish a question is opened; "did you know that" tells it.
OPENED = re.compile(r"¿(?!(?:ya )?(?:sab|sup|v[ie]|cre|por que|te enter|se enter))[^?.!\n]{0,90}$")
BIDS = re.compile(
    r"(?:please |and )?(?:write|note|mark|indicate|tell|say|state|anot|escrib|indi|dig|marqu|isulat|sabihin)"
)
SEVERAL = re.compile(r"\([^()\n]{0,60}?(?:[,，、/;]|\b(?:or|o|hay|hoac)\b|或|또는)[^()\n]{0,80}\)")
OF_THE_NAME = re.compile(r" [\w' ]{1,22} ?")  # what goes on with the name: "what status she" and "came in on ("
ENUMERATED = 60  # characters behind a name within which a parenthesis says what it can be
IS = re.compile(r"(?:is|are|was|were)\b")
OF_A_SUBJECT = re.compile(
    r"(?<!whether )(?<!if )(?<!which )(?<!what )\b"
    r"(?!(?:know|us|me|ask|asks|whether|if|or|and|tell|say|indicate|state|check|"
    r"mark|question|that|who|which|what|note|find|out|see|learn)\b)[^\W\d_]{2,},? $"
)
WHICH_PAPER = re.compile(
    r"(?:\b(?:identification|id|documents?|papers?|identificacion|documentos?|papeles|giay to|dokumento)|证件|文件|"
    r"신분증|서류) ?$"
)
CERTIFIES = re.compile(
    r"\b(?:certif|declar|attest|swear|affirm|prov|confirm|verif|jur|comprueb|demuestr)\w* (?:that |que )?[^.;]{0,30}$"
)


def lists_choices(reading: Reading, hit: Hit) -> bool:
    """Whether it is said behind the name from which answers one chooses, and three and more of them are named."""
    named = CHOICES_ARE.match(reading.text, hit.end)
    return named is not None and SOME_ITEMS.match(reading.text, named.end()) is not None


def _is_listed_choice(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether the place is one of the answers that are listed behind the name of a status."""
    asked = begun(reading.of("immigration_status.name", "immigration_status.value"), first, hit.start)
    return any(
        (named := CHOICES_ARE.match(reading.text, it.end)) is not None
        and named.end() <= hit.start
        and SOME_ITEMS.match(reading.text, named.end()) is not None
        for it in asked[:2]
    )


def is_offered(reading: Reading, hit: Hit) -> bool:
    """Whether the status is one of those to choose from in a form, or is asked about and not told."""
    first, _ = reading.line(hit.start, hit.end)
    before = max(first, hit.start - 6)
    ticked = any(it.search(reading.text, before, hit.start) for it in (TICKED, WRITTEN_IN))
    choice = OPTIONS.match(reading.text, first) or CHOICE.search(reading.text, max(first, hit.start - 12), hit.end + 12)
    if (
        reading.is_form(hit.start)
        and not ticked
        and (choice or OPTION.search(reading.text, max(0, hit.start - 40), hit.start))
    ):
        return True
    if not ticked and _is_listed_choice(reading, hit, first):
        return True
    last = reading.sentence(hit.start, hit.end)[1]
    if CERTIFIES.search(reading.text, max(first, hit.start - 50), hit.start) and reading.requests(hit):
        return True
    if not ticked and CHOOSE_ONE.search(reading.text, max(first, hit.start - 60), hit.start):
        return True
    if WHO.search(reading.text, max(first, hit.start - 60), hit.start):
        return True
    asked = ASKED.search(reading.text, max(first, hit.start - 60), hit.start)
    question = reading.text[last : last + 1] in ("?", "？") or reading.text[last - 1 : last] in ("?", "？")
    if asked is None:
        return question and OPENED.search(reading.text, max(first, hit.start - WIDE), hit.start) is not None
    return question or (asked[0].startswith(WHETHER) and reading.requests(hit))


def is_of_a_subject(reading: Reading, asked: Hit) -> bool:
    """Whether the words that could ask are told of whoever stands before them: "the boy is now an undocumented"."""
    first, last = reading.sentence(asked.start, asked.end)
    if IS.match(reading.text, asked.start) is None or {"?", "？"} & set(reading.text[last - 1 : last + 1]):
        return False
    return OF_A_SUBJECT.search(reading.text, max(first, asked.start - ENUMERATED), asked.start) is not None


def says_which(reading: Reading, hit: Hit) -> bool:
    """Whether it is one of several in parentheses right behind a status or a paper that the sentence asks for."""
    opened = reading.text.rfind("(", max(0, hit.start - ENUMERATED), hit.start)
    if opened < 0 or ")" in reading.text[opened : hit.start] or not reading.requests(hit):
        return False
    if SEVERAL.match(reading.text, opened) is None:
        return False
    names = begun(reading.of("immigration_status.name", PAPER), max(0, opened - ENUMERATED), opened)
    return any(0 <= opened - it.end <= 1 or OF_THE_NAME.fullmatch(reading.text, it.end, opened) for it in names)


def in_parentheses(reading: Reading, hit: Hit) -> bool:
    """Whether the place is one of the things named in parentheses after a label."""
    opened = reading.text.rfind("(", max(0, hit.start - 60), hit.start)
    if opened < 0 or {")", "\n"} & set(reading.text[opened : hit.start]):
        return False
    first = reading.line(hit.start, hit.end)[0]
    if hit.tag == PAPER and reading.is_form(hit.start) and BEGS.match(reading.text, opened + 1):
        return False  # "date of entry (attach the visa)"
    if hit.tag == PAPER and WHICH_PAPER.search(reading.text, max(first, opened - 40), opened):
        return False  # the label asks for a paper, and here it is said for which
    if ")" not in reading.text[hit.end : hit.end + 60] or reading.text[first:opened].strip() == "":
        return False
    # Whoever asks for "a scan of whatever you have (green card, visa)" asks for what is named there.
    roles = reading.roles(reading.sentence(hit.start, hit.end)[0], opened)
    if reading.is_form(hit.start) or "request" not in roles or "supposes" in roles:
        return True
    return begins(reading.of("immigration_status.name", "immigration_document.name"), first, opened)


def is_choice(reading: Reading, hit: Hit) -> bool:
    """Whether the place is one of the answers to choose from after a label that has asked already."""
    first = reading.line(hit.start, hit.end)[0]
    if _is_listed_choice(reading, hit, first):
        return True
    before = reading.text[first : hit.start]
    slash = BETWEEN_CHOICES.search(reading.text, max(first, hit.start - 4), hit.end + 4) is not None
    if not slash or not {":", "?"} & set(before):
        return False
    if A_DATE.search(reading.text, hit.start, hit.end) and ITS_LINE.match(reading.text, hit.end):
        return False
    others = reading.of("immigration_status.name", "immigration_document.name")
    if begins(others, first, hit.start):
        return True
    # "El padre es: ciudadano / con visa / sin papeles": a status is asked there, and no paper.
    told = begun(reading.of(*STATED), first, reading.line(hit.start, hit.end)[1])
    return any(not reading.in_paper(it) for it in told) and hit.tag == "immigration_document.name"


def is_answer_above(reading: Reading, hit: Hit) -> bool:
    """Whether the line is one of boxes, and the line over the boxes has asked already."""
    first, last = reading.line(hit.start, hit.end)
    for _ in range(MOST_LINES):
        if last - first > WIDE or not _is_a_box(reading, first) or WRITTEN.search(reading.text, first, last):
            return False
        first, last = reading.line(first - 1, first - 1) if first else (0, 0)
        asked = begun(reading.of("immigration_status.name"), first, last)
        if asked and BETWEEN_CHOICES.search(reading.text, first, last) is None:
            return ASKS_ABOVE.search(reading.text, asked[-1].start, last) is not None
    return False


def _is_a_box(reading: Reading, first: int) -> bool:
    """Whether the line begins with a box, or with a number in a circle."""
    if BOX.match(reading.text, first):
        return True
    start, _ = reading.folded.span(first, first + 1)
    return CIRCLED.match(reading.folded.original, start) is not None


def is_among_choices(reading: Reading, hit: Hit) -> bool:
    """Whether the line offers several statuses to choose from, parted by slashes or boxes: none is told."""
    first, last = reading.line(hit.start, hit.end)
    named = merged(begun(reading.of(*STATED, "immigration_status.name", "immigration_document.name"), first, last))
    if len(named) <= 1:
        return False
    return any(BETWEEN_CHOICES.search(reading.text, one.end, other.start + 1) for one, other in pairwise(named))
