"""Nine digits written 3-2-4. Words about them say that they are another number: that lowers, and never takes all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fileroom.screening import goods, numbers, row_titles
from fileroom.screening.engine import Hit
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.joins import IN_CELLS, goes_on, joined, shows_a_shape
from fileroom.screening.labels import is_given, labels, other_label
from fileroom.screening.lexicon import words
from fileroom.screening.number_columns import is_headed_otherwise, is_in_a_column_of_them
from fileroom.screening.once import begun_alike
from fileroom.screening.order import begins, is_free
from fileroom.screening.reading import Reading, TextKind
from fileroom.screening.telephones import is_misdialled

WRITTEN = {"-": 0.7, " ": 0.55, ".": 0.55, "/": 0.5, "_": 0.5}
LEAST = 0.5  # confidence from which such a number is told without a doubt
HAIR = 1e-9  # tenths do not add up exactly
DOUBTED, BESIDE_SOMEBODY = 0.3, 0.4  # of one that could have been issued, whatever stands about it
IN_COLUMNS = 0.2  # of figures that stand as columns do: shown to whoever asks for what was doubted
LONGER = 0.4  # what it takes away that the digits go on
HEADED = 0.4  # what another number's label takes away, and of a column that holds nothing but such numbers
OF_A_COLUMN = 0.15
SERIES = 3
CELLS = 3  # the groups of a number, each in a cell of its own
CELL_ENDS = re.compile(r"\t| {2,}")
# What cameras and offices call a file of nobody: "Photo_219_09_1234", "scan_105_11_0042".
OF_NOBODY = re.compile(
    r"(?:.*[/\\])?(?:[ _-]*(?:photo|image|img|dsc|pic|picture|scan|screen|screenshot|video|mov|file|page|room|bus"
    r"|field|trip)s?)+[ _-]*"
)
# Cells of a row of persons: a name in two of them, a boy or a girl, and a day.
BORN = re.compile(
    r"(?:\"?[A-Z][A-Za-z\u00c0-\u024f'-]+\"? ?[,;|\t] ?){2}\"?[FM]\"? ?[,;|\t] ?\"?"
    r"[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{2,4}\b"
)
TAKEN_BY_A_CAMERA = 0.1
NAMED_AFTER = 16  # characters after a number in which a label can still claim it
# Of an insurer's claim, and of a telephone's digits, which are told to be wrong.
A_CLAIM = re.compile(
    r"\b(?:claim|report|reporte|siniestro|reclamo|reclamacion|incident|expediente|bao cao)(?: (?:no|num|number|nr|"
    r"id))?[ .:#]{1,3}$"
)
INSURER = re.compile(
    r"\b(?:insur|adjust|policy|poliza|asegura|aseguranza|bao hiem|seguros\b|"
    r"deducib|deductib|seguro (?:escolar|medico|de (?:accidentes?|auto|vida|salud)|del carro))|保险|保險|보험"
)
AFTER_AN_EMPLOYER = re.compile(r"(?<![0-9-])[0-9]{2}-[0-9]{7}[ \t|,;]{1,6}$")
IS_ANOTHER = re.compile(r" (?:is|was|es|era|ay|la) (?:the |our |el |la |ang |un )?|(?:是|은 |는 )")
REVISED = re.compile(r" {0,3}\(?rev(?:\.|ision)? ?[0-9]")  # of a printed form
IS_NOT = re.compile(rf"(?: (?:is|was) (?:an?|the|our|my) [a-z -]{{2,28}})?[ ,(;—–-]{{0,4}}(?:{words('is_not')})")
OF_A_GRADE = re.compile(  # a cell that no row of goods has
    r"(?:^|[,;|\t\"]) ?(?:(?:gr|grade|grado|lop|baitang|ika)\.? ?-?(?:[0-9]{1,2}|k|tk)|"
    r"[0-9]{1,2}(?:st|nd|rd|th)(?: (?:gr|grade))?|"
    r"(?:[小初高]?[一二三四五六]|[0-9]{1,2})年[级級]|[0-9] ?학년) ?(?=[,;|\t\"]|$)"
)
BEFORE = 40  # characters in which a name stands right before a number
SHORT_LINE = 80  # characters of a line in which a form has one answer
YEAR = re.compile(r".*(?:19|20)[0-9]{2}")
WORD_BEFORE = re.compile(r"([a-z]{3,})[ ,:;\t-]{1,3}$")


def grouped(reading: Reading, told: Sequence[Finding] = ()) -> Iterator[Finding]:
    """Nine digits written 3-2-4 with the same mark twice, where none is told already: much is asked about each."""
    series = _series(reading)
    rows = _rows_apart(reading)
    for hit in reading.of("ssn.shape"):
        written = numbers.grouped(reading.text[hit.start : hit.end])
        if written is None or not is_free(hit, told):
            continue
        confidence, why = _judged(reading, hit, written, series)
        if written.apart and _is_in_columns(reading, hit, rows):
            if numbers.is_ssn(written.digits):
                why_ = (*why, "figures in columns")
                yield Finding(Category.SSN, Mode.VALUE, hit.start, hit.end, IN_COLUMNS, why_)
            continue
        doubted = False
        if numbers.is_ssn(written.digits) and confidence < LEAST - HAIR:
            doubted = _is_beside_somebody(reading, hit, hit in series)
            if not doubted and _is_of_figures(reading, hit, written):
                continue
            confidence = BESIDE_SOMEBODY if doubted else DOUBTED
        if numbers.is_itin(written.digits):
            yield Finding(Category.ITIN, Mode.VALUE, hit.start, hit.end, confidence, tuple(why))
        elif numbers.is_ssn(written.digits):
            why_ = (*why, "somebody is named beside it") if doubted else tuple(why)
            yield Finding(Category.SSN, Mode.VALUE, hit.start, hit.end, confidence, why_, doubted=doubted)


def _judged(reading: Reading, hit: Hit, written: numbers.Grouped, series: frozenset[Hit]) -> tuple[float, list[str]]:
    """How surely it is such a number, and why."""
    named = labels(reading, "ssn.name", "ssn.loose", "ssn.said")
    confidence, why = WRITTEN.get(written.mark, 0.5), ["written as Social Security numbers are"]
    if written.mark == "_" and OF_NOBODY.fullmatch(reading.text, reading.line(hit.start, hit.end)[0], hit.start):
        confidence -= TAKEN_BY_A_CAMERA
    on = goes_on(reading.text, hit.start, hit.end, written.mark)
    less = LONGER if on else joined(reading, hit, written.mark)
    if written.apart or (written.mark == "_" and YEAR.fullmatch(written.digits)):
        less = max(less, 0.2)
    if less:
        confidence, why = confidence - less, [*why, "something is joined to it"]
    if IS_NOT.match(reading.text, hit.end) or shows_a_shape(reading.text, hit.start):
        return confidence - HEADED, [*why, "it is said not to be one, or shows how such numbers are written"]
    if begins(named, hit.end, hit.end + NAMED_AFTER + 1):
        return confidence + 0.15, [*why, "a label for it to the right"]
    if goods.is_not_that_one(reading, hit):
        return confidence, [*why, "its writer has not the number that was asked for"]
    if not named and (hit in series or goods.is_up_to(reading, hit)):
        return confidence - 0.4, [*why, "one of a series"]
    if is_headed_otherwise(reading, hit) or other_label(reading, hit.start) or is_said_another(reading, hit):
        alone = is_in_a_column_of_them(reading, hit) or goods.answers_for_a_pupil(reading, hit)
        taken = OF_A_COLUMN if alone else HEADED
        return confidence - taken, [*why, "a label for another number to the left"]
    if not named and (goods.is_of_goods(reading, hit) or row_titles.is_of_papers_or_wares(reading, hit)):
        return confidence - HEADED, [*why, "it is a number of goods, or of papers"]
    if "person" not in reading.roles(*reading.line(hit.start, hit.end)) and _is_business(reading, hit):
        return confidence - 0.25, [*why, "nobody is named, and other numbers are spoken of"]
    if "person" in reading.roles(*reading.sentence(hit.start, hit.end)):
        return confidence + 0.15, [*why, "a person is named"]
    return confidence, why


def _rows_apart(reading: Reading) -> frozenset[int]:
    """Where the lines begin that have a number whose groups wide blanks or tabs part."""
    hits = [it for it in reading.of("ssn.shape") if _is_apart(reading, it)]
    return frozenset(reading.line(it.start, it.end)[0] for it in hits)


def _is_in_columns(reading: Reading, hit: Hit, rows: frozenset[int]) -> bool:
    """Whether its groups are columns: of rows that follow each other, or of one under as many heads.

    A label for such a number anywhere, or a person in the sentence, says otherwise.
    """
    if reading.of("ssn.name", "ssn.loose", "ssn.said") or "person" in reading.roles(
        *reading.sentence(hit.start, hit.end)
    ):
        return False
    first, last = reading.line(hit.start, hit.end)
    above = reading.line(first - 1, first - 1)[0] if first else -1
    below = reading.line(last + 1, last + 1)[0] if last + 1 < len(reading.text) else -1
    return above in rows or below in rows or _is_under_heads(reading, hit)


def _is_apart(reading: Reading, hit: Hit) -> bool:
    written = numbers.grouped(reading.text[hit.start : hit.end])
    return written is not None and written.apart


def _is_under_heads(reading: Reading, hit: Hit) -> bool:
    """Whether the line above, or the head of the table, has a word over each cell of the line."""
    first, last = reading.line(hit.start, hit.end)
    if reading.table is not None and len(reading.table.head) >= CELLS:
        return True
    if first == 0:
        return False
    heads = CELL_ENDS.split(reading.text[slice(*reading.line(first - 1, first - 1))].strip())
    cells = CELL_ENDS.split(reading.text[first:last].strip())
    return len(heads) >= max(CELLS, len(cells)) and not any(any(map(str.isdigit, it)) for it in heads)


def _is_of_figures(reading: Reading, hit: Hit, written: numbers.Grouped) -> bool:
    """Whether they stand among figures that blanks or dots part, so that any three of those could be written so."""
    return written.apart or (written.mark in " ." and goes_on(reading.text, hit.start, hit.end, written.mark))


def _is_beside_somebody(reading: Reading, hit: Hit, in_series: bool) -> bool:
    """Whether somebody is named in the sentence, or in a short line above or below.

    A series in which each number follows another word is a list of those whom the words name.
    """
    if in_series and _words_before(reading, hit):
        return True
    first, last = reading.line(hit.start, hit.end)
    sentence = reading.sentence(hit.start, hit.end)
    about = [(min(sentence[0], max(first, hit.start - BEFORE)), sentence[1])]  # "No." ends no sentence
    about += [reading.line(first - 1, first - 1)] if first > 0 else []
    about += [reading.line(last + 1, last + 1)] if last + 1 < len(reading.text) else []
    return any(
        IN_CELLS.search(reading.written(Hit("", *it)))
        for it in about
        if it[0] < it[1] and (it is about[0] or it[1] - it[0] <= SHORT_LINE)
    )


def _words_before(reading: Reading, hit: Hit) -> bool:
    """Whether the number and those of its series stand each behind another word."""
    hits = begun_alike(reading, hit, goods.BEGINS_ALIKE)[: SERIES * SERIES]
    before = [WORD_BEFORE.search(reading.text, max(0, it.start - 24), it.start) for it in hits]
    if any("other_number" in reading.roles(*it.span(1)) for it in before if it):
        return False
    words = {it[1] for it in before if it}
    return len(words) == len({reading.text[it.start : it.end] for it in hits})


def _series(reading: Reading) -> frozenset[Hit]:
    """Numbers that are counted on: three or more that begin alike, beside no name. A family's may be so."""
    series: dict[str, set[Hit]] = {}
    peopled = not reading.is_short() or "person" in reading.roles(0, len(reading.text))
    for hit in reading.of("ssn.shape"):
        series.setdefault(reading.text[hit.start : hit.start + goods.BEGINS_ALIKE], set()).add(hit)
    return frozenset(
        hit
        for hits in series.values()
        if (many := len({reading.text[it.start : it.end] for it in hits})) >= SERIES
        or (many > 1 and not peopled and any(other_label(reading, it.start) for it in hits))
        for hit in hits
        if not goods.is_of_somebody(reading, hit)
    )


def _is_business(reading: Reading, hit: Hit) -> bool:
    """Whether the text speaks of numbers of things, and no two words about the place are written as a name is."""
    if reading.of("ssn.name", "ssn.loose", "ssn.said") or reading.table is not None or not reading.is_short():
        return False
    # The answers of a form are one person's, whichever of its lines names somebody.
    place = (0, len(reading.text)) if reading.kind is TextKind.FORM_ANSWERS else reading.line(hit.start, hit.end)
    written = reading.written(Hit(hit.tag, *place))
    return (
        "other_number" in reading.roles(0, len(reading.text))
        and not is_given(reading, hit.start)
        and not (
            reading.kind is TextKind.CSV_ROW and OF_A_GRADE.search(reading.text, *reading.line(hit.start, hit.end))
        )
        and IN_CELLS.search(written) is None
        and BORN.search(written) is None
        and not goods.says_whose(reading.written(Hit(hit.tag, *reading.sentence(hit.start, hit.end))))
        and not (goods.is_beside_a_birth(reading, hit) or goods.is_on_a_card(reading, hit))
    )


def _is_behind_an_employer_s(reading: Reading, hit: Hit) -> bool:
    """Whether it stands in a row of a ledger right behind an employer's number."""
    if not reading.is_form() or reading.of("ssn.name", "ssn.loose"):
        return False
    return AFTER_AN_EMPLOYER.search(reading.text, max(0, hit.start - 20), hit.start) is not None


def is_said_another(reading: Reading, hit: Hit) -> bool:
    """Whether the words after a number say that it is another: "is the code of the locker"."""
    if (
        REVISED.match(reading.text, hit.end)
        or is_misdialled(reading, hit.end)
        or _is_behind_an_employer_s(reading, hit)
    ):
        return True
    if A_CLAIM.search(reading.text, max(0, hit.start - 24), hit.start) and INSURER.search(
        reading.text, *reading.sentence(hit.start, hit.end)
    ):
        return True
    said = IS_ANOTHER.match(reading.text, hit.end)
    return said is not None and any(
        it.tag == "other_number" and it.start <= said.end() for it in reading.about(hit.end, said.end() + NAMED_AFTER)
    )
