"""Flips of what notices, the regulation and delegations count on the policy page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


def _says(by: SignedIn, name: str, cents: str, *, hours: int) -> None:
    from fileroom.programmes.settings.services import say

    say(uuid4(), name, {"en": cents}, by=by, at=AT + timedelta(hours=hours))


def adopted(town: make.Town) -> Flip:
    """What the notice says of the cost of copies changes, and is then as it was."""
    by = steps.designee().by

    def right() -> None:
        steps.everything_said(by)
        steps.adopted(by)

    return Flip(
        "Something that it says has changed since it was adopted",
        right,
        lambda: _says(by, "copy_cost", "25", hours=1),
        lambda: _says(by, "copy_cost", "10", hours=2),
    )


def told(town: make.Town) -> Flip:
    """A family that enrolled yesterday was not told; then it is."""
    from fileroom.programmes.models import AnnualNotice, NoticeToFamily

    notice = AnnualNotice(
        school_year=steps.YEAR, number=1, text={}, criteria="", composed="", digest="", adopted_at=LONG_AGO,
        adopted_by=uuid4(), entry=uuid4(),
    )  # fmt: skip
    row = NoticeToFamily(
        student=town.ana, contact=town.mother.row, school=town.school, school_year=steps.YEAR, since_on=make.TODAY,
        at_enrolment=True,
    )  # fmt: skip
    gone = {
        "notice": notice, "told_on": make.TODAY, "method": "mail", "language": "en", "told_by": uuid4(),
        "told_entry": uuid4(),
    }  # fmt: skip
    return Flip(
        "1 should have been told by now",
        lambda: make.keep(notice, row),
        lambda: make.change(row, since_on=make.TODAY - timedelta(days=1)),
        lambda: make.change(row, **gone),
    )


def languages(town: make.Town) -> Flip:
    """A school's census is corrected: so many speak a language that the notice is owed in it; then fewer."""
    from fileroom.programmes.models import LanguageCensus, LanguageCount

    census = LanguageCensus(
        school=town.school, census=steps.YEAR - 1, students=100, counted_at=AT, counted_by=uuid4(), entry=uuid4()
    )
    row = LanguageCount(census=census, language="vi", speak=14)
    return Flip(
        "1 is not there yet",
        lambda: make.keep(census, row),
        lambda: make.change(row, speak=15),
        lambda: make.change(row, speak=14),
    )


def regulation(town: make.Town) -> Flip:
    """What the regulation quotes changes, and is then as it was."""
    by = steps.designee().by

    def right() -> None:
        from fileroom.programmes.regulation.drafting import Installed
        from tests.programmes.regulation.steps import adopts

        steps.everything_said(by)
        adopts(by, Installed(10, 365, 30))

    return Flip(
        "1 thing that it quotes has changed since",
        right,
        lambda: _says(by, "copy_cost", "25", hours=1),
        lambda: _says(by, "copy_cost", "10", hours=2),
    )


def reads_otherwise(town: make.Town) -> Flip:
    """What it quotes is the same, and a release of this program words it otherwise; then it is adopted anew."""
    by = steps.designee().by

    def adopts_it(at: datetime = AT) -> None:
        from fileroom.programmes.regulation.drafting import Installed
        from tests.programmes.regulation.steps import adopts

        adopts(by, Installed(10, 365, 30), at=at)

    def right() -> None:
        steps.everything_said(by)
        adopts_it()

    def wrong() -> None:
        from fileroom.hosting import district_transaction
        from fileroom.programmes.models import AdoptedRegulation

        with district_transaction():
            row = AdoptedRegulation.objects.get()
        make.change(row, digest="0" * 64)

    why = "Its draft reads otherwise since this release"
    return Flip(why, right, wrong, lambda: adopts_it(AT + timedelta(hours=1)))


def delegations(town: make.Town) -> Flip:
    """Whoever acts by a delegation leaves the district; then it is taken back."""
    from fileroom.programmes.models import Delegation

    who, chief = make.employee("Deputy", "Lee"), make.staffed("flips", "administrator", None)
    row = Delegation(
        employee=who, programmes=["notices"], from_on=make.TODAY - timedelta(days=30), given_at=LONG_AGO,
        given_by=chief.by.account.id, entry=uuid4(),
    )  # fmt: skip
    return Flip(
        "1 names somebody who works here no more",
        lambda: make.keep(row),
        lambda: make.change(who, left_on=make.TODAY - timedelta(days=2)),
        lambda: make.change(row, ended_at=AT, ended_by=uuid4(), ended_entry=uuid4()),
    )


FLIPS: dict[str, Callable[[make.Town], Flip]] = {
    "delegations.register": delegations,
    "notices.adopted": adopted,
    "notices.languages": languages,
    "notices.told": told,
    "regulation.adopted": regulation,
}
ALSO = (("regulation.adopted", "a release words it otherwise", reads_otherwise),)
