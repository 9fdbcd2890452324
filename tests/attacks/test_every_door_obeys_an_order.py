"""One order, every door: what was open to whom it binds a moment before is shut at the very next request.

The doors stand in one table, with how each is asked. What the program has of doors is counted against it: an address of
families, an operation of the REST door, a list that can be taken away, a kind of letter or a module that hands over a
file that no door here answers for fails.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import factories as make
from tests.attacks import at_each_door as doors
from tests.attacks.at_each_door import World, world
from tests.attacks.browsing import browser
from tests.casework.waiting import links, order_against
from tests.conftest import AT


@dataclass(frozen=True)
class Door:
    """`asks`: does it give him, or anybody for him, anything of the child? `of`: what of the program it answers for."""

    asks: Callable[[World], bool]
    of: tuple[str, ...] = ()


DOORS: Mapping[str, Door] = {
    "sessions": Door(doors.session),
    "family account": Door(doors.family, ("web/home.py", "web/notices_family.py")),
    "secure links": Door(doors.by_link, ("web/open_link.py", "open_link")),
    "mail queue": Door(doors.mail_queue, ("link",)),
    "letters": Door(doors.letter),
    "copies": Door(doors.copy, ("web/showing.py",)),
    "the counter": Door(doors.counter),
    "collecting the child": Door(doors.collecting),
    "API token, his": Door(doors.rest_of_his, ("api/records.py", "GET /students", "GET /students/{uuidstr:student_id}",
                                         "GET /students/{uuidstr:student_id}/log", "GET /records/{uuidstr:record_id}",
                                         "GET /records/{uuidstr:record_id}/document",
                                         "POST /students/{uuidstr:student_id}/records",
                                         "POST /students/{uuidstr:student_id}/documents")),
    "API token, the office's": Door(doors.rest_of_the_office, ("GET /students/{uuidstr:student_id}/contacts",)),
    "search": Door(doors.search),
    "exports": Door(doors.exports, ("web/lists.py",)),
    "directory lists": Door(doors.directory, ("api/directory.py", "GET /directory/lists", "POST /directory/lists",
                                         "POST /directory/lists/{uuidstr:list_id}/hand-over")),
}  # fmt: skip
# Letters of which the law is asked one by one, as each is opened or sent: which test of their own has an order come.
ELSEWHERE = {
    "web/company_questions.py": "programmes/vendors/test_a_company_asks_the_district.py",
    "web/deletion_desk.py": "programmes/vendors/test_a_letter_goes_to_the_company.py",
    "web/demands.py": "programmes/vendors/test_a_demand_that_names_a_child.py",
    "web/family_notices.py": "programmes/enforcement/test_family_notices.py",
    "web/letters.py": "casework/test_letters_are_found_again.py",
    "web/incident_letters.py": "programmes/incidents/test_told.py",
    "nonenrolment": "programmes/vendors/test_a_letter_goes_to_the_company.py",
}
# What hands over something, and nothing of a student's file to a family: why it is no door of the order's.
NO_DOOR = {
    "web/board_packets.py": "a packet for the Board names nobody; none of a student leaves here yet",
    "web/enforcement_reports.py": "the report to the Board names nobody",
    "web/essentials.py": "where an order stands on a file the list names nobody",
    "web/incident_acts.py": "numbers and forms",
    "web/ledger.py": "hashes and signatures",
    "web/officer_sheets.py": "for anybody",
    "web/orders.py": "the receipt of whoever brought the order: it names no child",
    "web/pdf.py": "the one body that shows a paper, for the doors that are named here",
    "web/policy_page.py": "numbers",
    "web/social_media_companies.py": "the district's own letter to a company, for a designee whom no order shuts out",
    "web/tool_tables.py": "an employee's own table, without the people in it, which no record was opened for",
    "web/training.py": "an employee's own certificate",
    "web/vendor_acting.py": "what a company sent, to a designee; of a demand that names a child, who works with it",
    "web/vendor_acts.py": "the district's own letter to a company, which names no child",
    "web/vendor_notices.py": "the district's own letter to a company, which names no child",
    "GET /me": "the token itself",
    "GET /openapi.json": "a description",
    "GET /problems/{slug:kind}": "a description",
    "POST /decide": "the law alone is asked",
    "GET /ledger/checkpoint": "a hash",
    "GET /ledger/entries/{uuidstr:entry_id}/proof": "hashes",
}


def test_every_door_is_open_and_the_very_next_request_after_the_order_finds_it_shut(town: make.Town) -> None:
    with world(town) as of:
        before = {name: door.asks(of) for name, door in DOORS.items() if name != "mail queue"}
        assert [name for name, is_open in before.items() if not is_open] == [], "all of it is his, so far"
        of.at_home = browser(of.father.by)
        order_against(of.it, of.father)
        assert [name for name, door in DOORS.items() if door.asks(of)] == []
        assert of.smtp.taken[1:] == [] and all(it.opened <= 1 for it in links())


def test_the_same_of_his_other_row_once_it_is_said_to_be_him(town: make.Town) -> None:
    """The order names him by another row: a yes of who keeps it shuts every door as the order itself does."""
    from fileroom.collection.orders.telling_apart import say_who_it_is as say
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with world(town) as of:
        make.change(of.at_work.row, given="Vito", family="Quill")  # under another name, with one mailbox
        make.change(of.at_work.row, email="victor@home.test")
        his = make.related("named", town.ana)
        from fileroom.collection.services import collect

        card = {"email": "Victor@home.test"}
        collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT, about=his.row.id)
        order_against(of.it, his)
        with district_transaction():
            rows = list(OrderNamesake.objects.all())
        assert {(it.contact_id, it.employee_id) for it in rows} == {
            (of.father.row.id, None), (None, of.at_work.row.id)
        }  # fmt: skip
        for row in rows:
            say(row.order_id, row.id, "yes", by=town.principal.by, at=AT)
        assert [name for name, door in DOORS.items() if door.asks(of)] == []


def test_no_door_of_the_program_is_without_an_entry(district: str) -> None:
    from fileroom.config.urls.families import ADDRESSES
    from fileroom.programmes.outgoing import ABOVE
    from tests.house.test_lists_leave_by_one_way import HANDS_OVER
    from tests.house.test_routes import operations

    there = {*HANDS_OVER, *(address for address, _ in operations()), *ABOVE.letters, "link"}
    there |= {str(it.name) for it in ADDRESSES if "token" in it.pattern.converters}  # the others are all asked
    answered = [what for door in DOORS.values() for what in door.of]
    entered = [*answered, *ELSEWHERE, *NO_DOOR]
    assert sorted(there - set(entered)) == [], "a door that no entry answers for"
    assert sorted(set(entered) - there) == [], "an entry of no door"
    assert len(entered) == len(set(entered)), "one door, one entry"
    theirs = {it: (Path(__file__).parents[1] / it).read_text() for it in ELSEWHERE.values()}
    assert [it for it, text in theirs.items() if "order(" not in text] == []
