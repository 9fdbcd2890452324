"""What leaves a page as a file, or is offered to a printer, is named here with why it is no list: lists go by one way.

Decisions 0078 and 0084: a purpose, a size first, a second person above a limit, a mark in each row, a line for each.
"""

from __future__ import annotations

import re
from pathlib import Path

from fileroom.hosting.embedded import Urls

SOURCE = Path(__file__).parents[2] / "src" / "fileroom"
ONE_WAY = "a list, by disclosure.exports"
OF_ONE = "a paper of one person, one letter or one record, asked of the law as it is opened"
OF_NOBODY = "it names nobody: a form, numbers or signatures"
FOR_ANYBODY = "it is public"
HANDS_OVER = {
    "api/directory.py": ONE_WAY,
    "api/records.py": OF_ONE,
    "web/board_packets.py": OF_NOBODY,
    "web/company_questions.py": OF_ONE,
    "web/deletion_desk.py": OF_ONE,
    "web/demands.py": OF_ONE,
    "web/enforcement_reports.py": OF_NOBODY,
    "web/essentials.py": "the essential list: by its own law, with a line for each student (decision 0084)",
    "web/family_notices.py": OF_ONE,
    "web/home.py": OF_ONE,
    "web/incident_acts.py": OF_NOBODY,
    "web/incident_letters.py": "letters to print and post, each to one person, asked of the law one by one",
    "web/ledger.py": OF_NOBODY,
    "web/letters.py": OF_ONE,
    "web/lists.py": ONE_WAY,
    "web/notices_family.py": FOR_ANYBODY,
    "web/officer_sheets.py": OF_NOBODY,
    "web/open_link.py": OF_ONE,
    "web/orders.py": OF_ONE,
    "web/pdf.py": "the one body that shows a paper: each door that calls it is named here",
    "web/policy_page.py": OF_NOBODY,
    "web/showing.py": OF_ONE,
    "web/social_media_companies.py": OF_ONE,
    "web/tool_tables.py": "a table of whoever brought it, without the people in it, as it was shown to be read",
    "web/training.py": OF_ONE,
    "web/vendor_acting.py": "a company's certificate, as it came: a paper of one demand or one contract",
    "web/vendor_acts.py": OF_NOBODY,
    "web/vendor_notices.py": OF_NOBODY,
}
PRINTS = {
    "agent/answer.html": OF_NOBODY,
    "agent/card.html": OF_NOBODY,
    "custodians/protocol.html": "the district's protocol: who takes in court orders at each school, to be posted there",
    "policy/page.html": OF_NOBODY,
    "records/record.html": OF_ONE,
    "records/released.html": OF_ONE,
    "regulation/page.html": FOR_ANYBODY,
}
# Who writes a table that a spreadsheet opens: the one way, and a text's own table given back to whoever brought it.
TABLES = {"disclosure/exports/files.py", "programmes/tools/writing.py"}
FILE = re.compile(r"Content-Disposition|\bas_pdf\(|StreamingHttpResponse|FileResponse")


def test_every_file_that_leaves_is_named_with_why_it_is_no_list() -> None:
    doors = [it for room in ("web", "api") for it in (SOURCE / room).rglob("*.py")]
    assert {str(it.relative_to(SOURCE)) for it in doors if FILE.search(it.read_text())} == set(HANDS_OVER)


def test_a_paper_is_shown_by_one_body() -> None:
    shows = re.compile(r"application/pdf|inline; filename")
    doors = (SOURCE / "web").rglob("*.py")
    assert [str(it.relative_to(SOURCE)) for it in doors if shows.search(it.read_text())] == ["web/pdf.py"]


def test_every_page_that_offers_a_printer_is_named_with_why_it_is_no_list() -> None:
    pages = SOURCE / "web" / "templates"
    found = {str(it.relative_to(pages)) for it in pages.rglob("*.html") if "data-print" in it.read_text()}
    assert found == set(PRINTS)


def test_no_other_room_writes_a_table() -> None:
    found = {
        str(it.relative_to(SOURCE))
        for it in SOURCE.rglob("*.py")
        if re.search(r"csv\.(writer|DictWriter)", it.read_text())
    }
    assert found == TABLES


def test_every_list_that_can_be_taken_stands_on_a_page_and_every_page_asks_for_one_that_is_there(
    installation: Urls,
) -> None:
    from fileroom.programmes.office_lists import SOURCES

    pages = SOURCE / "web"
    texts = [it.read_text() for kind in ("*.html", "*.py") for it in pages.rglob(kind)]
    asked = {
        code
        for text in texts
        for code in re.findall(r"[?&]list=(\w+)|list=(?:\w+){% else %}list=(\w+)", text)
        for code in code
    }
    asked |= {code for text in texts for code in re.findall(r'way_to_take\("(\w+)"', text)}
    asked |= {code for text in texts for code in re.findall(r"%}list=(\w+)", text)}
    assert asked - {""} == set(SOURCES)


def test_a_file_that_leaves_another_way_is_found() -> None:
    assert FILE.search('response["Content-Disposition"] = name')
    assert not FILE.search("return render(request, page)")
