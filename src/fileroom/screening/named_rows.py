"""Names that stand under a title, or behind a colon: who they are, and not how many or what they eat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.lexicon import words
from fileroom.screening.order import begun
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.sentences import WIDE

WORD = r"[A-Z\u00c0-\u00de\u0110][\w'’-]*+"
NAME = rf"{WORD}(?: (?:[A-Z]\.|{WORD})){{0,3}}+"  # "Jamil M."
OF_CHINA = r"[\u4e00-\u9fff]{2,4}"  # and names of Korea, in their own letters
OF_KOREA = r"[\uac00-\ud7a3]{2,4}"
OF_TWO_WORDS = r"[\uac00-\ud7a3]{1,4} [\uac00-\ud7a3]{1,4}"  # a foreign name as Korea writes it
ASIDE_OF_IT = r"(?: ?[(（][^)）\n]{1,40}[)）])?+"
AND = r"(?: ?[,;、，·/&]| and| y| at| và) ?"
# Three and more behind a colon.
BEHIND = re.compile(
    rf"[:：][ \n]?(?:{NAME}{ASIDE_OF_IT}{AND}{NAME}{ASIDE_OF_IT}{AND}{NAME}|"
    rf"(?:(?:{OF_CHINA}|{OF_KOREA}){ASIDE_OF_IT} ?[、，,] ?){{2}}(?:{OF_CHINA}|{OF_KOREA}))"
)
# A row that begins with somebody's two names, and no figure alone behind them: "Lincoln High, 12" is counted.
A_ROW = re.compile(
    rf"[ \t]*(?:[-*•·]|[0-9]{{1,3}}[.)])? ?{WORD},? {WORD}(?! ?[,:;|\t–-] ?[0-9]+ ?(?:\n|$))|"
    rf"[ \t]*(?:[-*•·]|[0-9]{{1,3}}[.)、．]) ?(?:{OF_CHINA}|{OF_KOREA}) ?(?:[(（,，]|$)"
)
# "Honduras: Kevin Mejía, Dayana Lobo".
OF_A_GROUP = re.compile(
    rf"[ \t]*[-*•·]? ?[^\n:：]{{2,32}}[:：] ?(?:{WORD},? (?:{AND} ?)?{WORD}|{WORD}{ASIDE_OF_IT}{AND}{WORD}|"
    rf"(?:{OF_CHINA}|{OF_TWO_WORDS}|{OF_KOREA})(?:[(（、，,]| ?(?:\n|$)))"
)
# "K - Ari S., Talia R.", "Lopez: Amina K.".
OF_A_ROOM = re.compile(
    rf"[ \t]*[-*•·]? ?[^\n:：–—-]{{1,18}} ?[:：–—-] ?(?:{WORD} [A-Z]\.|{WORD} {WORD}{AND}{WORD} {WORD})"
)
# And, beside such a row, a room where there is one: "Salón 10: Misael Orduño".
OF_ONE = re.compile(
    r"[ \t]*[-*•·]? ?(?i:sal[oó]n|room|rm|aula|grade|gr|grado|period|hr|class|clase)\.? ?[0-9]{1,3}[A-Za-z]? ?"
    rf"[:：–—-] ?{WORD} {WORD} ?(?:\n|$)"
)
# Nothing but somebody's name, under a title that says in which room they are, or for what they are written down.
A_NAME = re.compile(rf"[ \t]*{WORD}(?: (?:[A-Z]\.|de|la|del|{WORD})){{1,4}}{ASIDE_OF_IT} ?(?:\n|$)")
# No name holds one of these: what a feast offers, where it is, what is read.
NO_NAME = re.compile(
    r"(?i:.{0,60}?\b(?:nights?|days?|clubs?|spaces?|corners?|halls?|food|books?|fairs?|dinner|lunch|rugs?|mats?|snacks?|"
    r"dances?|teams?|booths?|house|center|lessons?|hours?|class|festivals?|programs?|projects?|groups?|tables?|library|"
    r"office|songs?|stor(?:y|ies)|history|music|art|prayers?|study|games?|drive|pizza|burgers?|noche|feria|comida|"
    r"libros?)\b)"
)
OF_A_PLACE = re.compile(
    r"\b(?:rms?|rooms?|gr|grades?|salon(?:es)?|grados?|periods?|class|clase|homeroom|hr)\.? ?[0-9]|\((?:for|para) "
)
# "Catholic (no meat): Ana Ruiz, Leo Paz"; and not of a lesson on what they believe.
AT_ITS_HEAD = re.compile(
    r"[\s*•·–-]{0,4}(?:[0-9]{1,2}[.)] ?)?(?:(?:who is|who's|quien es|los|las|ninos|mga|ang) ){0,2}"
)
AND_WHO = re.compile(r"(?: ?\([^)\n]{1,40}\)| (?:in|en|sa) [\w ]{1,12})? ?:")
TWO_BEHIND = re.compile(
    rf"[:：] ?(?:{WORD} {NAME}{ASIDE_OF_IT}{AND}{NAME}|"
    rf"(?:{OF_CHINA}|{OF_KOREA}){ASIDE_OF_IT} ?[、，,] ?(?:{OF_CHINA}|{OF_KOREA}))"
)
OF_FAITH, OF_A_TASK = re.compile(words("of_faith")), re.compile(words("task"))
OF_LESSONS = re.compile(
    rf"{words('task')}|\b(?:religions?|units?|groups?|presentations?|booths?|debate|fair|schools?|teams?|equipos?|unidad|"
    r"religiones|feria|bai hoc|nhom)\b|宗教单元|小组|组|展|단원|조별|발표"
)
# "Amina D., rm 20": an initial's stop ends nothing.
ROWS = re.compile(r"(?:\n(?:[0-9]{1,3}[.)] ?)?(?:[^\n.?!]|(?<= [a-z])\.){3,70}[,;|\t-][^\n.?!]{2,70}){2}")
CELLS = re.compile(r"(?:\n[^\n?!]{3,70}?(?:[,;|\t-]|  )[^\n?!]{1,90}){2}")  # where the text says that it is rows
FEW_ROWS = re.compile(r"\n(?:[^\n]{3,90}\n){0,2}")  # between two lines of one list
SORTED_BY = re.compile(rf"(?:{words('sorted_by')})[^\n:]{{0,12}}$|^ ?(?:별|로 ?(?:나눈|분류)|分(?:的|类|组)|分列)")
OF_ORIGIN = re.compile(r"countr|nation|origin|pais|nacionalidad|国|籍|nuoc|que|xuat xu|goc|bansa|pinagmulan|출신|국")
LISTS = (TextKind.CSV_ROW, TextKind.TABLE)
NAMED_SO = ("protected_list.name", "immigration_status.name")
A_LINE = re.compile(".")
TITLE, LEAST, MOST, NEAR, REACH = 90, 2, 12, 3, 14


def heads_rows(reading: Reading, hit: Hit) -> bool:
    """Whether the place stands in a text's first line, and rows of a list follow: it is told of each of them."""
    first, last = reading.line(hit.start, hit.end)
    rows = CELLS if reading.kind in LISTS else ROWS
    return first == 0 and last <= TITLE and rows.match(reading.text, last) is not None


def names_stand_behind(reading: Reading, start: int, end: int, *, below: bool = False) -> bool:
    """Whether three and more are named behind the first colon between two places of a line.

    `below`: or in the next line, where the colon ends this one.
    """
    colon = reading.text.find(":", start, end)
    if below and colon == end - 1 and end + 1 < len(reading.text):
        end = reading.line(end + 1, end + 1)[1]
    return colon >= 0 and BEHIND.match(*_original(reading, colon, end)) is not None


def names_stand_under(reading: Reading, last: int) -> bool:
    """Whether two and more of the lines under the one that ends here begin each with somebody's names."""
    return _rows(reading, last, A_ROW) >= LEAST


def rooms_stand_under(reading: Reading, last: int) -> bool:
    """Whether two and more of the lines under the one that ends here name a room and who is in it: "K - Ari S."."""
    named = _rows(reading, last, OF_A_ROOM)
    if named >= LEAST or named == 0 or _rows(reading, last, NO_NAME):
        return named >= LEAST
    return named + _rows(reading, last, OF_ONE) >= LEAST


def only_names_under(reading: Reading, first: int, last: int) -> bool:
    """Whether under the title between two places three and more lines are nothing but somebody's name, and no other."""
    if OF_A_PLACE.search(reading.text, first, last) is None or OF_LESSONS.search(reading.text, first, last):
        return False
    named = _rows(reading, last, A_NAME)
    return named > LEAST and named == _rows(reading, last, A_LINE) and not _rows(reading, last, NO_NAME)


def by_faiths(reading: Reading) -> Iterator[Finding]:
    """A faith, alone at the head of a line, and behind its colon who is of it."""
    if reading.kind is TextKind.FORM_FIELD:
        return
    for hit in reading.of("protected_list.group"):
        first, last = reading.line(hit.start, hit.end)
        if AT_ITS_HEAD.fullmatch(reading.text, first, hit.start) is None or not OF_FAITH.search(
            reading.text, hit.start, hit.end
        ):
            continue
        then = AND_WHO.match(reading.text, hit.end, last)
        if then is None or TWO_BEHIND.match(*_original(reading, then.end() - 1, last)) is None:
            continue
        if OF_LESSONS.search(reading.text, max(0, first - WIDE // 2), hit.start) is None:
            yield Finding(Category.PROTECTED_LIST, Mode.VALUE, hit.start, hit.end, 0.65, ("a faith, and who is of it",))


def by_groups(reading: Reading) -> Iterator[Finding]:
    """A title that sorts people by where they are from or what they believe, and under it who is of each."""
    if reading.kind is TextKind.FORM_FIELD:
        return
    for hit in reading.of(*NAMED_SO):
        first, last = reading.line(hit.start, hit.end)
        if last - first > TITLE or OF_A_TASK.search(reading.text, hit.end, last):
            continue
        if hit.tag.startswith("immigration") and not (
            OF_ORIGIN.search(reading.text, hit.start, hit.end)
            and {"kin", "person", "list"} & reading.roles(first, last)
        ):
            continue
        before, behind = reading.text[max(first, hit.start - 2 * REACH) : hit.start], reading.text[hit.end : last]
        if SORTED_BY.search(before) is None and SORTED_BY.match(behind[:REACH]) is None:
            continue
        if _rows(reading, last, OF_A_GROUP) >= LEAST:
            why = ("a list of persons by what they are", "names stand under each")
            yield Finding(Category.PROTECTED_LIST, Mode.VALUE, hit.start, hit.end, 0.75, why)
            return


def found(reading: Reading) -> Iterator[Finding]:
    """Lists under a title, and behind a faith."""
    yield from by_groups(reading)
    yield from by_faiths(reading)


def lists_as_one(reading: Reading, found: list[Finding]) -> list[Finding]:
    """The findings, of which each list of persons that goes from line to line is one, told where its title stands."""
    out: list[Finding] = []
    ends = -2  # where the last line of the list before ends
    for it in found:
        if it.category is not Category.PROTECTED_LIST or it.mode is not Mode.VALUE or reading.table is not None:
            out.append(it)
            continue
        first, last = reading.line(it.start, it.end)
        if first - 1 <= ends or (ends >= 0 and FEW_ROWS.fullmatch(reading.text, ends, first)):
            ends = max(ends, last)
            continue
        ends = last
        out.append(_at_its_title(reading, it, first))
    return sorted(out, key=lambda it: it.start)


def _at_its_title(reading: Reading, finding: Finding, first: int) -> Finding:
    """The finding, where one of the few lines above its first says what the rows are a list by, at that name."""
    for _ in range(NEAR):
        if first < LEAST:
            break
        first, end = reading.line(first - 1, first - 1)
        if first == end or end - first > TITLE:
            break
        named = begun(reading.of(*NAMED_SO), first, end)
        if named and "list" in reading.roles(first, end):
            return replace(finding, start=named[0].start, end=named[0].end)
    return finding


def _rows(reading: Reading, last: int, row: re.Pattern[str]) -> int:
    """How many of the next lines are such rows, to the first empty one."""
    count = 0
    for _ in range(MOST):
        if last + 1 >= len(reading.text):
            break
        first, last = reading.line(last + 1, last + 1)
        if first == last:
            break
        count += row.match(*_original(reading, first, last)) is not None
    return count


def _original(reading: Reading, first: int, last: int) -> tuple[str, int, int]:
    start, end = reading.folded.span(first, max(last, first + 1)) if first < len(reading.text) else (0, 0)
    return reading.folded.original, start, end
