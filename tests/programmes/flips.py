"""For each evidence of the policy page: a row whose change turns it to attention, and the change that turns it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes import (
    flips_of_collection,
    flips_of_directory,
    flips_of_incidents,
    flips_of_marks,
    flips_of_notices,
    flips_of_packets,
    flips_of_social_media,
)
from tests.programmes.flip import LONG_AGO, Change, Flip, nothing
from tests.programmes.flips_of_calendars import calendar
from tests.programmes.flips_of_cards import addresses, claimed
from tests.programmes.flips_of_incidents import (
    attack_reported,
    essentials,
    listed_only,
    nobody_looks,
    not_exercised,
    not_locked_away,
    somebody_waits,
)
from tests.programmes.flips_of_officers import OFFICERS
from tests.programmes.flips_of_orders import ORDERS, duty, not_confirmed
from tests.programmes.flips_of_outgoing import kept_back, unreached
from tests.programmes.flips_of_programmes import board_report, board_untold, told_at_once, training
from tests.programmes.flips_of_tools import alarm, tool
from tests.programmes.flips_of_vendors import company_asked, contract, deletion, demand

if TYPE_CHECKING:
    from fileroom.people.models import Custodian


def custodian_of(town: make.Town, *, district: bool) -> Flip:
    """An office's holder leaves it, and comes back."""
    own = make.custodian(town.principal.row, None) if district else _the_schools(town)
    left, where = make.TODAY - timedelta(days=9), "the district" if district else town.school.name
    why = f"Nobody holds the office at {where}"
    return Flip(why, nothing, lambda: make.change(own, to_on=left), lambda: make.change(own, to_on=None))


def _the_schools(town: make.Town) -> Custodian:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian

    with district_transaction():
        return Custodian.objects.get(school=town.school)


def paper_orders(town: make.Town) -> Flip:
    """A school has not signed that its paper orders are entered."""
    signed = town.school.orders_entered_on
    return Flip(
        "1 has not: there no family sees a file online",
        nothing,
        lambda: make.change(town.school, orders_entered_on=None),
        lambda: make.change(town.school, orders_entered_on=signed),
    )


def law_signed(town: make.Town) -> Flip:
    """A person's signature for the law that decides is of another text than today's."""
    from fileroom.law.signing import first_release
    from fileroom.people import counsel
    from fileroom.people.models import CounselSignature

    row = CounselSignature(
        kind="release", item=str(first_release().number), text=first_release().text, effect="confirmed",
        from_on=make.TODAY - make.YEAR, signed_at=LONG_AGO, signed_by=uuid4(), entry=uuid4(),
    )  # fmt: skip

    def signs(text: str) -> Change:
        def change() -> None:
            _as_owner(f"UPDATE people_counselsignature SET text = '{text}'")
            counsel.forget()

        return change

    return Flip(
        "Nobody of the district has signed for the law that decides",
        lambda: make.keep(row),
        signs("0" * 64),
        signs(first_release().text),
    )


def answered(town: make.Town) -> Flip:
    """Of a request that was answered it is lost who asked: somebody with the database's own password took it away."""
    from fileroom.ledger.services import Act

    entry = _noted(Act.DISCLOSURE_ANSWERED, town)

    def kept() -> None:
        _asker_of(entry)

    return Flip(
        "Beside one or more of them nobody stands who asked",
        kept,
        lambda: _as_owner("DELETE FROM disclosure_recipient"),
        kept,
    )


def immigration(town: make.Town) -> Flip:
    """A copy went out for immigration enforcement."""
    from fileroom.ledger.services import Act

    def released() -> None:
        _asker_of(_noted(Act.RECORD_RELEASED, town, purpose="immigration_enforcement"))

    return Flip(
        "A copy went out for it. Counsel reads the paper it rested on",
        nothing,
        released,
        lambda: _as_owner("DELETE FROM ledger_event WHERE act = 'record:released'"),
    )


def ledger_checked(town: make.Town) -> Flip:
    """The last check of the ledger is shown to have found something, and then another finds nothing."""
    from fileroom.disclosure import ledger_check

    keeper = make.employee("Kit", "Kent")
    make.custodian(keeper, None)
    by = make.signed_in(make.account("kit", employee=keeper))

    def checks() -> None:
        begun = ledger_check.begin(by=by, at=AT)
        assert isinstance(begun, tuple)
        ledger_check.carry_out(begun[0].id, by=by, progress=lambda walked, of: None, clock=lambda: AT)

    def altered() -> None:
        from fileroom.disclosure.models import Check
        from fileroom.hosting import district_transaction

        with district_transaction():
            Check.objects.update(mac=b"0" * 32)

    return Flip("The last check found something. Change nothing before it is understood", checks, altered, checks)


def restored(town: make.Town) -> Flip:
    """The last drill did not bring the backup back whole; the next did."""
    from fileroom.hosting import current_district, drills

    def drilled(days: int, *, ok: bool) -> Change:
        at = AT - timedelta(days=days)
        return lambda: drills.record(current_district(), drills.Drill(at, at, ok))

    return Flip(
        "The last backup that was tried did not come back whole",
        drilled(3, ok=True),
        drilled(2, ok=False),
        drilled(1, ok=True),
    )


def adopted(town: make.Town) -> Flip:
    """The Board adopted the policy more than a year ago; then again."""
    from fileroom.programmes.models import AdoptedPolicy

    row = AdoptedPolicy(adopted_on=make.TODAY, text="x", entered_at=AT, entered_by=uuid4(), entry=uuid4())
    return Flip(
        "It is more than a year since",
        lambda: make.keep(row),
        lambda: make.change(row, adopted_on=make.TODAY - 2 * make.YEAR),
        lambda: make.change(row, adopted_on=make.TODAY),
    )


def _noted(act: Any, town: make.Town, *, purpose: str = "") -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger

    by = town.registrar.by.acting_as("registrar")
    with district_transaction():
        event = ledger.event(act, part="counter", by=by, purpose=purpose, at=AT - timedelta(days=2))
        return ledger.write(event)


def _asker_of(entry: UUID) -> None:
    """Who asked, beside the entry."""
    from fileroom.disclosure import parties
    from fileroom.disclosure.shown import Recipient
    from fileroom.hosting import district_transaction

    with district_transaction():
        parties.keep(entry, Recipient("Dana Roe"), "public", None)


def _as_owner(statement: str) -> None:
    """What the application's own role may not do to what is only added to."""
    from django.db import connections

    from fileroom.hosting.districts import owner_in

    with owner_in("alder_creek"), connections["owner"].cursor() as cursor:
        cursor.execute(statement)


FLIPS: dict[str, Callable[[make.Town], Flip]] = {
    **flips_of_collection.FLIPS,
    **flips_of_notices.FLIPS,
    **flips_of_packets.FLIPS,
    "calendar.entered": calendar,
    "collection.addresses": addresses,
    "disclosure.answered": answered,
    "disclosure.immigration": immigration,
    "disclosure.ledger_checked": ledger_checked,
    "disclosure.lists": flips_of_directory.lists,
    "disclosure.marks": flips_of_marks.marks,
    "duties.owed": lambda town: duty(town, "1 is overdue"),
    "enforcement.board_report": board_report,
    "enforcement.requests": told_at_once,
    "incidents.cyberattacks": attack_reported,
    "incidents.essentials": essentials,
    "incidents.register": somebody_waits,
    "people.district_custodian": lambda town: custodian_of(town, district=True),
    "people.law_signed": law_signed,
    "people.paper_orders": paper_orders,
    "people.school_custodians": lambda town: custodian_of(town, district=False),
    "policy.adopted": adopted,
    "reading.alarms": alarm,
    "safekeeping.restored": restored,
    "casework.outgoing": kept_back,
    "tools.approved": tool,
    "social_media.program": flips_of_social_media.program,
    "training.counter": lambda town: training(town.teacher, "enforcement"),
    "training.custodians": lambda town: training(town.principal, "custodians"),
    "training.cybersecurity": lambda town: training(town.teacher, "cybersecurity"),
    "training.special_education": lambda town: training(town.teacher, "special_education_records"),
    "training.standing": lambda town: training(town.teacher, "student_information"),
    "vendors.contracts": contract,
    "vendors.demands": demand,
    "vendors.letters": deletion,
    "vendors.questions": company_asked,
    **OFFICERS,
    **ORDERS,
}
# What has more than one reason to want attention: which evidence, which other reason, and its flip.
ALSO: tuple[tuple[str, str, Callable[[make.Town], Flip]], ...] = (
    *flips_of_notices.ALSO,
    *flips_of_packets.ALSO,
    *flips_of_social_media.ALSO,
    ("casework.outgoing", "no mail server takes one", unreached),
    ("enforcement.board_report", "the Board was told too little", board_untold),
    ("collection.orders", "a list alone claims it", claimed),
    ("people.order_receivers", "nobody has confirmed them for a year", not_confirmed),
    ("disclosure.lists", "nobody has counted", flips_of_directory.uncounted),
    ("disclosure.lists", "nobody has agreed", flips_of_directory.not_agreed),
    ("incidents.essentials", "none is locked away", not_locked_away),
    ("incidents.register", "nobody looks at one", nobody_looks),
    ("incidents.register", "somebody is only listed", listed_only),
    ("incidents.register", "no exercise was held in its time", not_exercised),
    *flips_of_incidents.OVERDUE,
)
