"""Each section of law that the program names is of the law tables, or is named among those from memory."""

from __future__ import annotations

import tomllib
from pathlib import Path

from fileroom.law import citations, unsettled
from fileroom.law.kernel.citation import Citation, Surety
from tests.house.sections import cited

SOURCE = Path(__file__).parents[2] / "src"
NAMES = {".html", ".po", ".py", ".toml", ".typ"}
LISTED = tomllib.loads(Path(__file__).with_name("sections.toml").read_text("utf-8"))
OF_THE_TABLES = {f"{code} {number}" for code, numbers in LISTED["of_the_tables"].items() for number in numbers}
FROM_MEMORY: dict[str, str] = LISTED["from_memory"]
CITATIONS = [it for of in (citations, unsettled) for it in vars(of).values() if isinstance(it, Citation)]
OF_COUNSEL = {section for it in CITATIONS if it.surety is Surety.MEMORY for section in cited(it.text)}


def named() -> dict[str, set[str]]:
    """Every section that stands in the source, with the files that name it."""
    found: dict[str, set[str]] = {}
    for path in (it for it in SOURCE.rglob("*") if it.suffix in NAMES):
        for section in cited(path.read_text("utf-8")):
            found.setdefault(section, set()).add(path.name)
    return found


def test_every_section_is_of_the_tables_or_is_said_to_be_from_memory() -> None:
    assert {it: where for it, where in named().items() if it not in OF_THE_TABLES | OF_COUNSEL | set(FROM_MEMORY)} == {}


def test_nothing_is_called_read_that_stands_in_no_table() -> None:
    read = {section for it in CITATIONS if it.surety is Surety.VERIFIED for section in cited(it.text)}
    assert read - OF_THE_TABLES == set() and len(read) > 100


def test_what_is_from_memory_is_named_once_and_where_it_is_said() -> None:
    found = named()
    assert set(FROM_MEMORY) & (OF_THE_TABLES | OF_COUNSEL) == set()
    assert {it: found.get(it) for it in FROM_MEMORY} == {it: {where} for it, where in FROM_MEMORY.items()}


def test_no_section_is_listed_that_nothing_names() -> None:
    assert OF_THE_TABLES - set(named()) == set()


def test_a_section_is_found_however_it_is_written() -> None:
    assert cited("Ed. Code 48906") == {"Ed. Code 48906"} and cited("Penal Code 11174.3(a)") == {"Penal Code 11174.3"}
    assert cited("Ed. Code 49076(a)(1)(G), (H); 34 CFR 99.31(a), 99.37") == {
        "Ed. Code 49076", "34 CFR 99.31", "34 CFR 99.37",
    }  # fmt: skip
    assert cited("Fam. Code 6550-6552, within 30 days") == {"Fam. Code 6550", "Fam. Code 6552"}
    assert cited("Bus. &amp; Prof. Code 22584") == cited("Código de Negocios y Profesiones 22584")
    assert cited("26 CFR 301.6109-1(d)(3), 5 CCR 432") == {"26 CFR 301.6109", "5 CCR 432"}
    assert cited("30 days, and page 48906") == set()
