"""The notice to a family of a request: whom it may go to, the letter prepared, and its sending, by the designee."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.disclosure import searching
from fileroom.people.answers import FormUsed, Refused
from fileroom.programmes.enforcement import notices, recipients
from fileroom.programmes.enforcement.letters_at_once import as_it_stands
from fileroom.programmes.enforcement.notices import Listed, Way
from fileroom.programmes.enforcement.recipients import THE_STUDENT, Family, To
from fileroom.web.gates import by, staff
from fileroom.web.letterheads import desk
from fileroom.web.once import once
from fileroom.web.pdf import as_pdf
from fileroom.web.whose import RELATIONS

LANGUAGES = {"en": "In English", "es": "In Spanish"}
WAYS = {Way.HANDED.value: "Handed over in person", Way.MAILED.value: "By mail"}
NOTHING_WENT_OUT = "Nothing has gone out: by what is on file now this person may not be told."
NOT_PRINTED = "It is not printed any more: by what is on file now this person may not be told."


def spoken_notices(found: Sequence[Listed]) -> list[dict[str, Any]]:
    """The notices of a request in words, the newest first: of nobody. `last`: no other one waits to be sent."""
    waiting = sum(not (it.sent_at or it.dropped_at) for it in found)
    return [
        {
            "id": it.id, "number": number, "way": WAYS[it.way], "prepared_at": it.prepared_at, "sent_at": it.sent_at,
            "dropped_at": it.dropped_at, "mailed": it.way == Way.MAILED, "standing": it.standing, "last": waiting == 1,
            "kept": it.kept, "languages": [(code, LANGUAGES[code].removeprefix("In ")) for code in it.languages],
        }
        for number, it in zip(range(len(found), 0, -1), found, strict=True)
    ]  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("programmes.prepare")
def family_notice(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Find the student, see who of the family may be told, and have the letter prepared."""
    if request.method == "GET":
        return _page(request, request_id)
    sent = request.POST
    student, contact = _uuid(sent.get("student", "")), _uuid(sent.get("contact", ""))
    try:
        if student is None:
            raise ValidationError("Choose the student first.")
        answer = notices.prepare(
            once(request), request_id, To(student, contact), desk(request), language=sent.get("language", ""),
            way=sent.get("way", ""), by=by(request), at=timezone.now(),
        )  # fmt: skip
    except (FormUsed, ValidationError) as error:
        return _page(request, request_id, student=student, problems=error.messages, status=422)
    if isinstance(answer, Refused):
        return _not_told(request, request_id, answer, student)
    return redirect("enforcement_request", request_id=request_id)


def _not_told(
    request: HttpRequest, request_id: UUID, answer: Refused, student: UUID | None = None, what: str = NOTHING_WENT_OUT
) -> HttpResponse:
    """The law keeps it from the recipient, and not from the designee, who is told why."""
    says = f"{what} {answer.decision.says}"
    return _page(request, request_id, student=student, problems=[says], status=403)


@require_POST
@staff("programmes.send")
def send_notice(request: HttpRequest, request_id: UUID, notice_id: UUID) -> HttpResponse:
    """It goes out, if the law still lets it; and it is owed on, unless everybody is told now."""
    sent, who, now, at_the_door = request.POST, by(request), timezone.now(), desk(request)
    standing, language, others = sent.get("standing", "")[:100], sent.get("language", ""), sent.get("others") != "no"
    identified = sent.get("identified") == "yes"
    return _acted(
        request,
        request_id,
        lambda: notices.send(
            notice_id,
            at_the_door,
            standing=standing,
            language=language,
            identified=identified,
            others=others,
            by=who,
            at=now,
        ),
    )


@require_POST
@staff("programmes.drop")
def drop_notice(request: HttpRequest, request_id: UUID, notice_id: UUID) -> HttpResponse:
    """It is taken back."""
    return _acted(request, request_id, lambda: notices.drop(notice_id, by=by(request), at=timezone.now()))


@require_GET
@staff("programmes.open_letter")
def notice_letter(request: HttpRequest, request_id: UUID, notice_id: UUID) -> HttpResponse:
    """The PDF of a notice: as it was sent, where it may still go out, or as it would go out now."""
    language = request.GET.get("in", "")
    try:
        pdf = notices.open_letter(notice_id, desk(request), language=language, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, request_id, problems=error.messages, status=422)
    if isinstance(pdf, Refused):
        return _not_told(request, request_id, pdf, what=NOT_PRINTED)
    return as_pdf(pdf, "letter.pdf")


def _acted(request: HttpRequest, request_id: UUID, act: Callable[[], UUID | Refused]) -> HttpResponse:
    try:
        answer = act()
    except ValidationError as error:
        return _page(request, request_id, problems=error.messages, status=422)
    if isinstance(answer, Refused):
        return _not_told(request, request_id, answer)
    return redirect("enforcement_request", request_id=request_id)


def _page(
    request: HttpRequest, request_id: UUID, *, student: UUID | None = None, problems: Any = (), status: int = 200
) -> HttpResponse:
    who, now, q = by(request), timezone.now(), request.GET.get("of", "")[:300].strip()
    chosen = student or _uuid(request.GET.get("student", ""))
    found = searching.search(q, by=who, at=now) if q and not chosen else None
    family = recipients.family(request_id, chosen, by=who, at=now) if chosen else None
    context = {
        "request_id": request_id, "of": q, "found": found,
        "family": _family(family, request.POST.get("contact")) if family else None,
        "notices": spoken_notices(notices.of_request(request_id, by=who, at=now)),
        "drafts": () if family else _drafts(request, request_id),
        "languages": _choices(request, "language", LANGUAGES), "ways": _choices(request, "way", WAYS),
        "problems": problems,
    }  # fmt: skip
    return render(request, "enforcement/family.html", context, status=status)


def _drafts(request: HttpRequest, request_id: UUID) -> list[dict[str, Any]]:
    """The letter as it stands, in each language."""
    found = as_it_stands(request_id, desk(request), by=by(request), at=timezone.now())
    return [{"language": it, "in": LANGUAGES[it], "letter": words} for it, words in found.items()]


def _choices(request: HttpRequest, name: str, said: Mapping[str, str]) -> list[tuple[str, str, bool]]:
    """What may be chosen, and which is: as it was sent, else the first."""
    sent = request.POST.get(name, "")
    chosen = sent if sent in said else next(iter(said))
    return [(code, says, code == chosen) for code, says in said.items()]


def _family(it: Family, sent: str | None) -> dict[str, Any]:
    """`sent`: the one who was chosen, where it is shown again; else the first is."""
    rows = [
        {
            "contact": each.contact or "", "name": each.name, "granted": each.granted, "says": each.says,
            "relation": "The student" if each.relation == THE_STUDENT else RELATIONS[each.relation],
        }
        for each in it.listed
    ]  # fmt: skip
    may = [row for row in rows if row["granted"]]
    chosen = next((row for row in may if str(row["contact"]) == sent), may[0] if may else None)
    return {
        "student": it.student, "name": it.name, "may": [row | {"chosen": row is chosen} for row in may],
        "may_not": [row for row in rows if not row["granted"]],
        "claimed": any(row["says"] == recipients.VERIFY_FIRST for row in rows),
    }  # fmt: skip


def _uuid(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
