"""A family that has shown its card, for tests of what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.factories import TODAY, YEAR

if TYPE_CHECKING:
    from fileroom.collection.cards.services import Said
    from fileroom.people.signed_in import SignedIn

# Where they live: a street that no other test and no text of the program has.
STREET, CITY, CODE = "8128 North Quillfeather Court, Apt 3", "Sanger", "93657"
LIVES = {"street": STREET, "city": CITY, "postal_code": CODE}
BOX = {"street": "P.O. Box 1679, No. 4471", "city": "Sacramento", "postal_code": "95812"}


@dataclass(frozen=True)
class Household:
    """Ana and Ben live with their mother; the father lives elsewhere, and has custody too."""

    town: make.Town
    father: make.Related

    @property
    def keeper(self) -> SignedIn:
        """The custodian of records of their school."""
        return self.town.principal.by


def household() -> Household:
    """Their file has the address where they live, of each who lives there; and the father's own."""
    town = make.town()
    make.relationship(town.ben, town.mother.row)
    father = make.related("father", town.ana)
    make.change(father.row, given="Victor", family="Ortega", search_name="victor ortega")
    assert father.relation is not None
    make.custody(father.relation)
    files(town.registrar.by, town.ana, "student_address", LIVES)
    files(town.registrar.by, town.ben, "student_address", LIVES)
    files(town.registrar.by, town.ana, "parent_name_and_address", {"name": "Mother", **LIVES}, town.mother.row.id)
    files(town.registrar.by, town.ana, "parent_name_and_address", {"name": "Victor", **FATHERS}, father.row.id)
    return Household(town, father)


FATHERS = {"street": "12 Elm Road", "city": "Fresno", "postal_code": "93701"}


def files(by: SignedIn, child: Any, item: str, fields: dict[str, str], about: UUID | None = None) -> UUID:
    """A record, filed at the counter."""
    from fileroom.collection.services import Collected, collect

    done = collect(child.id, item, fields, by=by, at=AT, about=about)
    assert isinstance(done, Collected), done.decision.says
    return done.record


def said(of: Household, **more: Any) -> Said:
    """What the mother's card says."""
    from fileroom.collection.cards.services import Said

    usual = Said(
        of.town.mother.row.id, (of.town.ana.id, of.town.ben.id), (), "4471", BOX, LIVES, TODAY, TODAY + 4 * YEAR,
        seen=True,
    )  # fmt: skip
    return replace(usual, **more)


def enters(of: Household, *, by: SignedIn | None = None, at: datetime = AT, **more: Any) -> Any:
    """The card is entered by the school's custodian."""
    from fileroom.collection.cards.services import enter

    return enter(uuid4(), said(of, **more), by=by or of.keeper, at=at)


def entered(of: Household, **more: Any) -> UUID:
    """The same, which the law must let in; the card's id."""
    from fileroom.collection.cards.services import Entered

    done = enters(of, **more)
    assert isinstance(done, Entered), done.decision.says
    return done.id


def stands(child: Any, by: SignedIn, item: str, about: UUID | None = None) -> list[str]:
    """The streets that the file's records of this item say, as somebody who opens them reads."""
    from fileroom.disclosure.services import Inspected, inspect
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    with district_transaction():
        rows = Record.objects.filter(student=child, item=item)
        records = list((rows.filter(about=about) if about else rows).order_by("filed_at").values_list("id", flat=True))
    answers = [inspect(it, by=by, at=AT) for it in records]
    return [it.contents.fields["street"] for it in answers if isinstance(it, Inspected)]


def confirms(
    card: UUID, *, by: SignedIn, at: datetime = AT, how: str = "in_person", said_on: date | None = TODAY
) -> UUID:
    """Another person ends it, on the mother's word."""
    from fileroom.collection.cards.ending import confirm

    return confirm(card, how, said_on, by=by, at=at)


def shows_a_card(town: make.Town, who: Any) -> UUID:
    """A student of this school shows one of their own; the card's id."""
    from fileroom.collection.cards.services import Entered, Said, enter

    own = Said(who.id, (who.id,), (), "4471", BOX, {}, TODAY, TODAY + YEAR, seen=True)
    done = enter(uuid4(), own, by=town.principal.by, at=AT)
    assert isinstance(done, Entered), done.decision.says
    return done.id


def owed() -> list[tuple[str, str, Any]]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return sorted(Duty.objects.filter(room="cards", done_at=None).values_list("rule", "part", "due_on"))
