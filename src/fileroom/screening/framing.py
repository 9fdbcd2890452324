"""What sort of writing a place of a long text stands in: a lesson, a story, a rule; words that somebody is told to say.

A long text is of many pieces. What its head says of the whole, and the marks about somebody's words, take away from
what is found; in a short text the words about the place say as much.
"""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.lexicon import words
from fileroom.screening.order import offered_in
from fileroom.screening.persons import is_in_a_class
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.refusals import is_taken

LISTED = (TextKind.CSV_ROW, TextKind.TABLE, TextKind.FORM_FIELD)
HEAD, TITLE = 200, 80  # characters in which a long text, and a short one, says what it is
TITLE_ENDS = re.compile(r"[\n:;.。：?!(–—]")
LEAST_OF_A_TITLE, LEAST_IN_CHINESE = 8, 3  # characters
GREETS = re.compile(
    r"(?:hi|hey|hello|dear|hola|oye|buen[oa]s|estimad[oa]s?|kumusta|hello po|chao|kinh|thua)\b|[^\W\d_]{2,14},"
)
# Under its title who wrote it, and in which class: a pupil's own paper.
OF_A_PUPIL = re.compile(
    rf"(?:[^\n]{{3,60}}\n)?(?:by|por|ni|viet boi) [^\n.:]{{2,30}}, ?(?:{words('class')})[^\n.:]{{0,12}}\n|"
    r"《[^》\n]{1,24}》 ?(?:[一二三四五六七八九]年级|[一二三四五六七八九]年級|[初高][一二三中])"
)
BY_A_PUPIL = re.compile(
    rf"(?:^|[\s—–-])(?:by|por|ni|viet boi)[: ] ?[^\n.:,]{{2,24}}\.?, ?"
    rf"(?:{words('class')})[^\n.:]{{0,12}}\.?[\"'»]?\s*$"
)
END = 60  # characters of a text in which its writer is named last
OF_LESSONS, PLAIN = frozenset({"titled", "fiction", "essay", "genre"}), 3
OF_SOMEBODY = frozenset({"particular", "kin", "request"})
# Of what is signed, sent in or written on, no title says that it is of nobody.
TO_FILL_IN = re.compile(
    r"_{2,}|\.{5,}|: *(?:\n|$)|\[ ?\]|[□☐]|\b(?:sign[ -]?ups?|registration|permission slip|trips?|travel|rsvp|"
    r"check-?in|inscripcion(?:es)?|excursion|viaje|permiso|dang ky|ghi danh|chuyen di|pagpapatala|pahintulot)\b|"
    r"报名|登记表|申请表|旅行|출석|신청서|여행|동의서"
)
# A name in the sentence, at its head too.
SOMEBODY = re.compile(
    r"(?:^|[\s:(,.;–—-])(?!Book|Club|Case|Unit|Lesson|Quiz|Debate|Short|Social|Security|News|Mock|Trivia|Poetry|The\b|"
    r"My\b|Her\b|His\b|Our\b|And\b|But\b|When\b|Then\b|She\b|He\b|They\b|Who\b|What\b|Why\b|How\b|In\b|"
    r"For\b|If\b|La\b|El\b|Su\b|Los\b|Las\b|Un\b|Una\b|Si\b)"
    r"[A-Z\u00c0-\u00de\u0110][a-z\u00df-\u024f\u1ea0-\u1ef9]{2,}(?:'s|’s)?\s"
)
LEAST_OF_A_HEAD = 24  # a first line shorter than this goes on in the next
WHOSE = re.compile(r"(?:^|[:.(,–—-] ?)[A-Z][a-z]{2,}['’]s (?!Day|Rights)")
NAMED_TWICE = re.compile(
    r"[:.(,–—-] ?(?!Social|Security|United|States|Green|Supreme|New|Los|San|Title|Civil|World|Ellis|Angel|Know|Room|"
    r"The|Chinese|Dream|Executive|Board|School|Home|Day|Real|Date)[A-Z][a-z]{2,} (?!Social|Security|States|Card|Act|"
    r"Court|Amendment|Island|School|Day|War|Rights|Policy|Board|Night|County|District|Club)[A-Z][a-z]{2,}(?=[ ,:'’(]|$)"
)
OF_A_GENRE, OF_A_NAMED_ONE, OF_NOBODY = 0.4, 0.3, 0.4  # what a lesson takes away; one who is named; anybody's words
# The book is named at the head: whoever is named behind is one of it.
OF_A_NAMED_BOOK = re.compile(rf"[^\n:.]{{0,24}}?(?:{words('report_of')})[^\n.]{{0,12}}?[\"“«《]")
FOR_ONE = re.compile(r"\b(?:[Ff]or|[Pp]ara|[Cc]ho|[Kk]ay) [A-Z\u00c0-\u00de][a-z]+")
ROW_ENDS = re.compile(r"[.;:\n。]")
ITEMS = re.compile(r"[,，、]")
A_ROW, LONGEST_ITEM = 4, 20  # so many short items are a row of words to learn
BEFORE, AFTER = 160, 60  # characters about words that are given within which their speaker may be named
LONGEST_PARAGRAPH = 2000  # characters before a place within which a mark of quotation is looked for
QUOTES = (("\u300c", "\u300d"), ("\u300e", "\u300f"), ("\u00ab", "\u00bb"))
# A word written as a name is, where no sentence begins.
NAMED = re.compile(
    r"[a-z\u00df-\u024f\u1ea0-\u1ef9,;(] (?!Social|Security|United|States|Education|English|Spanish|Title|School|Form|"
    r"Board|District|Immigration|Department|State|Federal|Real|Live|House|Room|County|Inglaterra|Seguro|Estados)"
    r"[A-Z\u00c0-\u00de\u0110][a-z\u00df-\u024f\u1ea0-\u1ef9]+"
)

# The next sentence says no to what this one asks.
ANSWERED_NO = re.compile(
    r"[^.?!？。\n]{0,160}(?:[?？][\"')」»\s]{0,4}(?:\(?(?:a|r|answer|respuesta|답|응답|sagot|dap|tra loi|答) ?[:.)] ?)?"
    r"|[.。] ?(?:a|r|answer|respuesta|답|응답|sagot|dap|tra loi|答) ?: ?)\"?"
    r"(?:no\b(?! (?:one|la|le|lo|se|es que)\b)|not\b|never\b|nope|you (?:do ?n[o']t|need not)|hindi\b|(?:da )?khong\b"
    r"|아니|안 ?[돼됩]|없습|不|没有|无|错|錯|틀렸)"
    r"|[^.?!？。\n]{0,160}[?？.。] ?(?:a|answer|respuesta|답|응답|sagot|dap|tra loi|答) ?: ?"
    r"(?:none\b|zero\b|ningun|cero\b|wala\b|하나도)"
)
NONE_AND_NONE = re.compile(
    r"(?:\b(?:no|not|sin|ni|khong|walang) (?:[a-z]+ )?(?:social|ssn|passport|question|pregunta|seguro|so an sinh|"
    r"ho chieu|pasaport)|(?:不|无|没有).?(?:社|护照|问))[^.;\n]{0,30}, ?(?:and |y |at |va )?$"
)
BUT = re.compile(r"\b(?:but|pero|nhung|kaya|then|luego)\b|但|可是|지만")
# What somebody who works here writes week by week is no pupil's diary.
OF_A_LOG = re.compile(
    r"[^\n]{0,12}(?:社工|辅导|咨询师|护士|工作|值班|(?:课|谈话|面谈|家访|班会)[^\n]{0,4}(?:记录|紀錄))|"
    r"[^\n]{0,24}\b(?:case ?notes?|counselor|social worker|nurse)\b"
)
# The daybook of an office has in Vietnamese the name of a diary.
OF_A_DAYBOOK = re.compile(r"nhat ky (?:phong|truc|ca|van phong|cong (?:viec|tac)|dien thoai|tiep|truong)\b")
UNASKED = 70  # characters within which what is not asked is named


def is_unasked(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence says of the place that it is not asked or not written down, or that there is none of all."""
    first, last = reading.sentence(hit.start, hit.end)
    if NONE_AND_NONE.search(reading.text, max(first, hit.start - 40), hit.start):
        return True
    for it in reading.about(first, last):
        between = reading.text[it.end : hit.start] if it.end <= hit.start else reading.text[hit.end : it.start]
        reach = UNASKED if it.end <= hit.start or reading.text[it.start] >= "\uac00" else 0
        if it.tag == "unasked" and len(between) < reach and not BUT.search(between) and ";" not in between:
            return True
    return False


def is_supposed(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence supposes it of nobody in particular, before it names it: "if a parent tells you"."""
    first, _ = reading.sentence(hit.start, hit.end)
    supposed = next(
        (it for it in reading.about(first, hit.end) if it.tag == "supposes" and it.start <= hit.start), None
    )
    if supposed is None or {";", ":"} & set(reading.text[supposed.end : hit.start]):
        return False
    comma = reading.text.find(",", supposed.end, hit.start)
    return comma < 0 or "says" not in reading.roles(comma, hit.start)  # "if anyone asks, I told them that"


def is_told_what_to_do(reading: Reading, hit: Hit) -> bool:
    """Whether it is supposed that somebody shows or tells it, and then said what not to do with it."""
    if not is_supposed(reading, hit) or reading.asks_anew(hit):
        return False
    first, last = reading.sentence(hit.start, hit.end)
    before = reading.about(first, hit.start)
    offered = offered_in(before)
    if any(it.tag == "request" and it not in offered for it in before):
        return False
    end = reading.sentence(last + 1, last + 2)[1] if last + 2 < len(reading.text) else last
    behind = [it.tag for it in reading.about(hit.end, end) if it.tag in ("negation", "unwanted", "affirms", "request")]
    if is_taken(reading, hit.end, end):
        return False  # "never skip it", "put the number on line 4"
    return bool(behind) and behind[0] in ("negation", "unwanted") and "affirms" not in behind


def is_answered_no(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands in a question to which the next sentence says no."""
    return ANSWERED_NO.match(reading.text, hit.end) is not None


# "Exit ticket: what is hard this week?", and then "my dad".
ASKED_ITSELF = re.compile(rf"[^\n.:]{{0,24}}?(?:{words('asked_itself')})")
MY_KIN = re.compile(words("my_kin"))


def of_a_genre(reading: Reading) -> bool:
    """Whether the head of a text says that it is a lesson, a story, a speech, a rule: of nobody here."""
    if reading.kind in LISTED:
        return False
    if reading.is_short():
        if BY_A_PUPIL.search(reading.text, max(0, len(reading.text) - END)):
            return True
        return is_titled(reading, "titled", "headed") or reading.matches(OF_A_PUPIL)
    if OF_A_DAYBOOK.match(reading.text):
        return False
    end = reading.text.find("\n\n", LEAST_OF_A_HEAD, HEAD)
    return any(it.tag == "genre" for it in reading.heading(end if end >= 0 else min(HEAD, len(reading.text))))


def is_titled(reading: Reading, *roles: str) -> bool:
    """Whether a short text has a title that says so: its first words, in which nobody is spoken of or asked."""
    if reading.kind in LISTED or not reading.is_short():
        return False
    if GREETS.match(reading.text) or OF_A_LOG.match(reading.text) or TO_FILL_IN.search(reading.text):
        return False  # in a letter somebody is written to about one
    leasts = (LEAST_OF_A_TITLE, LEAST_IN_CHINESE) if reading.text[:1] >= "\u2e80" else (LEAST_OF_A_TITLE,)
    ends = [it.start() for least in leasts if (it := TITLE_ENDS.search(reading.text, least, TITLE))]
    return any(_is_titled(reading, roles, end) for end in ends)


def _is_titled(reading: Reading, roles: tuple[str, ...], end: int) -> bool:
    """Whether the words before a place say so, and nobody is spoken of or asked in them."""
    named = [it for it in _says_of_itself(reading, end) if it.tag in roles and it.start < TITLE // 2]
    # "Discussion questions" asks for nothing, and "book report" reports nothing.
    return bool(named) and not any(
        it.tag in OF_SOMEBODY and not any(own.start <= it.start and it.end <= own.end for own in named)
        for it in reading.about(0, end)
    )


def is_plainly(reading: Reading) -> bool:
    """Whether a short text with such a title says so in so many words that no name in it is of somebody here."""
    return reading.is_short() and len(marks(reading)) >= PLAIN


def marks(reading: Reading) -> set[str]:
    """The different words of a text by which it is a lesson, a story, a paper of a pupil."""
    said, end = set(), 0
    for it in _says_of_itself(reading, len(reading.text)):
        if it.tag in OF_LESSONS and it.start >= end:
            said.add(reading.text[it.start : it.end])
            end = it.end
    return said


def _says_of_itself(reading: Reading, end: int) -> list[Hit]:
    """The words before a place, in their order, those of a text's head among them."""
    return sorted([*reading.heading(end), *reading.about(0, end)], key=lambda it: (it.start, -it.end))


def is_given(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands in words given between quotation marks in a long text, and nobody is named about it."""
    if reading.is_short() or reading.is_form() or not is_quoted(reading, hit):
        return False
    start, end = reading.folded.span(max(0, hit.start - BEFORE), min(len(reading.text), hit.end + AFTER))
    return NAMED.search(reading.folded.original, start, end) is None


def is_quoted(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands between quotation marks: somebody's words are told, nothing is asked for."""
    first, last = reading.line(hit.start, hit.end)
    first, text = max(first, hit.start - LONGEST_PARAGRAPH), reading.text
    if text.count('"', first, hit.start) % 2 == 1 and text.find('"', hit.end, last) >= 0:
        return True
    return any(
        text.rfind(opens, first, hit.start) > text.rfind(closes, first, hit.start)
        and text.find(closes, hit.end, last) >= 0
        for opens, closes in QUOTES
    )


def _names(reading: Reading, hit: Hit) -> bool:
    """Whether somebody is named in the sentence of a place, in nobody's quoted words."""
    start, end = reading.folded.span(*reading.sentence(hit.start, hit.end))
    return NAMED.search(reading.folded.original, start, end) is not None and not is_quoted(reading, hit)


def is_of_one_here(reading: Reading, hit: Hit) -> bool:
    """Whether the line tells of somebody who is named behind the title by two names, or by one and whose it is."""
    first, last = reading.line(hit.start, hit.end)
    if is_in_a_class(reading, hit):
        return True
    if is_quoted(reading, hit) or _is_in_a_row(reading, hit, first, last):
        return False
    title = TITLE_ENDS.search(reading.text, LEAST_OF_A_TITLE, TITLE)
    start, end = reading.folded.span(max(first, title.start() if title else 0), last)
    original, sentence = reading.folded.original, reading.sentence(hit.start, hit.end)
    if NAMED_TWICE.search(original, start, end) or WHOSE.search(original, start, end):
        return True
    if _is_of_the_writer_s_own(reading, hit, sentence[0]):
        return True
    if title and FOR_ONE.search(reading.folded.original, 0, start) and "kin" in reading.roles(*sentence):
        return True
    if is_plainly(reading) or _is_of_the_book(reading, *sentence):
        return False
    return "particular" in reading.roles(first, last) and SOMEBODY.search(original, start, end) is not None


def _is_of_the_book(reading: Reading, first: int, last: int) -> bool:
    """Whether a sentence of a report on a book that it names tells of those in it: nobody says it behind the title."""
    titled = OF_A_NAMED_BOOK.match(reading.text)
    return titled is not None and "says" not in reading.roles(max(first, titled.end()), last)


def _is_of_the_writer_s_own(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether a pupil, asked at a lesson's end or for a journal, tells it of a mother or father of his own."""
    asked = ASKED_ITSELF.match(reading.text)
    if asked is None or "fiction" in reading.roles(0, len(reading.text)):
        return False
    return MY_KIN.search(reading.text, max(first, hit.start - BEFORE), hit.end) is not None


def _is_in_a_row(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether the place is one of a row of short words, as they are learned."""
    low, high = max(first, hit.start - BEFORE), min(last, hit.end + BEFORE)
    begins = max((it.end() for it in ROW_ENDS.finditer(reading.text, low, hit.start)), default=-1)
    if begins < 0:
        return False
    end = ROW_ENDS.search(reading.text, hit.end, high)
    items = ITEMS.split(reading.text[begins : end.start() if end else high])
    return len(items) >= A_ROW and all(len(it) <= LONGEST_ITEM for it in items)


def doubt(reading: Reading, hit: Hit) -> tuple[float, tuple[str, ...]]:
    """What the sort of writing takes away from a confidence, and why."""
    if of_a_genre(reading):
        if reading.is_short() and is_of_one_here(reading, hit):
            return 0.0, ()
        taken = OF_A_NAMED_ONE if reading.is_short() and _names(reading, hit) else OF_A_GENRE
        return taken, ("the text's head says that it is of nobody here",)
    if is_given(reading, hit):
        return OF_NOBODY, ("words that anybody might say",)
    return 0.0, ()
