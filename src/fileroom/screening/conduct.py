"""Citizenship that is no status: a mark for conduct, a subject of the timetable."""

from __future__ import annotations

import re
from itertools import islice

from fileroom.screening.engine import Hit
from fileroom.screening.grid import Cell
from fileroom.screening.lexicon import words
from fileroom.screening.once import once
from fileroom.screening.order import begun
from fileroom.screening.reading import Reading

CONDUCT = re.compile(r"c[i1l]t[i1l]zen|ctzn|ctz|ciudadan|pagkamamamayan|公民(?!身[份分])|시민(?!권)|cong dan")
MARK_AFTER = re.compile(
    r"[ _.-]?(?:q[1-4]|t[1-3]|s[12]|mp[1-6]|tri[1-3]|sem[12])(?![a-z0-9])|"
    r"[^\n]{0,44}\n? *(?:(?:\( ?\)|\[ ?\]|[□☐○]) ?[osnuegabcdf][+-]?(?:\s+|$)){2}|"
    r"\W{0,4}\(?[osnu](?: ?[/,] ?[osnu+-]{1,2}){2,5}\W|"
    r"[ _.-]?(?:mark|mk|mrk|grade|grd|score|conduct|wkbk|workbook|unit|award|lesson|skills?|week|pledge|day|test|class|"
    r"poster|project|goal|comment|rubric|assembly|club|fair\b)|"
    r"[^\n]{0,16}?[:>=\s]\s*[\"']?[osnuegabcdf0][+-]?(?![a-z0-9'])(?!\.[a-z])(?! [a-z]{2})"
)
# In a sentence: "everyone starts with an S, and works toward an O". There is a U visa.
MARK_TOLD = re.compile(
    r"[^.;\n。]{0,60}?(?:\b(?:an?|una?|el|la|los|isang|ng)|给了|给|得了?|拿了?|打了?|điểm|bị|được) ?[\"'“]?[OSNU][+-]?"
    r"[\"'”]?(?![A-Za-z0-9_'’./-])(?! ?(?:[Vv]isa|签证|비자))"
)
# It grows better by itself; whoever is to say whether it has, or when, or whose, is asked for a status.
IMPROVES = re.compile(
    r" (?:(?:(?:has |have |is )?improv(?:es?|ed|ing)|mejor[ae]|gets? better|goes up|go up)"
    r"(?= ?(?:[.,;:!?)\n]|$)| (?:this|since|each|every|in|over|a|much|greatly|from|with|by|at|and|but|last|when|cada|"
    r"est[ae]|mucho|desde|en|y|pero)\b)|"
    r"improvements?(?= ?(?:[.,;!\n]|$)| (?:plan|goal|award|chart)s?\b))"
)
IS_ASKED = re.compile(
    r"\b(?:whether|if|when|si|cuando) (?:[a-z]+ ){0,2}(?:your|his|her|their|our|each|every|[a-z]+'s|tu|sus?) $"
)
KIN_S = re.compile(
    r"(?:\b(?:mom|dad|mother|father|parent|guardian|uncle|aunt|famil(?:y|ies)|grand\w{2,6})(?:'?s'?)?) $"
)
# No school marks the conduct of a grown-up.
OF_KIN = re.compile(
    r"\w{0,6}(?:的(?:家长|父母|监护人)|"
    r"(?: (?:of|del?|ng|cua) (?:(?:the|each|your|his|her|both|either|all|el|la|su|sus|cada|los|las|mga) )?| \()"
    r"(?:parents?|guardians?|mother|father|padres?|madres?|tutor|magulang|nanay|tatay|ama|ina|phu huynh|cha|me|bo)\b)"
)
TO_WRITE = re.compile(r"[^\n.!?;]{0,60}?(?:_{2,}|\[ ?\]|\( ?\)|[□☐])")
GOOD = re.compile(r"\bgood citizen|buen[oa]? ciudadan|\bmodel citizen|ciudadan[oa] (?:modelo|ejemplar)")
# How good it is, before the word; a mark behind a colon, in words and in the letters of other languages' scales.
HOW_GOOD = re.compile(rf"(?:{words('how_good')})(?: na|的)? ?$")
MARKED = re.compile(rf"[^\n:=]{{0,16}}[:=] ?(?:{words('marked_so')})(?= ?(?:[.,;|)/\n]|$))")
# What is kept, praised or marked with it: "satisfactory attendance, citizenship and grades".
BARE = re.compile(
    r"citizenship|ciudadania|civismo|pagkamamamayan|公民(?:素养|意识|表现)?|시민 ?의식|tinh than cong dan"
)
JOINS = r" ?(?:[,，、/&和与及]|(?:and|or|y|o|va|hoac|at|및|또는)\b)[ ,]{0,2}(?:(?:and|or|y|va|at)\b ?)?"
AFTER_OTHERS = re.compile(rf"(?:{words('marked_with')})(?:은|는|이|가|와|과|,)?{JOINS}(?:[a-z]{{3,14}} )?$")
BEFORE_OTHERS = re.compile(rf"(?:과|와)?(?:{JOINS}| )(?:[a-z]{{3,14}} )?(?:{words('marked_with')})")
# A subject of that name: "Citizenship and Government".
SUBJECT = re.compile(
    r" ?(?:and|y|e|&|/|与|和|및) ?(?:the )?(?:gov(?:ernment|t)?\b|gobierno\b|c[i1]vi[cs]|etica|ethics|economi|democra|"
    r"law\b|valores|politica|pamahalaan|政府(?![证證颁頒签簽发發机機])|政治|정부(?! ?(?:발[급행]|기관|문서|신분))|정치)"
    r"(?![\w-]*[ -]{0,2}(?:id\b|issued|number|papers?|doc|enforce|card|status))"
)
# Or what of it is taught: "digital citizenship" the other way about, its rights and duties.
TAUGHT = re.compile(
    r"\w{0,8}(?: digital\b|[ :：]{1,3}(?:rights|responsibilit|duties|derechos|deberes|responsabilidad|karapatan|"
    r"be (?:kind|safe|respect|respons|a good)|tungkulin|quyen (?:va|loi)|nghia vu|权利|义务|权责|권리|의무))"
)
# What else stands at the head of a list of marks, and what a mark looks like.
OF_MARKS = re.compile(
    r"\b(?:mark|marks|mk|work ?habits?|habits|effort|course|crs|gpa|materia|calif\w*|nota|notas|habitos|asignatura|"
    r"diem|mon|"
    r"marka)\b|成绩|课程|科目|성적|과목"
)
MARK = re.compile(r"[osnuegabcdf][+-]?|[1-5]|[1-4]\.[0-9]")
NO_STATUS = re.compile(
    rf"\" ?: ?\"(?:{words('conduct_marks')})\"|"
    r"\" ?: ?(?:null|\"[osnuegabcdf]?[+-]?\"|[0-4])|"
    r"\" ?, ?\"(?:scale|marks?|values?|options)\" ?: ?\[ ?\"[osnuegabcdf1-4]\""
)
SCALE = re.compile(r"\" ?, ?\"(?:scale|marks?|values|options)\" ?: ?\[(?: ?\"[osnuegabcdf1-4][+-]?\" ?,?){2,9} ?\]")
MARK_BEFORE = re.compile(
    r"(?<![\w.])[\"'“]?[OSNU](?:['’]?s\b)?[\"'”]?[+-]? (?:in|for|on|ang|sa|en|de)(?: his| her| the| la)? [\"'“]?$"
)
# "Whether it meant that he became a citizen": what a mark means is asked, in a sentence or line of marks.
MEANT = re.compile(rf"(?:{words('takes_to_mean')})[^.;\n。]{{0,24}}$")
MEANING = re.compile(r".{0,3}(?:的意思|라는 ?뜻|란 ?뜻|ang ibig sabihin)")
OF_WORDS = re.compile(words("conduct_marks"))
YOURS, ENDS = re.compile(r"\b(?:your|su|tu) $"), re.compile(r" ?(?:[:=.,;?!()\n–—-]|$)")
# A pupil is kept in after school: "released from detention at 3:30"; of a father it is told elsewhere.
DETENTION = re.compile(r"(?:.* )?(?:in|from|at|to|nasa|galing(?: sa)?) (?:an? |the )?detention")
GROWN_UP = re.compile(r"\b(?:mr|mrs|ms|sr|sra|cousin)\b")
OF_SCHOOL = re.compile(rf" (?:{words('school_detention')})")
OF_A_BORDER = re.compile(words("at_a_border"))
OF_ONE_S_OWN = re.compile(words("own_data"))  # a name, an address: then a form asks for what one is
OF_STATUS = ("immigration_status.name", "immigration_status.state", "immigration_document.name")
NEAR = 160  # characters about a record's key
A_COUNTRY = re.compile(rf"u\.? ?s\.?(?: ?a\.?)?|mx|mex|{words('a_country')}")
# "Citizenship/nationality", "citizenship: [ ] U.S.": what is to be told is a country. "US history" is a subject.
OF_A_COUNTRY = re.compile(r"[/(&] ?(?:national|nacional|country|pais|国籍|國籍|국적|quoc tich|nasyonalidad)")
COUNTRIES = re.compile(
    r"[^\na-z0-9]{0,12}(?:u\.s\.|usa\b|us\b(?! ?(?:hist|gov|geog|lit))|"
    rf"(?:{words('a_country')})(?! (?:unit|hist|proj)))"
)
ROWS = 50  # rows that tell what a column holds


def is_mark(reading: Reading, hit: Hit) -> bool:
    """Whether "citizenship" is a mark for conduct here: the line speaks of marks, or a mark follows."""
    if GOOD.search(reading.text, hit.start, hit.end) or _is_praised(reading, hit):
        return True
    named = CONDUCT.match(reading.text, hit.start)
    if named is None or _is_of_a_country(reading, hit) or OF_KIN.match(reading.text, named.end()):
        return False
    if _is_to_be_told(reading, hit):
        return False
    if _is_column_of_marks(reading, hit):
        return True
    if SCALE.match(reading.text, hit.end):
        return True
    if SUBJECT.match(reading.text, hit.end) or TAUGHT.match(reading.text, named.end()):
        return True
    if "mark" in reading.roles(*reading.line(hit.start, hit.end)) and not _holds_no_marks(reading, hit):
        return True
    if _is_a_key_of_marks(reading, hit):
        return True
    start, _ = reading.folded.span(hit.start, hit.end)
    if MARK_BEFORE.search(reading.folded.original, max(0, start - 24), start):
        return True
    if _is_told_freely(reading, hit) and MARK_TOLD.match(
        reading.folded.original, reading.folded.span(hit.start, hit.end)[1]
    ):
        return True
    return MARK_AFTER.match(reading.text, hit.end) is not None or _improves(reading, hit)


def _improves(reading: Reading, hit: Hit) -> bool:
    """Whether it is told to grow better, of nobody's parent, and nobody is to say whether it does."""
    if IMPROVES.match(reading.text, hit.end) is None or TO_WRITE.match(reading.text, hit.end):
        return False
    low = max(0, hit.start - NEAR // 4)
    return not any(it.search(reading.text, low, hit.start) for it in (IS_ASKED, KIN_S))


def _is_praised(reading: Reading, hit: Hit) -> bool:
    """Whether it is said how good it is, or it is one of what is marked and kept, and no status or paper beside it."""
    end = hit.start + len(reading.text[hit.start : hit.end].rstrip(": ="))
    if BARE.fullmatch(reading.text, hit.start, end) is None or (reading.table and hit.start < reading.table.body):
        return False  # what a column holds is told under its head
    if MARKED.match(reading.text, end) or HOW_GOOD.search(reading.text, max(0, hit.start - 24), hit.start):
        return True
    first, last = reading.sentence(hit.start, hit.end)
    if (
        AFTER_OTHERS.search(reading.text, max(first, hit.start - NEAR // 4), hit.start) is None
        and BEFORE_OTHERS.match(reading.text, hit.end) is None
    ):
        return False
    if "request" in reading.roles(first, last):
        return False
    if OF_ONE_S_OWN.search(reading.text, max(first, hit.start - NEAR), min(last, hit.end + NEAR)):
        return False
    others = begun(reading.of(*OF_STATUS), max(first, hit.start - NEAR), min(last, hit.end + NEAR))
    return all(BARE.fullmatch(reading.text, it.start, it.end) for it in others)


def _is_a_key_of_marks(reading: Reading, hit: Hit) -> bool:
    """Whether it is the key of a record that holds nothing, or a mark, and the record speaks of marks."""
    if NO_STATUS.match(reading.text, hit.end) is None:
        return False
    low, high = max(0, hit.start - NEAR), min(len(reading.text), hit.end + NEAR)
    return "mark" in reading.roles(low, high) or OF_MARKS.search(reading.text, low, high) is not None


def _is_column_of_marks(reading: Reading, hit: Hit) -> bool:
    """Whether it heads a column of marks, in a table that has a column of other marks or subjects."""
    table = reading.table
    cell = table.head_at(hit.start) if table is not None and hit.start < table.body else None
    return cell is not None and _is_of_marks(reading, cell)


def _is_told_freely(reading: Reading, hit: Hit) -> bool:
    """Whether nobody is asked: "put an N if none" is a code for what one is, and no mark."""
    return not reading.is_form(hit.start) and "request" not in reading.roles(*reading.sentence(hit.start, hit.end))


def _is_to_be_told(reading: Reading, hit: Hit) -> bool:
    """Whether the reader is bidden to tell his own: letters behind it are codes for what he is, and no marks."""
    yours = YOURS.search(reading.text, max(0, hit.start - len("your ")), hit.start)
    if yours is None or ENDS.match(reading.text, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    return any(it.tag == "request" and it.end == yours.start() - 1 for it in reading.about(first, last))


def _is_of_a_country(reading: Reading, hit: Hit) -> bool:
    """Whether the name names a nationality too, or countries to choose from stand right behind it."""
    if OF_A_COUNTRY.search(reading.text, hit.start, hit.end):
        return True
    return COUNTRIES.match(reading.text, hit.end) is not None


def _holds_no_marks(reading: Reading, hit: Hit) -> bool:
    """Whether it heads a column in which a country is written, whatever stands in the columns beside it."""
    table = reading.table
    cell = table.head_at(hit.start) if table is not None and hit.start < table.body else None
    if table is None or cell is None:
        return False
    cells = (it for row in islice(table.rows(), ROWS) for it in row if it.column == cell.column)
    return any(A_COUNTRY.fullmatch(reading.text[it.start : it.end].strip(' "')) for it in cells)


def heads_marks(reading: Reading, hit: Hit, head: Cell) -> bool:
    """Whether a column is of conduct, by its own name, "citizenship_award", or by what it holds."""
    if CONDUCT.match(reading.text, hit.start) is None:
        return False
    return MARK_AFTER.match(reading.text, hit.end, head.end) is not None or _is_of_marks(reading, head)


def _is_of_marks(reading: Reading, head: Cell) -> bool:
    """Whether a column holds nothing but words for marks; or letters and words, and another is one of marks."""
    table = reading.table
    if table is None:
        return False
    if head.column in once(reading, OF_WORDS, lambda: table.holding(ROWS, ' "', _is_in_words)):
        return True
    heads = ((it.column, reading.text[it.start : it.end].replace("_", " ")) for it in table.head)
    of_marks = once(reading, OF_MARKS, lambda: [column for column, named in heads if OF_MARKS.search(named)])
    if all(column == head.column for column in of_marks):
        return False
    return head.column in once(reading, MARK, lambda: table.holding(ROWS, ' "', _is_a_mark))


def _is_in_words(written: str) -> bool:
    return OF_WORDS.fullmatch(written) is not None


def _is_a_mark(written: str) -> bool:
    return MARK.fullmatch(written) is not None or _is_in_words(written)


def is_what_a_mark_means(reading: Reading, hit: Hit) -> bool:
    """Whether it is asked or told what a word means that stands on a report of marks."""
    first, _ = reading.sentence(hit.start, hit.end)
    low, high = reading.line(hit.start, hit.end)
    low, high = max(low, hit.start - NEAR), min(high, hit.end + NEAR)
    if "mark" not in reading.roles(low, high) and not _is_mark_before(reading, low, hit.start):
        return False
    if MEANING.match(reading.text, hit.end):
        return True
    return MEANT.search(reading.text, max(first, hit.start - NEAR // 2), hit.start) is not None


def _is_mark_before(reading: Reading, low: int, high: int) -> bool:
    """Whether a mark in citizenship is named between two places: "an N in Citizenship"."""
    return any(is_mark(reading, it) for it in begun(reading.of("immigration_status.name"), low, high))


def is_kept_in(reading: Reading, hit: Hit) -> bool:
    """Whether the detention is one of a school, with its hour, its reason or its room, of no grown-up and no border."""
    if DETENTION.fullmatch(reading.text, hit.start, hit.end) is None or OF_SCHOOL.match(reading.text, hit.end) is None:
        return False
    first, last = reading.sentence(hit.start, hit.end)
    if OF_A_BORDER.search(reading.text, first, last):
        return False
    return "kin" not in reading.roles(first, hit.start) and GROWN_UP.search(reading.text, first, hit.start) is None
