"""A district whose Board has decided about directory information, and its lists as tests ask for them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from fileroom.law.days import district_day, school_year
from fileroom.law.facts import DirectoryField, Publication, Purpose, RequesterKind
from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people import models
    from fileroom.people.signed_in import SignedIn

FIELDS = ("name", "address", "telephone", "birth_date", "dates_of_attendance")
NOTICE_DAYS = 30  # in which the district gives a decision's notice in mid-year
MANY = 1000  # more than any list of these tests: no second person is asked


@dataclass(frozen=True)
class Listed:
    """The usual town with a policy, its notice, and somebody for the whole district."""

    town: make.Town
    superintendent: make.Staffed
    district: make.Staffed


def decided(
    by: SignedIn,
    *,
    fields: tuple[str, ...] = FIELDS,
    recipients: tuple[str, ...] = ("pta", "media", "yearbook"),
    purposes: tuple[str, ...] = ("directory", "news"),
    noticed: bool = True,
    screenings: bool = False,
    at: datetime = AT,
) -> None:
    """The Board has met, and the families had their notice and the time to refuse."""
    from fileroom.disclosure.directory import policy
    from fileroom.disclosure.directory.policy import Text

    today = district_day(at)
    adopted = today - timedelta(days=20)
    text = Text(adopted, "Regular meeting", fields, recipients, purposes, screenings)
    policy.adopt(uuid4(), text, notice_days=NOTICE_DAYS, by=by, at=at)
    if noticed:
        policy.give_notice(uuid4(), adopted + timedelta(days=1), today - timedelta(days=5), by=by, at=at)


def now_that_this_year_is_old(days: int) -> datetime:
    """The clock; not in the first days of a school year, when no family has had its notice so long ago and
    the law gives nobody a list."""
    now = datetime.now(UTC)
    if school_year(district_day(now - timedelta(days=days))) != school_year(district_day(now)):
        pytest.skip("no notice of this school year is old enough")
    return now


def district(**policy: Any) -> Listed:
    """The town with its policy."""
    town = make.town()
    head = make.staffed("office", "administrator", None)
    helen = make.staffed("helen", "registrar", None)
    make.custodian(helen.row, None)
    decided(head.by, **policy)
    return Listed(town, head, helen)


def wanted(school: models.School | None, **said: Any) -> Any:
    """A list for the parents' club of the school, by name."""
    from fileroom.disclosure.directory.asking import Wanted
    from fileroom.people.listed import Among

    among = Among(school.id if school else None, said.pop("section", None), said.pop("grades", ()))
    asked = Wanted("Alder Creek PTA", RequesterKind.PTA, Purpose.DIRECTORY, (DirectoryField.NAME,), among)
    if "kind" in said:
        kind = said["kind"]
        said["kind"] = Publication(kind) if kind == "yearbook" else RequesterKind(kind)
    if "purpose" in said:
        said["purpose"] = Purpose(said["purpose"])
    if "fields" in said:
        said["fields"] = tuple(DirectoryField(it) for it in said["fields"])
    return replace(asked, **said)


def prepares(by: SignedIn, asked: Any, *, above: int = MANY, at: datetime = AT, once: UUID | None = None) -> Any:
    """Prepare it, with a form of its own unless one is named."""
    from fileroom.disclosure.directory import lists
    from fileroom.programmes.enforcement.visits import in_writing
    from fileroom.programmes.notices.directory import not_yet_told

    enter = in_writing(uuid4(), "")
    return lists.prepare(once or uuid4(), asked, second_above=above, enter=enter, untold=not_yet_told, by=by, at=at)


def hands_over(by: SignedIn, list_id: UUID, *, form: str = "csv", at: datetime = AT) -> Any:
    """Take the file."""
    from fileroom.disclosure.directory import lists
    from fileroom.letters import Letterhead
    from fileroom.programmes.notices.directory import not_yet_told

    head = Letterhead("Alder", "", "https://x.example/check/")
    return lists.hand_over(list_id, form=form, head=head, untold=not_yet_told, by=by, at=at)


def body(of: Any) -> bytes:
    """The whole file that was handed over. Its pieces come once."""
    return b"".join(of.file.pieces)


def rows(file: Any) -> list[list[str]]:
    """The rows of a spreadsheet but its head, without the mark."""
    told = list(csv.reader(io.StringIO(body(file).decode("utf-8-sig"), newline="")))
    return [row[:-1] for row in told[1:]]


def names(by: SignedIn, asked: Any, *, at: datetime = AT) -> list[str]:
    """Who stands on the list that is prepared and handed over now."""
    made = prepares(by, asked, at=at)
    return [" ".join(row[1::-1]) for row in rows(hands_over(by, made.id, at=at))]


def chooses(who: make.Related, student: models.Student, kind: str, *, at: datetime = AT) -> Any:
    """A family says so on its own page."""
    from fileroom.collection.choices.services import choose

    return choose(student.id, kind, by=who.by, at=at)
