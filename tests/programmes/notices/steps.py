"""Steps that the tests of notices share: a designee, a district that has said everything, a notice that is adopted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.letters import Letterhead
    from fileroom.people.models import Student
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.models import AnnualNotice, NoticeToFamily
    from fileroom.programmes.notices.composing import Places

WORDS = {"en": "At every school office.", "es": "En la oficina de cada escuela."}
SAID = {
    "copy_cost": {"en": "10", "es": "10"},
    "prospectus": WORDS,
    "content_of_48980_o": {"en": "As counsel has given it.", "es": "Como lo dio el abogado del distrito."},
    "guide_address": {"en": "https://www.alder-creek.test/know-your-rights"},
}
YEAR = 2026


def designee(name: str = "super") -> make.Staffed:
    """Who holds a district office that designates."""
    return make.staffed(name, "administrator", None)


def everything_said(by: SignedIn, *, at: datetime = AT) -> None:
    """The district has said all that a notice and the regulation quote."""
    from fileroom.programmes.settings.services import say

    for name, said in SAID.items():
        say(uuid4(), name, said, by=by, at=at)


def adopted(by: SignedIn, *, at: datetime = AT) -> AnnualNotice:
    """This school year's notice, adopted as it reads."""
    from fileroom.people.answers import Refused
    from fileroom.programmes.notices.adopting import Adoption, adopt

    done = adopt(Adoption(uuid4(), YEAR, reads(at)), places=places(), head=head(), by=by, at=at)
    assert not isinstance(done, Refused), done.decision.says
    return done


def places() -> Places:
    from fileroom.programmes.notices.composing import Places

    return Places("https://district.test/who/", "https://district.test/companies/", "https://district.test/directory/")


def head() -> Letterhead:
    from fileroom.letters import Letterhead

    return Letterhead("Alder Creek", "555-0100", "https://district.test/check/")


def reads(at: datetime = AT) -> str:
    """The digest of the notice as it reads."""
    from fileroom.hosting import district_transaction
    from fileroom.law.days import district_day
    from fileroom.programmes.notices.composing import compose

    with district_transaction():
        return compose(places(), on=district_day(at)).digest


def rows() -> list[NoticeToFamily]:
    """The register, in order."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import NoticeToFamily

    with district_transaction():
        found = NoticeToFamily.objects.select_related("student", "contact").order_by("student__search_name", "id")
        return list(found)


def newest() -> AnnualNotice:
    """This school year's notice in its newest version."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.years import in_force

    with district_transaction():
        row = in_force(make.TODAY)
    assert row is not None
    return row


def open_duties(at: datetime = AT) -> list[tuple[str, UUID, str]]:
    """The open duties of the room: rule, about what, which part."""
    from fileroom.duties import queries

    return sorted((it.rule.rpartition(".")[2], it.of, it.part) for it in queries.of_room("notices", at=at))


def enrols(who: Student, town: make.Town, days: int = 0) -> None:
    """A student enrols so many days before today."""
    make.enrolment(who, town.school, since=make.TODAY - timedelta(days=days))
