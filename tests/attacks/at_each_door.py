"""The doors by which anything of a child could reach one person of the family, at home and at work: how each is asked.

Each says whether anything of the child came out, to them or to anybody who would hand it on to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from fileroom.disclosure.shown import Recipient
from fileroom.law.facts import Purpose
from tests import factories as make
from tests.api.programs import Program, program
from tests.attacks.browsing import browser, same_page
from tests.casework.mailing import MailServer, mail_server
from tests.casework.waiting import LATER, Waiting, goes_round, link, token_in, waiting
from tests.conftest import AT
from tests.disclosure.exports import taking
from tests.disclosure.listing import decided, wanted
from tests.disclosure.listing import names as listed
from tests.disclosure.releases import hands_over
from tests.disclosure.test_counter_search_and_log import at_counter

RATED = "Helps others."
# Reading operations of the REST door: the student's id, and the record's.
READS = ("/students/{0}", "/students/{0}/log", "/records/{1}", "/students/{0}/contacts")


@dataclass
class World:
    """Ana's father, at home and at work in the office of her school; a stranger; what waits for him."""

    it: Waiting
    smtp: MailServer
    at_home: Any  # his browser, signed in before the order
    at_work: make.Staffed
    his_program: Program
    offices: Program
    district: make.Staffed
    token: str
    code: str

    @property
    def town(self) -> make.Town:
        return self.it.town

    @property
    def father(self) -> make.Related:
        return self.it.father

    @property
    def ana(self) -> UUID:
        return self.it.town.ana.id


@contextmanager
def world(town: make.Town) -> Iterator[World]:
    """Everything is open to him: he is a verified parent, and a registrar of the school."""
    it = waiting(town)
    row = make.employee("Father", "Torres")
    role = make.assignment(row, "registrar", town.school)
    at_work = make.Staffed(row, role, make.signed_in(make.account("father-at-work", employee=row)))
    district = make.staffed("helen", "registrar", None)
    make.custodian(district.row, None)
    decided(make.staffed("chief", "administrator", None).by)
    with mail_server() as smtp:
        first = link(it, contact=it.father.row.id)
        assert goes_round(smtp) == 1
        link(it, contact=it.father.row.id)  # its mail waits
        at_home = browser(it.father.by)
        yield World(
            it, smtp, at_home, at_work, program(at_work), program(town.registrar), district, token_in(smtp), first.code
        )


def tells(said: object) -> bool:
    """Is anything of the child in it?"""
    return any(word in str(said) for word in ("Ana", RATED))


def session(of: World) -> bool:
    return bool(of.at_home.get("/family/").status_code == 200)


def families(of: World, *, by: Any = None) -> dict[str, Any]:
    """Each page of a family, for whoever signs in anew."""
    from django.urls import reverse

    from fileroom.config.urls.families import ADDRESSES

    ids = {"student_id": of.ana, "record_id": of.it.record}
    client = browser(by or of.father.by)
    found = {}
    for it in ADDRESSES:
        if "token" in it.pattern.converters:
            continue  # the door of links
        kwargs = {name: ids[name] for name in it.pattern.converters}
        found[str(it.name)] = same_page(
            client, reverse(str(it.name), kwargs=kwargs), name="Father Torres" if by is None else ""
        )
    return found


def family(of: World) -> bool:
    """Shut is what a stranger gets, byte for byte, on every page."""
    stranger = make.signed_in(make.account(f"noor{uuid4().hex[:6]}", contact=make.contact("Father", "Torres")))
    mine, theirs = families(of), families(of, by=stranger)
    theirs = {name: (code, body.replace(b"Father Torres", b"-"), kept) for name, (code, body, kept) in theirs.items()}
    other = {name for name, page in mine.items() if page[:2] != theirs[name][:2]}
    assert not other or {"family", "family_file", "family_record", "family_looked", "family_choices"} <= other, other
    return bool(other)


def by_link(of: World) -> bool:
    from fileroom.casework.opening import enter
    from fileroom.programmes.outgoing import ABOVE

    return tells(enter(of.token, of.code, ABOVE, client="192.0.2.9", at=LATER))


def mail_queue(of: World) -> bool:
    return bool(goes_round(of.smtp))


def letter(of: World) -> bool:
    """A letter or a record by hand: a link is made for him, and its code told."""
    from fileroom.casework.links import Made, Wanted, link_record

    asked = Wanted(uuid4(), of.father.row.id, "en", "hand", True, 14)
    return isinstance(link_record(of.it.record, asked, by=of.town.registrar.by, at=AT), Made)


def copy(of: World) -> bool:
    to = Recipient("", on_file=of.father.row.id, identity_checked=True)
    done = hands_over(of.town.registrar.by, of.it.record, to=to, purpose=Purpose.INSPECTION)
    return bool(done.decision.granted)


def counter(of: World) -> bool:
    return bool(at_counter(of.town.registrar.by, of.town.ana, f"contact-{of.father.row.id}").decision.granted)


def collecting(of: World) -> bool:
    from fileroom.disclosure.collecting import may_collect

    return may_collect(of.ana, f"contact-{of.father.row.id}", by=of.town.registrar.by, at=AT)


def rest_of_his(of: World) -> bool:
    """A program in his name: each operation about the child, and the search."""
    read = {path: of.his_program.work(path.format(of.ana, of.it.record)) for path in READS}
    nobody = {path: of.his_program.work(path.format(uuid4(), uuid4())) for path in READS}
    open_ = [path for path, answer in read.items() if answer.status_code == 200]
    found = tells(of.his_program.work("/students", q="torres").content.decode())
    files = of.his_program.files(of.ana).status_code == 201
    assert bool(open_) == found == files, (open_, found, files)
    if not open_:
        assert {path: it.status_code for path, it in read.items()} == {
            path: it.status_code for path, it in nobody.items()
        }
    return found


def rest_of_the_office(of: World) -> bool:
    """Whom one may write to, asked by another system for the office."""
    return "Father" in of.offices.work(f"/students/{of.ana}/contacts").content.decode()


def search(of: World) -> bool:
    return tells(browser(of.at_work.by).get("/students/?q=torres").content.decode())


def exports(of: World) -> bool:
    """Every list that there is, taken by him at work. One that he may not take, or has nobody for him, is no way."""
    from django.core.exceptions import ValidationError

    from fileroom.people.answers import Missing
    from fileroom.programmes.office_lists import SOURCES

    out = False
    for source in SOURCES:
        words = "torres" if source == "students" else ""
        try:
            made = taking.prepares(of.at_work.by, source, words)
            out |= tells(taking.rows(taking.takes(of.at_work.by, made, source)))
        except (Missing, ValidationError):
            continue
    return out


def directory(of: World) -> bool:
    return tells(listed(of.district.by, wanted(of.town.school)))
