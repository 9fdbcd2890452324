"""Names of fields in what is written about them: lists of columns, labels quoted in a note, queries, records."""

from __future__ import annotations

import re

from fileroom.screening.engine import Hit
from fileroom.screening.once import once
from fileroom.screening.reading import Reading, TextKind

# As programs and sheets name a field: parts joined by a mark, or by a capital letter.
NAME = re.compile(
    r"(?<![\w./-])@?(?=[^\W\d]\w{0,63}[_.]\w)\w{1,64}+(?:\.\w{1,64}+){0,8}+(?![\w(/-])|"
    r"(?<![\w./-])@?[a-z][a-z0-9]{0,63}[A-Z]\w{0,63}+(?![\w(/-])"
)
LONGEST_LABEL = 60  # characters of a quoted label behind the place
LONGEST_NAME = 66  # its first part, and a letter behind it
AMONG = 3  # names of fields in one line make a list of them
SOME = 2  # and where a word says what they are, so many
ABOUT_FIELDS = re.compile(
    r"\b(?:add column|fields?|columns?|cols?|fld|schema|ddl|tables?|tbl|keys?|headers?|hdr|json|xml|csv|export|extract|"
    r"vendor|sync|mapping|xwalk|crosswalk|import|campos?|columnas?|tabla|hoja|encabezado|"
    r"parametros|diccionario|plantilla|"
    r"cot|truong|bang|kolum|haligi|hanay)\b|字段|欄位|栏位|列|键|表头|컬럼|필드|열|항목"
)
GONE = re.compile(
    r"(?:drop(?:ped|s)?(?: column)?|renam\w+|remov\w+|delet\w+|lint|purg\w+|strip\w*|"
    r"quit\w+|borr\w+|elimin\w+)\b[^,;|\n]{0,30}$|"
    r"(?:solicits?|asks?|no|not|without)_\w{0,12}$"
)
# Into which field of another program it goes: "immigrationStatus -> badge.cf_03".
MAPPED_TO = re.compile(r"\w{0,16}[\"'`]? ?(?:[-=]>|[→⇒]) ?[\"'`]?[a-z]\w{0,32}[._]\w")
MAPPED_FROM = re.compile(r"\b[a-z]\w{0,32}[._]\w{1,32}[\"'`]? ?(?:<[-=]|[←⇐]) ?[\"'`]?(?:\w{1,24}[._])?$")
WORK_ON_IT = re.compile(r"\w{0,8}(?:\(|_(?:regex|re|shape|col|test|check|mark)\b| ?->| = (?!null)[a-z]|\? no\b)")
QUOTED = re.compile(
    r"(?:\b(?:label|caption|title|prompt|question|field|placeholder|fld[\w-]{0,8}|q[0-9]{0,2}|item|line|box|row|column|"
    r"header|heading|panel|page|screen|blank|etiqueta|campo|pregunta|columna|rotulo|casilla|renglon|nhan|cau hoi|o|"
    r"tanong|patlang)\b|标签|字段|题|栏|라벨|항목|질문|문항)(?:\" ?:|<-|[^\"\n.;]{0,34}) ?[\"«「『][^\"\n]{0,40}$|"
    r"<- ?\"[^\"\n]{0,20}$"
)
CELL_BEGINS, CELL_ENDS = re.compile(r"\| ?[\w ]{0,24}$"), re.compile(r"[\w() ]{0,24}(?:[|,;/\n]|$| \w+=)")
FIELDS_ARE = re.compile(
    r"(?:\b(?:fields?(?! trip| day)|columns?|cols?|headers?|tables?|(?<!sra\. )(?<!sr\. )(?<!ms\. )(?<!mr\. )"
    r"(?<!mrs\. )campos?|columnas?|tabla|cot|bang|truong du lieu|haligi|kolum)\b|字段|列|栏位|컬럼|항목)"
    r"[^.\n:=]{0,16}(?: are |:|=)[^.\n]{0,140}[,;=:、] ?[^.,;\n]{0,24}$"
)
ONCE = re.compile(r"\b(?:was|were|had|used to|said|read|era|eran|decia|traia)\b")
TO_MANY = (TextKind.LETTER, TextKind.PROSE)  # what is written to many tells of a label, and is none
ELEMENT = re.compile(r"[\w:.-]{0,16}>\s{0,3}[^\s<][^<\n]{0,60}</")
KEY = re.compile(r"[\w.-]{0,16}[\"'] ?: ?(?:\[(?:null|\"\"), ?)?[\"'][^\W_][^\"'\n]{1,60}[\"']")
QUERY = re.compile(r"\bselect\b(?P<what>.{1,240}?)\bfrom\b", re.S)
OF_PERSONS = re.compile(
    r"\*|name|nm\b|\b(?:\w\.)?(?:last|first|lname|fname|addr\w*|home_\w+|phone|ph|cell|email|tel\w*|contact)\b|"
    r"nombre|apellido|domicilio|direccion|telefono|stu_?id|student_?id|姓名|ten\b"
)
WITHIN = 300  # characters before a place in which the query it stands in begins


def is_field(reading: Reading, hit: Hit) -> bool:
    """Whether the place is the name of a field among others, or a label that a note quotes."""
    first, last = reading.line(hit.start, hit.end)
    if GONE.search(reading.text, max(first, hit.start - 48), hit.start):
        return False
    if _is_quoted_label(reading, hit):
        return True
    if _is_mapped(reading, hit, first):
        return True
    if WORK_ON_IT.match(reading.text, hit.end):
        return False
    if _is_listed(reading, hit, first, last):
        return True
    start, end = reading.folded.span(hit.start, hit.end)
    low, high = max(0, start - 240), end + 240
    original = reading.folded.original[low:high]
    low_line = original.rfind("\n", 0, start - low) + 1
    high_line = original.find("\n", end - low)
    ends = high_line if high_line >= 0 else len(original)
    # Few texts have names of fields, and a place is seldom in one: that is asked first, of the word that it stands in.
    word = max(low_line, start - low - LONGEST_NAME, original.rfind(" ", 0, start - low) + 1)
    blank = original.find(" ", start - low)
    around = NAME.finditer(original, word, min(ends, end - low + LONGEST_NAME, blank if blank >= 0 else ends))
    if not any(it.start() <= start - low < it.end() for it in around):
        return False
    names = {it[0]: it.span() for it in NAME.finditer(original, low_line, ends)}
    if not any(a <= start - low < b for a, b in names.values()):
        return False
    if len(names) >= AMONG:
        return True
    return len(names) >= SOME and ABOUT_FIELDS.search(reading.text, max(first, hit.start - 120), last) is not None


def _is_mapped(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether an arrow joins the place to a field of another program."""
    if MAPPED_TO.match(reading.text, hit.end):
        return True
    return MAPPED_FROM.search(reading.text, max(first, hit.start - LONGEST_NAME), hit.start) is not None


def _is_listed(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether the place is one of the fields that a line names one after another."""
    if CELL_ENDS.match(reading.text, hit.end) is None:
        return False
    begins = CELL_BEGINS.search(reading.text, max(first, hit.start - 30), hit.start)
    if begins and reading.text.count("|", first, last) >= AMONG:
        return True
    return FIELDS_ARE.search(reading.text, max(first, hit.start - 160), hit.start) is not None


def _is_quoted_label(reading: Reading, hit: Hit) -> bool:
    """Whether a note quotes the place as a field's label, and does not tell what a label once was."""
    if reading.kind in TO_MANY:
        return False
    first, last = reading.line(hit.start, hit.end)
    if reading.text.find('"', hit.end, min(last, hit.end + LONGEST_LABEL)) < 0:
        return False
    quoted = QUOTED.search(reading.text, max(first, hit.start - 90), hit.start)
    return quoted is not None and ONCE.search(quoted[0]) is None


def is_row_of_fields(reading: Reading, hit: Hit) -> bool:
    """Whether the rows of the table are fields: its head says in two cells what each is called, or must be."""
    table = reading.table
    if table is None or hit.start < table.body:
        return False
    roles = (reading.roles(it.start, it.end) for it in table.head)
    return once(reading, "describes_fields", lambda: sum("describes_fields" in it for it in roles)) >= SOME


def is_filled(reading: Reading, hit: Hit) -> bool:
    """Whether the place names an element or a key of a record, and something is written in it."""
    return any(it.match(reading.text, hit.end) is not None for it in (ELEMENT, KEY)) and _opens(reading, hit)


def _opens(reading: Reading, hit: Hit) -> bool:
    before = reading.text[max(0, hit.start - 24) : hit.start]
    return re.search(r"[<\"'][\w:.-]{0,20}$", before) is not None


def in_query(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands in a query that gives back persons, not counts."""
    start = max(reading.text.rfind(";", max(0, hit.start - WITHIN), hit.start) + 1, hit.start - WITHIN, 0)
    query = QUERY.search(reading.text, start, hit.end + 240)
    if query is None or hit.end < query.start():
        return False
    return OF_PERSONS.search(query["what"]) is not None and "count(" not in query["what"]
