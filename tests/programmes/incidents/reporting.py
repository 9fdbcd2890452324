"""Incidents that are reported and looked into, for the tests of what follows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from fileroom.letters import Letterhead
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.incidents.known import Known
    from fileroom.programmes.models import Incident

HEAD = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")
HOUR = timedelta(hours=1)
TEXTS = {
    "happened_en": "Somebody copied files of our meal service.", "happened_es": "Alguien copió archivos.",
    "doing_en": "We have closed the way in.", "doing_es": "Hemos cerrado la entrada.",
}  # fmt: skip


def reports(
    by: SignedIn, *, systems: tuple[str, ...] = ("files",), exercise: bool = False, at: datetime = AT,
    happened: str = "A file server shows a ransom note.", going_on: str = "no", id_: UUID | None = None,
    noticed_at: datetime | None = None,
) -> UUID:  # fmt: skip
    """Somebody reports an incident."""
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.services import Answer, Report, report

    said = Report(happened, noticed_at or at - HOUR, tuple(System(it) for it in systems), Answer(going_on), exercise)
    return report(id_ or uuid4(), said, by=by, at=at)


def known(**said: Any) -> Known:
    """What is known: by default somebody got in and copied names with medical information of the district's."""
    from fileroom.law.facts import Acquisition, Encryption, Holder, Taken
    from fileroom.programmes.incidents.known import Known

    whole: dict[str, Any] = {
        "unauthorized": True, "harms": (), "holder": Holder.DISTRICT, "data": (Taken.FULL_NAME, Taken.MEDICAL),
        "acquisition": Acquisition.KNOWN, "encryption": Encryption.NONE, "students": 2, "staff": 0, "residents": 2,
        "from_on": date(2026, 10, 18), "files": 0,
    }  # fmt: skip
    return Known(**whole | said)


def assesses(
    of: UUID, by: SignedIn, said: Known | None = None, *, systems: tuple[str, ...] = ("files",), going_on: str = "no",
    at: datetime = AT,
) -> Any:  # fmt: skip
    """Whoever handles it says what is known."""
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.services import Answer, assess

    systems_ = tuple(System(it) for it in systems)
    return assess(of, said or known(), systems_, Answer(going_on), seen=row(of).assessed_at, by=by, at=at)


def owed(of: UUID, *, at: datetime = AT) -> dict[str, date | None]:
    """What is open about it, by its rule, and by when."""
    from fileroom.duties.queries import about

    return {it.rule.removeprefix("programmes."): it.due for it in about("incidents", [of], at=at)}


def row(of: UUID) -> Incident:
    """The incident as the register has it."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Incident

    with district_transaction():
        return Incident.objects.get(pk=of)


def blocked(of: UUID, by: SignedIn, *, at: datetime = AT) -> tuple[str, ...]:
    """What keeps it open, as its page says."""
    from fileroom.programmes.incidents.desk import page

    return page(of, by=by, at=at).blocks


def listed(of: UUID, by: SignedIn, text: str, *, whose: str = "vendor", at: datetime = AT) -> Any:
    """A list is imported, of whoever holds it: by default of a company."""
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.reaching import import_list

    return import_list(uuid4(), of, System(whose), text.encode(), by=by, at=at)


def words_written(of: UUID, by: SignedIn, *, at: datetime = AT) -> None:
    """The notice's own words."""
    from fileroom.programmes.incidents.notice_texts import write_notice

    write_notice(uuid4(), of, TEXTS, plain=True, by=by, at=at)


def notices(of: UUID) -> list[tuple[str, str]]:
    """How far each notice is, and why by hand, in order."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import IncidentNotice

    with district_transaction():
        rows = IncidentNotice.objects.filter(person__incident=of)
        return sorted(rows.values_list("state", "why"))


def lives(
    who: Any, contact: Any, street: str, by: SignedIn, *, city: str = "Alder Creek", code: str = "93600",
    at: datetime = AT,
) -> None:  # fmt: skip
    """An address of a contact is filed."""
    from fileroom.collection.services import Collected, collect

    fields = {"name": "Parent", "street": street, "city": city, "postal_code": code}
    about = contact.id if contact else None
    done = collect(who.id, "parent_name_and_address", fields, by=by, at=at, about=about)
    assert isinstance(done, Collected), done


def prints(of: UUID, by: SignedIn, *, at: datetime = AT) -> tuple[UUID, bytes | None]:
    """The first print that nobody has opened, put together where there is none, is opened to print: itself, and the PDF
    where any of its letters may still go."""
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.posting import letters, print_all
    from fileroom.programmes.models import IncidentPrint

    def waits() -> UUID | None:
        with district_transaction():
            rows = IncidentPrint.objects.filter(
                incident=of, incidentnotice__state="written", incidentnotice__opened_at=None
            )
            return rows.order_by("made_at", "number").values_list("pk", flat=True).first()

    made = waits()
    if made is None:
        answer = print_all(of, head=HEAD, by=by, at=at)
        assert not isinstance(answer, Refused), answer
        made = waits()
    assert made
    pdf = letters(of, made, head=HEAD, by=by, at=at)
    assert not isinstance(pdf, Refused), pdf
    return made, pdf


def posts(of: UUID, print_id: UUID, by: SignedIn, *, at: datetime = AT) -> tuple[int, int]:
    """It is asked once more, and somebody says that a print was posted: how many are told by it, and how many were not
    to go after all."""
    from fileroom.people.answers import Refused
    from fileroom.programmes.incidents.posting import ask_once_more, posted

    asked = ask_once_more(of, print_id, head=HEAD, by=by, at=at)
    assert not isinstance(asked, Refused), asked
    answer = posted(of, print_id, head=HEAD, by=by, at=at)
    assert not isinstance(answer, Refused), answer
    return answer.told, asked.stopped + answer.stopped
