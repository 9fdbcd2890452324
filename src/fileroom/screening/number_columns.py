"""What the head of a column, and all that stands under it, say of a number: another's, a thing's, or such a one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from fileroom.screening import numbers
from fileroom.screening.engine import Hit
from fileroom.screening.grid import SAMPLE, Table
from fileroom.screening.joins import NAMED
from fileroom.screening.lexicon import words
from fileroom.screening.once import once
from fileroom.screening.reading import Reading

A_THING = re.compile(rf"(?:{words('numbered_thing')})(?: ?(?:no|num|nbr|number|id|code|#)\.?)?")
OTHER_HEAD = re.compile(
    r"(?:.*[ _.-])?(?:id|no|num|nbr|code|key|ref|item|part|tag|unit|slot|loc|zip|tel|phone|fax|cell|acct|lot|qty|sku|"
    r"asset|locker)"
)
OF_PERSONS = re.compile(
    r"name|last|first|borrower|paid by|payer|issued to|checked out|\bwho\b|\bfor\b|household|famil|holder|para\b|"
    r"stu|pupil|child|kid|parent|guardian|mother|father|alumn|nombre|apellido|estudiante|padre|madre|ten\b|"
    r"hoc sinh|phu huynh|pangalan|magulang|姓|名|学生|家长|이름|성명|학생|부모"
)
OF_GOODS = re.compile(
    r"vendor|supplier|company|item|product|am(?:oun)?t\b|price|qty|quantity|cost|invoice|serial|asset|model|proveedor|"
    r"empresa|articulo|precio|cantidad|monto|nha cung cap|so luong|tagatustos|供应商|数量|金额|型号|납품|수량|금액"
)


def is_of_a_thing(reading: Reading, hit: Hit) -> bool:
    """Whether its column is of another number, in a table of goods or firms of which no head names a person."""
    if reading.table is None or not is_headed_otherwise(reading, hit):
        return False
    heads = reading.table.head
    return once(reading, OF_GOODS, lambda: _are_of_goods([reading.text[it.start : it.end] for it in heads]))


def _are_of_goods(heads: Sequence[str]) -> bool:
    of_goods = {it for it in heads if OF_GOODS.search(it)}
    return bool(of_goods) and not any(OF_PERSONS.search(it) for it in heads if it not in of_goods)


def is_headed_otherwise(reading: Reading, hit: Hit) -> bool:
    """Whether the head of its column says that it is another number."""
    head = reading.table.head_of(hit.start) if reading.table is not None else None
    if head is None:
        return False
    named = reading.text[head.start : head.end].strip().strip('"')
    return (
        A_THING.fullmatch(named) is not None
        or "other_number" in reading.roles(head.start, head.end)
        or OTHER_HEAD.fullmatch(named) is not None
    )


def is_in_a_column_of_them(reading: Reading, hit: Hit) -> bool:
    """Whether its column holds nothing but such numbers, of more than one area, and its rows name persons."""
    head = reading.table.head_of(hit.start) if reading.table is not None else None
    if (table := reading.table) is None or head is None:
        return False
    return head.column in once(reading, "columns of them", lambda: _columns_of_them(reading, table))


def _columns_of_them(reading: Reading, table: Table) -> set[int]:
    areas: dict[int, set[str]] = {it.column: set() for it in table.head}
    for row in islice(table.rows(), SAMPLE):
        if not areas:
            break
        named = NAMED.search(reading.written(Hit("", row[0].start, row[-1].end))) is not None
        for cell in row:
            said = reading.text[cell.start : cell.end].strip().strip('"') if cell.column in areas else ""
            if said and not (named and numbers.is_grouped_ssn(said)):
                del areas[cell.column]
            elif said:
                areas[cell.column].add(said[:3])
    return {column for column, begin in areas.items() if len(begin) > 1}
