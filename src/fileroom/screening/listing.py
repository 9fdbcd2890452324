"""Lists of people by origin, ethnicity or religion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fileroom.screening.callers import MAY
from fileroom.screening.counts import asks_names
from fileroom.screening.engine import Hit
from fileroom.screening.fields import in_query
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.framing import doubt, is_answered_no, is_quoted
from fileroom.screening.labels import labels
from fileroom.screening.leads import listed_under
from fileroom.screening.lexicon import words
from fileroom.screening.named_rows import (
    heads_rows,
    names_stand_behind,
    names_stand_under,
    only_names_under,
    rooms_stand_under,
)
from fileroom.screening.offers import is_offered
from fileroom.screening.once import once
from fileroom.screening.order import begun
from fileroom.screening.reading import STATED, Reading, TextKind
from fileroom.screening.sentences import WIDE
from fileroom.screening.spoken import is_forbidden_item, is_taken_back
from fileroom.screening.unlisted import is_unlisted, titles
from fileroom.screening.wished import answers_what_is_wanted, is_asked_next, is_wished

PEOPLE = re.compile(
    r"student|descent|everyone|everybody|anyone|those|whoever|\bwho\b|people|boys|girls|famil|pupil|kid|child|parent|youth|seniors|juniors|freshm|sophomor|grader|athlete|players|scholars|"
    r"household|homes\b|nationals\b|alumn|estudiant|padres|nin[oa]s|chic[oa]s\b|muchach|jovenes|hij[oa]s|hogares|papas\b|"
    r"族|教徒|信徒|学生|學生|家庭|家长|家長|孩子|同学|學生|学童|人家|학생|가정|가족|아이|자녀|학부모|"
    r"los que son|las que son|quien(?:es)? (?:mas |de \w+ )?(?:es|son)|tod[oa]s l[oa]s|advisory|homeroom|advisee|"
    r"em nao|chau nao|nha nao|\bmay em\b|\bcac ban\b|"
    r"hoc sinh|gia dinh|phu huynh|tre em|cac em|cac chau|"
    r"mag-aaral|estudyante|pamilya|\bbata|magulang|\bmga\b"
)
COUNTED = re.compile(r"(?:es|s)? ?[:=(–—-]? ?[0-9]{1,4}(?![0-9a-z])")  # "Catholic 4, Muslim 3": how many, not who
# "Muslim 3, Catholic 4: names are": so many of each, and then who they are.
TOLD = re.compile(rf"[^.\n]{{0,60}}?(?:{words('named')})(?: are| is| son|:| =|是)[ :]{{0,2}}")
TWO_NAMED = re.compile(r"\s*[A-Z]\w+ [A-Z]\w+(?:[,;&]| and| y) (?:and )?[A-Z]\w+")
COUNTED_FIRST, EACH_COUNT = re.compile(r"(?<![0-9-])[0-9]{1,4} $"), re.compile(r"(?<![0-9-])[0-9]{1,4} [a-z]")
COUNTS, FEW = 40, 5  # characters about a group in which a word makes a count or a feast of it; rows that tell
PROGRAM = re.compile(r"\b(?:educacion|education|programa?) $")
TO_MANY = (TextKind.LETTER, TextKind.PROSE)
TITLE = 90  # a line up to this long can be a title
PEOPLE_OF = re.compile(rf"\W*(?:{PEOPLE.pattern})\w* (?:of|from|de|by)\b")
# A group after which persons are sorted out by a program: a filter, a query's condition.
FILTERED = re.compile(
    r"\b(?:filter|where|query|having|countifs?|vlookup|select|filtr\w+|if)\b[^\n;]{0,140}"
    r"(?:=|\bin\b|\blike\b|:) ?[(\[]?[\"']$"
)
OF_NAMES = re.compile(
    r"\b(?:name|last|first|student|kid|child|pupil|nombre|apellido|alumn|nin[oa]|pangalan|ten|ho ten|hoc sinh)|"
    r"姓|名|학생|이름|성명"
)
ANY_WHO = re.compile(
    r"\b(?:students|pupils|children|families|youth|alumnos|estudiantes|familias) (?:who|that|que) (?:are|son) "
    r"(?:\w+ (?:or|o) )?$"
)
WHO = re.compile(r" (?:who|that|que) ")
BY_NAME = re.compile(r"names?$")  # "with an Arabic last name"
LED_BY = re.compile(rf"[ ]?(?:{words('encloses')})(?! (?:please|by)) ?:")  # "Attached: names of our Sikh students"
# A line that goes on to its colon, and does not say what they may do.
LEADS = re.compile(
    r"(?! (?:[a-z]+ )?(?:may|can|will|could|should|must|pueden?|podran)\b)"
    r"(?:[^\n.?!]|\.(?! )|(?<=\b[mds]r)\.|(?<=\bmrs)\.|(?<=\bms)\.)*: ?"
)
EACH = re.compile(r"(?:each|every) (?:student|family|child)")
HEADED = re.compile(r"[\W_]*(?:es |is |son |la |ang )?[\W_]*")
PEOPLE_BEFORE = re.compile(rf"(?:{PEOPLE.pattern})[^.;,\d\n]{{0,26}}$")
# A word and two commas: the first of each that there is, so that none is looked for again from each letter.
LISTED = re.compile(r"[^.;:\n]{0,34}(?::| -) ?(?>[^:\n]{0,200}?[^\W\d]{2})(?>[^:\n]{0,200}?[,;])[^:\n]{0,200}?[,;]")
ITEM = re.compile(r"\n ?(?:[-*•·]|[0-9]{1,3}[.)]) ?\w")
# What somebody has kept to be run again: whoever it lists is asked for.
KEPT_QUERY = re.compile(r"\b(?:saved (?:query|search|report)|purpose:|list [a-z]{3} .{0,120}\bif\b)")
FOR_BEING = re.compile(r"(?:por ser|for being|since they are|because they are|dahil|因为是|因為是|vi la) $")
PEOPLE_AFTER = re.compile(
    rf"[^.;,\d\n]{{0,26}}?(?:[0-9]{{1,2}}(?:st|nd|rd|th) )?(?:{PEOPLE.pattern})|\W{{1,2}}(?:roster|list|names)"
)
ACTIVITY = re.compile(
    r"[\w ]{0,14}\b(?:circle|society|council|committee|alliance|coalition|"
    r"clubs?|associations?|union|fellowship|drumming|food|dance|festival|language|music|parade|"
    r"cuisine|books?|"
    r"night(?! school)|ed(?:ucation)?\b|kitchen|choir|holidays?|class(?:es)?|"
    r"temple|office|center|services|department|athletes|heritage|art)\b|"
    r".{0,4}(?:办公室|处|中心|部门|社|舞|节|菜|语|文化|동아리|음식|춤|어반)"
)


def is_of_people(reading: Reading, hit: Hit) -> bool:
    """Whether the group's name says of what people they are, and is not a language, a dance or a dish."""
    if PEOPLE.search(reading.text, hit.start, hit.end) or PEOPLE_AFTER.match(reading.text, hit.end):
        return True
    if BY_NAME.search(reading.text, hit.start, hit.end):
        return True
    if FOR_BEING.search(reading.text, max(0, hit.start - 20), hit.start):
        return True
    return PEOPLE_BEFORE.search(reading.text[max(0, hit.start - 40) : hit.start]) is not None


def _headed(reading: Reading, hit: Hit) -> Iterator[Finding]:
    """The head of a column that says of each whether they are of a group."""
    cell = reading.table.head_at(hit.start) if reading.table is not None else None
    if cell is None or reading.table is None:
        return
    around = reading.text[cell.start : hit.start] + reading.text[hit.end : cell.end]
    alone = HEADED.fullmatch(reading.text, cell.start, hit.start) and len(around) <= len("¿es ?") + hit.end - hit.start
    heads = reading.table.head
    named = once(reading, OF_NAMES, lambda: any(OF_NAMES.search(reading.text, it.start, it.end) for it in heads))
    if alone and named and not _counts(reading, cell.column):
        why = ("a column for a group by origin, ethnicity or religion", "rows stand under it")
        yield Finding(Category.PROTECTED_LIST, Mode.VALUE, hit.start, hit.end, 0.65, why)


def _is_in_head(reading: Reading, hit: Hit) -> bool:
    return reading.table is not None and reading.table.head[0].start <= hit.start < reading.table.body


def _is_a_title(reading: Reading, hit: Hit) -> bool:
    """Whether what was taken for a table's head is a line that names people, and no counts stand under it."""
    if reading.table is None or hit.start > reading.table.head[0].end or not is_of_people(reading, hit):
        return False
    return not _counts(reading, min(1, len(reading.table.head) - 1))


def _counts(reading: Reading, column: int) -> bool:
    """Whether a column of the text's table holds nothing, or numbers: of a reading there is one table."""
    table = reading.table
    return table is None or column not in once(
        reading, "columns of words", lambda: table.holding(FEW, None, lambda it: not it.strip("%.,<").isdigit())
    )


def _is_a_heading(reading: Reading, hit: Hit) -> bool:
    """Whether it opens a sentence and a colon follows: "From another country: ask the family" says what to do then."""
    return (
        reading.text.startswith("from ", hit.start)
        and reading.text[hit.end : hit.end + 1] == ":"
        and reading.sentence(hit.start, hit.end)[0] >= hit.start - 1
    )


def _is_counted(reading: Reading, hit: Hit, end: int) -> bool:
    """Whether figures follow, this one's and another's, or stand before: how many there are of each, and not who."""
    if COUNTED_FIRST.search(reading.text, max(0, hit.start - 8), hit.start) and not asks_names(reading, hit):
        first, last = reading.sentence(hit.start, hit.end)
        if "request" in reading.roles(first, last):
            return False
        return len(EACH_COUNT.findall(reading.text, first, end)) > 1 and not names_stand_behind(reading, hit.end, end)
    return COUNTED.match(reading.text, hit.end) is not None and len(COUNTED.findall(reading.text, hit.end, end)) > 1


def _tells_names(reading: Reading, hit: Hit) -> bool:
    """Whether figures follow, and behind them it is told who those are."""
    if COUNTED.match(reading.text, hit.end) is None:
        return False
    told = TOLD.match(reading.text, hit.end)
    if told is None:
        return False
    start, end = reading.folded.span(told.end(), reading.line(hit.start, told.end())[1])
    return TWO_NAMED.match(reading.folded.original, start, end) is not None


def _announced(reading: Reading, hit: Hit, roles: frozenset[str]) -> tuple[float, list[str]]:
    """How surely it is a list of those persons, by what announces or follows them, and why."""
    why = ["a group by origin, ethnicity or religion"]
    line_start, line_end = reading.line(hit.start, hit.end)
    if LISTED.match(reading.text, hit.end, line_end) or (
        ":" in reading.text[hit.end : hit.end + TITLE] and names_stand_behind(reading, hit.end, line_end, below=True)
    ):
        return 0.65, [*why, "names follow it"]
    if heads_rows(reading, hit) or _heads_names(reading, hit, line_end) or rooms_stand_under(reading, line_end):
        return 0.65, [*why, "rows follow it"]
    if "list" in roles or (line_end - line_start <= TITLE and PEOPLE_OF.match(reading.text, line_start)):
        return 0.65, [*why, "a list of persons"]
    if ("request" in roles and "details" in roles) or is_asked_next(reading, hit, roles):
        return 0.65, [*why, "what is to be told of each is named"]
    return 0.1, why


def _roles_beside(reading: Reading, hit: Hit, first: int, last: int) -> frozenset[str]:
    """The roles of the sentence's words, without those of the group's own name: "students who are" lists nobody."""
    about = reading.about(first, last)
    listed = [it for it in about if it.tag == "list"]
    if not any(it.tag == "details" for it in about) and all(
        EACH.fullmatch(reading.text, it.start, it.end) for it in listed
    ):
        return reading.roles(first, last) - {"list"}  # "each family tells the clerk": no list of them is made
    own = {it.tag for it in about if hit.start <= it.start < hit.end} - {
        it.tag for it in about if not hit.start <= it.start < hit.end
    }
    return reading.roles(first, last) - (own & {"list"})


def _mode(reading: Reading, hit: Hit, roles: frozenset[str], why: str) -> Mode:
    """Whether the list is asked for or there: its names or rows follow."""
    if reading.kind is TextKind.FORM_FIELD:
        return Mode.SOLICIT
    last = reading.sentence(hit.start, hit.end)[1]
    asks = ("request" in roles and "shown" not in roles) or reading.text[last : last + 1] in ("?", "？")
    if LED_BY.match(reading.text, reading.sentence(hit.start, hit.end)[0]):
        return Mode.VALUE
    follow = why in ("names follow it", "rows follow it")
    # "All of them: name, address" names what is to be told of each.
    if follow and not ({"request", "details"} <= roles and why == "names follow it"):
        return Mode.VALUE
    first, last = reading.line(hit.start, hit.end)
    if _heads_names(reading, hit, last):
        return Mode.VALUE  # whoever else it is to be handed to, it is there
    asks = asks or KEPT_QUERY.search(reading.text, max(0, hit.start - WIDE), last) is not None
    asks = asks or ("shown" not in roles and is_asked_next(reading, hit, roles))
    asks = asks or is_wished(reading, hit)
    asks = asks or listed_under(reading, hit, "request") or answers_what_is_wanted(reading, hit, first)
    return Mode.SOLICIT if asks or in_query(reading, hit) else Mode.VALUE


def _heads_names(reading: Reading, hit: Hit, last: int) -> bool:
    """Whether its sentence ends the line with a colon, or items of a list follow, and names begin each next line."""
    ends = LEADS.fullmatch(reading.text, hit.end, last) is not None
    first, _ = reading.line(hit.start, last)
    titled = "list" in reading.roles(first, last) or titles(reading, hit, first, last)
    items = titled and ITEM.match(reading.text, last) is not None
    return (titled and only_names_under(reading, first, last)) or (
        bool(ends or items) and names_stand_under(reading, last)
    )


def _is_of_nobody(reading: Reading, hit: Hit, first: int) -> bool:
    """Whether it is said what any such student may do, or a rule forbids such lists."""
    any_who = ANY_WHO.search(reading.text, max(first, hit.start - 24), hit.start) or WHO.search(
        reading.text, hit.start, hit.end
    )
    if any_who and MAY.match(reading.text, hit.end):
        return True
    return is_forbidden_item(reading, hit)


def _place(reading: Reading, hit: Hit) -> tuple[int, int]:
    """Where the list is named: behind a status that its title tells, for that is a finding of its own."""
    told = begun(reading.of(*STATED), hit.start, hit.end) if heads_rows(reading, hit) else []
    start, end = max((it.end for it in told), default=hit.start), reading.line(hit.start, hit.end)[1]
    return (start, end) if told and start < end else (hit.start, hit.end)


def lists(reading: Reading) -> Iterator[Finding]:
    """Lists of people by origin, ethnicity or religion: a group's name and a word for a list."""
    for hit in labels(reading, "protected_list.group"):
        if reading.text[hit.start : hit.end] == "chin" and not reading.written(hit).isascii():
            continue  # of the Chin people nobody speaks where the letter bears a mark: nine, in Vietnamese
        if _is_in_head(reading, hit) and not _is_a_title(reading, hit):
            yield from _headed(reading, hit)
            continue
        if FILTERED.search(reading.text, max(0, hit.start - 160), hit.start):
            why_ = ("a query for persons of a group by origin, ethnicity or religion",)
            yield Finding(Category.PROTECTED_LIST, Mode.SOLICIT, hit.start, hit.end, 0.7, why_)
            continue
        if _tells_names(reading, hit):
            told = ("a group by origin, ethnicity or religion", "it is told who they are")
            yield Finding(Category.PROTECTED_LIST, Mode.VALUE, hit.start, hit.end, 0.65, told)
            continue
        offered = reading.is_form(hit.start) and is_offered(reading, hit) and not heads_rows(reading, hit)
        if offered or not is_of_people(reading, hit):
            continue
        first, last = reading.sentence(hit.start, hit.end)
        roles = _roles_beside(reading, hit, first, last)
        confidence, why = _announced(reading, hit, roles)
        reach = COUNTS if reading.text[hit.start] < "\u2e80" else COUNTS // 3
        near = reading.roles(max(first, hit.start - reach), min(last, hit.end + reach))
        counted = (
            "aggregate" in near
            and not {"request", "list"} <= roles
            and not (why[-1] == "rows follow it" and names_stand_under(reading, reading.line(hit.start, hit.end)[1]))
        )  # "no lunch count till the end of Ramadan", and their names
        if counted or ACTIVITY.match(reading.text, hit.end):
            confidence -= 0.5
        # Names that stand there are there, whatever the title denies: "who eat no pork: ...".
        named = names_stand_behind(reading, hit.end, reading.line(hit.start, hit.end)[1])
        said_otherwise = (
            (reading.says_no(hit) and not named)
            or _is_a_heading(reading, hit)
            or _is_counted(reading, hit, reading.line(hit.start, hit.end)[1]),
            _is_of_nobody(reading, hit, first) or is_taken_back(reading, hit) or is_unlisted(reading, hit),
        )
        confidence -= 0.4 * sum(said_otherwise)
        if is_answered_no(reading, hit) or PROGRAM.search(reading.text, max(0, hit.start - 16), hit.start):
            confidence -= 0.4
        confidence -= 0.25 * min(reading.frame(hit.start, hit.end, "essay"), 2) + doubt(reading, hit)[0]
        if reading.kind in TO_MANY and is_quoted(reading, hit):
            confidence -= 0.25
        mode = _mode(reading, hit, roles, why[-1])
        start, end = _place(reading, hit)
        yield Finding(Category.PROTECTED_LIST, mode, start, end, confidence, tuple(why))
