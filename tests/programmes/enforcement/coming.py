"""Officers and agents who come, call or write, for the tests of what follows."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from fileroom.letters import Letterhead
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.answers import Refused
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.enforcement.services import Told
    from fileroom.programmes.models import EnforcementRequest

HEAD = Letterhead("Alder Creek", "(559) 555-0134", "https://alder-creek.example/check/")
RIGHTS = "https://alder-creek.example/know-your-rights/"


def comes(by: SignedIn, asker: str, *, channel: str = "in_person", at: datetime = AT, id_: UUID | None = None) -> Told:
    """Somebody is here, and the first press says who."""
    from fileroom.programmes.enforcement.encounters import Asker, Channel
    from fileroom.programmes.enforcement.services import open_request

    return open_request(id_ or uuid4(), Channel(channel), Asker(asker), by=by, at=at)


def answers(
    of: UUID,
    by: SignedIn,
    *,
    standing: str = "",
    joined: str = "",
    harm: str = "",
    wants: tuple[str, ...] = (),
    at: datetime = AT,
    **more: Any,
) -> Told:
    """The questions that may wait."""
    from fileroom.programmes.enforcement.encounters import Want
    from fileroom.programmes.enforcement.papers import Seen
    from fileroom.programmes.enforcement.services import answer, mark_of

    said: dict[str, Any] = {"wants": tuple(Want(it) for it in wants)} | more
    said |= {name: Seen(it) for name, it in (("joined", joined), ("harm", harm)) if it}
    return answer(of, standing=standing or mark_of(row(of)), by=by, at=at, **said)


def shows(of: UUID, by: SignedIn, form: str, *, court: str = "not_seen", **seen: Any) -> Told:
    """A paper is in their hand. `until`: the last day of the silence that it asks for."""
    from fileroom.programmes.enforcement.papers import Court, Seen, Shown
    from fileroom.programmes.enforcement.services import show_paper

    until = seen.pop("until", None)
    answers = {name: Seen(value) for name, value in seen.items()}
    return show_paper(of, Shown(form, Court(court), until=until, **answers), by=by, at=AT)


def writes(of: UUID, by: SignedIn, *, at: datetime = AT, id_: UUID | None = None, **fields: str) -> UUID | None:
    """Who they are and what they said is written down."""
    from fileroom.programmes.enforcement.services import write

    said = {"name": "R. Cole", "agency": "ICE", "badge": "40412", "said": "Asked for Ana Torres at 9:12."} | fields
    return write(id_ or uuid4(), of, said, by=by, at=at)


def sends(
    notice: UUID,
    by: SignedIn,
    *,
    identified: bool = True,
    others: bool = False,
    standing: str = "",
    language: str = "",
    at: datetime = AT,
) -> UUID | Refused:
    """A letter to the family goes out, by the answers that stand; in the language that was chosen before, if any.
    `identified`: whoever hands it over has looked at their ID."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import send
    from fileroom.programmes.enforcement.services import mark_of
    from fileroom.programmes.models import FamilyNotice

    with district_transaction():
        row = FamilyNotice.objects.get(pk=notice)
        said = {"standing": standing or mark_of(row.request), "language": language or row.language}
    return send(notice, Desk(HEAD, RIGHTS), identified=identified, others=others, by=by, at=at, **said)


def read(notice: UUID, by: SignedIn, *, language: str = "", at: datetime = AT) -> str:
    """What the letter says: as it went out, or as it would now."""
    import pypdfium2

    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import open_letter

    pdf = open_letter(notice, Desk(HEAD, RIGHTS), language=language, by=by, at=at)
    assert isinstance(pdf, bytes)
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split())


def letters(of: UUID) -> list[UUID]:
    """The letters to a family that lie ready."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import FamilyNotice

    with district_transaction():
        return list(FamilyNotice.objects.filter(request=of, sent_at=None, dropped_at=None).values_list("id", flat=True))


def row(of: UUID) -> EnforcementRequest:
    """The request as the register has it."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        return EnforcementRequest.objects.get(pk=of)


def owed(of: UUID, *, at: datetime = AT) -> dict[str, date | None]:
    """What is open about it, by the last word of its rule, and by when."""
    from fileroom.duties.queries import about

    return {it.rule.rpartition(".")[2]: it.due for it in about("enforcement", [of], at=at)}


def of_no_harm(of: UUID, by: SignedIn, *, at: datetime = AT) -> None:
    """It is said that it is about no harm to a child at home: before, no letter goes out of whom nobody knows."""
    answers(of, by, harm="no", wants=tuple(row(of).wants), at=at)


def shown(of: UUID, rule: str) -> dict[str, str]:
    """What the button of a duty sends: its rule, and which one the page showed."""
    from fileroom.duties.queries import about

    (one,) = (it for it in about("enforcement", [of], at=AT) if it.rule == rule)
    return {"rule": rule, "seen": str(one.id)}


def discharged(of: UUID, by: SignedIn, *, at: datetime = AT) -> None:
    """The Superintendent has read it, somebody has written it down, and all that a person says of it is done; of whom
    nobody knows it is said first that it is about no harm to a child."""
    from fileroom.programmes.enforcement import desk

    if row(of).asker == "not_sure" and not row(of).harm:
        of_no_harm(of, by, at=at)
    writes(of, by, at=at)
    for rule in desk.request(of, by=by, at=at).theirs:
        says_done(of, rule, by, at=at)


def says_done(
    of: UUID,
    rule: str,
    by: SignedIn,
    *,
    otherwise: bool = False,
    no_inquiry: bool = False,
    seen: str | None = None,
    at: datetime = AT,
) -> None:
    """Somebody says that what this rule asks is done. `seen`: the id of the duty that they had before them."""
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.looking_after import done

    done(of, rule, Desk(HEAD, RIGHTS), otherwise=otherwise, no_inquiry=no_inquiry, seen=seen, by=by, at=at)


def closes(of: UUID, by: SignedIn, outcome: str = "nothing_given", *, at: datetime = AT) -> None:
    """It is closed."""
    from fileroom.programmes.enforcement.looking_after import close

    close(of, outcome, by=by, at=at)
