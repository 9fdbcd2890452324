"""The report of a sweep as a page: what was found, where most of it lies, and in which templates. No value is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from math import ceil, log10

from fileroom.cli.pages import Say, page, table
from fileroom.collection.sweep.tally import FILES, HELD, UNEXAMINED, Row, Tally, Template, shown

CATEGORIES = {
    "ssn": "Social Security number",
    "ssn_last4": "Last four digits of a Social Security number",
    "itin": "Taxpayer number (ITIN)",
    "a_number": "Alien registration number",
    "immigration_status": "Immigration or citizenship status",
    "immigration_document": "Immigration paper",
    "protected_list": "List by origin, ethnicity or religion",
    "malware": "Malicious program",
}
COLUMNS = {
    "ssn": "SSN", "ssn_last4": "Last four of it", "itin": "ITIN", "a_number": "A-Number",
    "immigration_status": "Immigration status", "immigration_document": "Immigration papers",
    "protected_list": "Lists", "malware": "Malware", FILES: "Files", HELD: "Held back", UNEXAMINED: "Not looked into",
}  # fmt: skip
MODES = {"value": "is there", "solicit": "is asked for"}
VERDICTS = {"allow": "Allowed", "review": "For review", "block": "Blocked"}
OUTCOMES = {
    "clean": "Nothing found", "findings": "Something found", "malware": "Malicious program",
    "quarantine": "Not read, or not for certain", "unreadable": "Of a kind that is not read",
    "encrypted": "Locked by a password", "damaged": "Damaged or cut short", "empty": "Empty", "too_big": "Too large",
    "bomb": "Made to overwhelm whoever opens it", "rejected": "Not what it says it is, or no document",
}  # fmt: skip
ONE_FORM = (
    "Documents of one kind and length in which the same is found on the same pages are taken for one form."
    " Decide once for all of its copies."
)
HEATS = 4


def sweep_page(tally: Tally, on: date, say: Say, language: str) -> str:
    """The whole page. `on`: the day of the law that was asked."""
    parts = (
        _summary(tally, on, say),
        _by_kind(tally, say),
        _by_outcome(tally, say),
        *_heat(tally, say),
        *_templates(tally, say),
    )
    return page(
        say("What the sweep found"), "\n".join(parts), language=language, kicker="Fileroom",
        foot=say("Made by fileroom screen. Whoever opens this file needs no network, and it sends nothing."),
    )  # fmt: skip


def _summary(tally: Tally, on: date, say: Say) -> str:
    sums = (
        ("Files", tally.files, ""),
        ("Held back: blocked or for review", tally.files - tally.decisions["allow"], "danger"),
        ("Something found", tally.outcomes["findings"], ""),
        ("Could not be looked into", tally.unexamined, ""),
        ("Copies of another file", tally.copies, ""),
    )
    cards = "".join(f'<div class="{kind}"><dt>{say(words)}</dt><dd>{n:,}</dd></div>' for words, n, kind in sums)
    where = ", ".join(escape(shown(str(it))) for it in tally.roots)
    law = say("By the law of %(day)s.") % {"day": on.isoformat()}
    note = say("Nothing that was found is repeated here. Paths stand without the numbers in them, and may name people.")
    return f'<p>{where}. {law}</p>\n<div class="alert"><p>{note}</p></div>\n<dl class="sums">{cards}</dl>'


def _by_kind(tally: Tally, say: Say) -> str:
    title = f"<h2>{say('What was found')}</h2>\n"
    if not tally.kinds:
        return f"{title}<p>{say('Nothing.')}</p>"
    heads = [
        (say("What"), False),
        (say("How"), False),
        (say("Decision"), False),
        (say("Files"), True),
        (say("Places"), True),
        (say("Law"), False),
    ]
    rows = (
        f'<tr><th scope="row">{say(CATEGORIES[it.category])}</th><td>{say(MODES[it.mode])}</td>'
        f'<td>{say(VERDICTS[it.decision])}</td><td class="n">{n:,}</td><td class="n">{tally.findings[it]:,}</td>'
        f'<td class="cite">{escape(it.citation)}</td></tr>'
        for it, n in tally.kinds.most_common()
    )
    return title + table(say("By kind: how many files, and in how many places"), heads, rows)


def _by_outcome(tally: Tally, say: Say) -> str:
    heads = [(say("Outcome"), False), (say("Files"), True)]
    rows = (
        f'<tr><th scope="row">{say(OUTCOMES[outcome])}</th><td class="n">{n:,}</td></tr>'
        for outcome, n in tally.outcomes.most_common()
    )
    return f"<h2>{say('What came of looking')}</h2>\n" + table(say("By outcome; each file counts once"), heads, rows)


def _heat(tally: Tally, say: Say) -> Iterator[str]:
    yield f"<h2>{say('Where it lies')}</h2>"
    rows, more = tally.folders()
    if not rows:
        yield f"<p>{say('No folder holds anything that is held back.')}</p>"
        return
    columns = [it for it in (*CATEGORIES, UNEXAMINED) if any(it in row.counts for row in rows)]
    most = max(row.counts.get(it, 0) for row in rows for it in (HELD, *columns))
    heads = [(say("Folder"), False), *((say(COLUMNS[it]), True) for it in (FILES, HELD, *columns))]
    yield _key(most, say)
    yield table(say("By folder: in how many files"), heads, (_folder(row, columns, most, say) for row in rows))
    if more:
        yield f"<p class=soft>{say('Folders with less that are not shown:')} {more:,}</p>"


def _folder(row: Row, columns: list[str], most: int, say: Say) -> str:
    cells = "".join(_cell(row.counts.get(it, 0), most) for it in (HELD, *columns))
    name = escape(row.folder) or say("(the folder itself)")
    return f'<tr><th scope="row">{name}</th><td class="n">{row.counts[FILES]:,}</td>{cells}</tr>'


def _templates(tally: Tally, say: Say) -> Iterator[str]:
    yield f"<h2>{say('In which templates')}</h2>"
    rows, more = tally.templates()
    if not rows:
        yield f"<p>{say('In none.')}</p>"
        return
    yield f"<p>{say(ONE_FORM)}</p>"
    heads = [
        (say("What is found"), False),
        (say("Kind"), False),
        (say("Pages"), True),
        (say("Files"), True),
        (say("For example"), False),
    ]
    most = max(it.files for it in rows)
    yield table(say("By template"), heads, (_template(it, most, say) for it in rows))
    if more:
        yield f"<p class=soft>{say('Templates of fewer files that are not shown:')} {more:,}</p>"


def _template(it: Template, most: int, say: Say) -> str:
    found = "; ".join(
        f"{say(CATEGORIES[place.category])} {say(MODES[place.mode])}"
        + (f" ({say('page')} {place.page})" if place.page else "")
        for place in it.places
    )
    return (
        f'<tr><th scope="row">{found}</th><td>{escape(it.ending) or "–"}</td><td class="n">{it.pages or "–"}</td>'
        f"{_cell(it.files, most)}<td class='path'>{escape(it.example)}</td></tr>"
    )


def _cell(count: int, most: int) -> str:
    return f'<td class="n h{_grade(count, most)}">{count:,}</td>' if count else '<td class="n none">0</td>'


def _grade(count: int, most: int) -> int:
    """1 to HEATS, by the size of the number as one writes it."""
    return 1 + min(HEATS - 1, int(HEATS * log10(count) / max(log10(most), 0.01) + 1e-9))


def _key(most: int, say: Say) -> str:
    """What the shades say; the number stands in each cell too. Of small numbers not every shade is used."""
    firsts = dict.fromkeys(ceil(most ** (it / HEATS) - 1e-9) for it in range(HEATS))
    shades = "".join(f'<span class="h{_grade(first, most)}">{first:,}+</span>' for first in firsts)
    return f'<p class="key">{say("The darker, the more files:")} {shades}</p>'
