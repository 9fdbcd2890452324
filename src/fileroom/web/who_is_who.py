"""Who is who to a student, and the office's word that a claim is so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import overview
from fileroom.disclosure.services import Opened, open_file
from fileroom.people.answers import Missing, Refused
from fileroom.people.milestones import FINDING, Noted
from fileroom.people.services import Namesake, may_verify, verify_relationship
from fileroom.programmes.accounts.families import Standing, of_the_file
from fileroom.web import custody_form
from fileroom.web.custody_form import EnterCustody
from fileroom.web.desk import head, refused
from fileroom.web.family_account_forms import GiveAccount, NewLink
from fileroom.web.gates import by, staff
from fileroom.web.milestone_forms import EndMilestone, EnterMilestone, line
from fileroom.web.purpose import changed
from fileroom.web.verifying import VerifyNamesake, VerifyRelationship
from fileroom.web.whose import RELATIONS
from fileroom.web.words import MILESTONES

SAID = "said"  # in the address: the page is looked at again after an act of its own
ENDED = "ended"  # beside it: a milestone that is over by that act


@require_GET
@staff("disclosure.open_file")
def student_people(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Who is who to this student."""
    # To see what one's own word has changed is a step of saying it.
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=SAID in request.GET)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    return people_page(request, opened)


def people_page(request: HttpRequest, opened: Opened, sent: Form | None = None) -> HttpResponse:
    """`sent`: the form that was not taken, shown again where it stands."""
    settles = may_verify(opened.student, by=by(request), at=timezone.now())
    today = timezone.localdate()
    entered = overview.custody(opened, on=today) if settles else {}
    accounts = of_the_file(opened.student, by=by(request), at=timezone.now()) if settles else {}
    contacts = [
        {
            "name": it.name,
            "relation": RELATIONS[it.kind],
            "status": it.standing,
            "status_on": it.verified_on,
            "legal_custody": it.legal_custody,
            "rights": it.rights,
            "has_account": it.has_account,
            "verify_url": reverse("verify_relationship", args=[it.relationship])
            if it.standing == "claimed" and settles
            else "",
            "form": sent
            if isinstance(sent, VerifyRelationship) and sent.relationship == it.relationship
            else VerifyRelationship(relationship=it.relationship, on=today),
            "custody_url": reverse("enter_custody", args=[it.relationship])
            if it.standing == "verified" and settles
            else "",
            "custody": custody_form.line(entered.get(it.relationship)),
            "custody_form": sent
            if isinstance(sent, EnterCustody) and sent.relationship == it.relationship
            else EnterCustody(relationship=it.relationship, relation=it.kind, on=today),
            "account": _of_contact(accounts, it.relationship, it.standing, sent) if settles else None,
        }
        for it in overview.contacts(opened, on=today)
    ]
    undone = "Not verified yet" if isinstance(sent, VerifyRelationship) else "Not entered yet"
    context = head(request, opened) | {"contacts": contacts, "sent": sent, "undone": undone, "settles": settles}
    if settles:  # nobody else's work needs what is told there
        noted = overview.milestones(opened)
        finding = any(it.kind == FINDING and it.over_on is None for it in noted)
        context["milestones"] = [_milestone(it, opened, sent, today, finding=finding) for it in noted]
        context["ended"] = _ended(noted, request.GET.getlist(ENDED))
        context["own"] = _account(accounts, None, opened.student, sent)
        context["enter"] = sent if isinstance(sent, EnterMilestone) else EnterMilestone(on=today)
    return render(request, "students/people.html", context, status=422 if sent else 200)


def _of_contact(
    accounts: Mapping[UUID | None, Standing | None], of: UUID, standing: str, sent: Form | None
) -> dict[str, Any] | None:
    """A verified contact's account, and what may be done. Of any other contact one that is open and can be closed."""
    if standing == "verified":
        return _account(accounts, of, of, sent)
    there = accounts.get(of)
    if there is None or not there.is_active:
        return None
    return {"it": there, "url": reverse("contact_account", args=[of]), "only_close": True}


def _account(
    accounts: Mapping[UUID | None, Standing | None], of: UUID | None, id_: UUID, sent: Form | None
) -> dict[str, Any]:
    """The online account of a contact (`of`: the relationship) or the student: as it stands, and what may be done."""
    mine = sent if isinstance(sent, GiveAccount | NewLink) and sent.of == id_ else None
    return {
        "it": accounts.get(of),
        "url": reverse("contact_account", args=[id_]) if of else reverse("own_account", args=[id_]),
        "give": mine if isinstance(mine, GiveAccount) else GiveAccount(of=id_),
        "again": mine if isinstance(mine, NewLink) else NewLink(of=id_),
    }


def _ended(noted: list[Noted], ids: Collection[str]) -> dict[str, Any]:
    """What is over by the act that led here, and whether counsel's finding is among it."""
    over = [it for it in noted if str(it.id) in ids and it.over_on]
    return {
        "lines": [(MILESTONES[it.kind], it.over_on) for it in over],
        "finding": any(it.kind == FINDING for it in over),
    }


def _milestone(it: Noted, opened: Opened, sent: Form | None, today: date, *, finding: bool) -> dict[str, Any]:
    mine = isinstance(sent, EndMilestone) and sent.milestone == it.id
    form = sent if isinstance(sent, EndMilestone) and mine else EndMilestone(milestone=it.id, on=today)
    return line(it, end_url=reverse("end_milestone", args=[opened.student, it.id]), form=form, finding=finding)


@require_POST
@staff("people.verify_relationship")
def verify(request: HttpRequest, relationship_id: UUID) -> HttpResponse:
    """The office has checked who a contact is."""
    asked = VerifyNamesake if "another_person" in request.POST else VerifyRelationship
    form = asked(request.POST, relationship=relationship_id, on=timezone.localdate())
    if says := changed(request):
        form.add_error(None, says)
    student_id = overview.student_of(relationship_id)
    if not form.is_valid():
        return sent_again(request, student_id, form)
    try:
        done = verify_relationship(relationship_id, **form.cleaned_data, by=by(request), at=timezone.now())
    except ValidationError as wrong:
        if isinstance(wrong, Namesake):
            form = VerifyNamesake(request.POST, relationship=relationship_id, on=timezone.localdate())
        form.add_error(None, wrong)
        return sent_again(request, student_id, form)
    except Missing:
        if not _verified_already(request, relationship_id, student_id):
            raise
        return people_again(student_id)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_people", args=[student_id]))
    return people_again(student_id)


def people_again(student_id: UUID, ended: Collection[UUID] = ()) -> HttpResponse:
    """After an act of the page: the page, as a step of it, with the milestones that are over by it."""
    query = urlencode([(SAID, ""), *((ENDED, it) for it in ended)])
    return redirect(f"{reverse('student_people', args=[student_id])}?{query}")


def sent_again(request: HttpRequest, student_id: UUID, form: Form) -> HttpResponse:
    """The page of people with the form that was sent, and what is wrong with it."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    return people_page(request, opened, form)


def _verified_already(request: HttpRequest, relationship_id: UUID, student_id: UUID) -> bool:
    """The second post of the same form: the office sees what the first one did."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused) or not may_verify(student_id, by=by(request), at=timezone.now()):
        return False
    on_file = overview.contacts(opened, on=timezone.localdate())
    return any(it.relationship == relationship_id and it.standing == "verified" for it in on_file)
