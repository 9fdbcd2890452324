"""Release a copy: say who asks, what for and what they showed; read the answer; hand over where nothing is owed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from fileroom.disclosure.limits import Within
from fileroom.disclosure.marks.asking import ask_look
from fileroom.disclosure.marks.before import Before, Looked
from fileroom.disclosure.preparing import Prepared, prepare
from fileroom.disclosure.reasons import LONGEST, shown_again
from fileroom.disclosure.releasing import Answered, Bounded, Released, Repeated, Unlooked, Waits, propose, release
from fileroom.law import Decision, Duty
from fileroom.law.codes import DutyCode, Limit
from fileroom.people.answers import Refused
from fileroom.programmes.enforcement import visits
from fileroom.programmes.notices.directory import not_yet_told
from fileroom.web import release_words as words
from fileroom.web.cards import card
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.language_names import names_written_home
from fileroom.web.letterheads import with_a_letter
from fileroom.web.once import once
from fileroom.web.purpose import changed
from fileroom.web.release_form import ReleaseForm
from fileroom.web.showing import file_bytes, labelled
from fileroom.web.whose import whose

PAPER = "paper"  # in the session: by which form a record was asked for by a paper, whatever it was for
HAND_OVER, ASK_LOOK, CONFIRMED = "hand_over", "ask_look", "confirmed"
# Of an answer that grants nothing, or nothing yet.
NO_LIMITS = Within((), (), (), None, frozenset())
# Where on the form a fact that is missing, or a duty that comes first, is supplied.
FIELDS = {
    "purpose": "purpose",
    "requester.identity": "identity_checked",
    DutyCode.VERIFY_IDENTITY.value: "identity_checked",
    DutyCode.NOTIFY_PARENT_BEFORE.value: "paper_family_told_on",
    DutyCode.NOTIFY_STUDENT_BEFORE.value: "paper_family_told_on",
    "papers.consent.by": "consent_by",
    "papers.consent.form": "consent_form",
    "papers.consent.signed": "consent_signed",
    "papers.consent.dated": "consent_signed_on",
    "papers.consent.records": "consent_records_0",
    "papers.consent.purpose": "consent_purpose",
    "papers.consent.recipient": "consent_recipient",
    "papers.consent.authenticated": "consent_authenticated",
    "signed_by_judge": "paper_judge",
    "names_these_records": "paper_records_0",
    "valid_on": "paper_from_on",
    "nondisclosure_order": "paper_nondisclosure",
    "consumer_notice_served": "paper_family_served_on",
    "minor_served": "paper_student_served_on",
    DutyCode.OBTAIN_CERTIFICATION.value: "shown_3",
}
for _kind, _says in words.SAYS_IN.items():
    FIELDS |= {f"papers.{_kind.value}.{quality}": f"{_says}_0" for quality in words.CERTIFIES[_kind]}
    FIELDS |= {
        f"papers.{_kind.value}": "shown_3",
        f"papers.{_kind.value}.signed": "certificate_signed",
        f"papers.{_kind.value}.dated": "certificate_dated_on",
        f"papers.{_kind.value}.valid_on": "certificate_to_on",
    }


@require_http_methods(["GET", "POST"])
@staff("disclosure.release")
def release_copy(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """From an opened record to a copy handed over, in three steps; every answer is in the ledger first."""
    prepared = prepare(record_id, by=by(request), at=timezone.now(), again=request.method == "POST")
    if isinstance(prepared, Refused):
        return refused(request, prepared, back=reverse("students"))
    if request.method == "GET":
        return _page(request, prepared, _form(request, prepared))
    form = _form(request, prepared, request.POST)
    if says := changed(request):
        form.add_error(None, says)
    if not form.is_valid():
        return _page(request, prepared, form, status=422)
    if form.by_a_paper:
        request.session[PAPER] = str(form.asked_by()[0])
    if request.POST.get("step") == HAND_OVER:
        return _hand_over(request, prepared, form)
    if request.POST.get("step") == ASK_LOOK:
        return _ask_look(request, prepared, form)
    given = propose(record_id, **_proposed(form), **_besides(request, form), by=by(request), at=timezone.now())
    if isinstance(given, Refused):
        return refused(request, given, back=reverse("record", args=[record_id]))
    return _page(request, prepared, form, given=given)


def _proposed(form: ReleaseForm) -> dict[str, Any]:
    return {"to": form.to_whom(), "purpose": form.what_for(), "shown": form.what_was_shown(), "untold": not_yet_told}


def _besides(request: HttpRequest, form: ReleaseForm) -> dict[str, Any]:
    enter = with_a_letter(request, visits.in_writing(*form.asked_by()))
    return {"enter": enter, "home_language": form.in_their_language()}


def _form(request: HttpRequest, prepared: Prepared, data: Any = None) -> ReleaseForm:
    today, before = timezone.localdate(), request.session.get(PAPER)
    languages = names_written_home(prepared.student, today)
    return ReleaseForm(prepared, today, data, languages=languages, before=UUID(before) if before else None)


def _hand_over(request: HttpRequest, prepared: Prepared, form: ReleaseForm) -> HttpResponse:
    record_id = prepared.record.id
    said = frozenset(limit for limit in Limit if limit in request.POST.getlist(CONFIRMED))
    looked = Looked("read_it" in request.POST, request.POST.get("because", ""))
    try:
        done = release(
            record_id, **_proposed(form), **_besides(request, form), by=by(request), at=timezone.now(),
            once=once(request), confirmed=said, looked=looked,
        )  # fmt: skip
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, prepared, form, status=422)
    if isinstance(done, Released | Repeated):
        return _handed_over(request, prepared, form, done)
    owed = done.owed if isinstance(done, Waits) else ()
    may_go_on = done.may_go_on if isinstance(done, Waits) else None
    bounds = done.within if isinstance(done, Bounded | Unlooked) else NO_LIMITS
    first, lacks = (done.before, done.lacks) if isinstance(done, Unlooked) else (None, "")
    given = Answered(done.decision, done.entry, owed, may_go_on, bounds, first)
    return _page(request, prepared, form, given=given, confirmed=said, lacks=lacks, status=403)


def _ask_look(request: HttpRequest, prepared: Prepared, form: ReleaseForm) -> HttpResponse:
    """A custodian of records is asked to look first; then the answer again, which says that they were."""
    record_id, who, now, lacks = prepared.record.id, by(request), timezone.now(), ""
    try:
        done = ask_look(once(request), record_id, request.POST.get("because", ""), **_proposed(form), by=who, at=now)
    except ValidationError as error:
        done, lacks = None, " ".join(error.messages)
    asked = _proposed(form) | _besides(request, form)
    given = done if isinstance(done, Refused) else propose(record_id, **asked, by=who, at=now)
    if isinstance(given, Refused):
        return refused(request, given, back=reverse("record", args=[record_id]))
    return _page(request, prepared, form, given=given, lacks=lacks, status=422 if lacks else 200)


def _handed_over(
    request: HttpRequest, prepared: Prepared, form: ReleaseForm, done: Released | Repeated
) -> HttpResponse:
    """The copy itself, by this one act: a document as its file, anything else on the page. A second post: neither."""
    context = _about(prepared) | {"party": _party(prepared, form), "repeated": isinstance(done, Repeated)}
    if isinstance(done, Released):
        if done.contents.form != "structured":
            return file_bytes(done)
        context["left_out"] = bool(done.within.only is not None or done.within.without)
        context["duties"] = [duty.says for duty in _to_follow(done.decision)]
        context["contents"] = labelled(done.record.item.code, done.contents.fields)
    return render(request, "records/released.html", context)


def _about(prepared: Prepared) -> dict[str, Any]:
    item = prepared.record.item
    return {
        "student": {"id": prepared.student, "name": prepared.student_name},
        "record": {
            "title": item.title.en,
            "whose": whose(prepared.record),
            "class": item.class_.value,
            "url": reverse("record", args=[prepared.record.id]),
            "release_url": reverse("release_copy", args=[prepared.record.id]),
        },
    }


def _party(prepared: Prepared, form: ReleaseForm) -> str:
    to = form.to_whom()
    if to.on_file:
        return prepared.people[to.on_file]
    return ", ".join(filter(None, (to.name, to.organisation)))


def _page(
    request: HttpRequest,
    prepared: Prepared,
    form: ReleaseForm,
    *,
    given: Answered | None = None,
    confirmed: frozenset[Limit] | None = None,
    lacks: str = "",
    status: int = 200,
) -> HttpResponse:
    """`confirmed`: by the button that hands over, of which some statement may be missing still; `lacks`: what is still
    to be done about a marked record."""
    context = _about(prepared) | {"form": form, "errors": _errors(form)}
    if given is not None:
        told = bool(form.cleaned_data["paper_family_told_on"])
        context |= {
            "card": _card(given, f"A copy for {_party(prepared, form)}", told),
            "ready": given.ready,
            "limits": _limits(given.within, confirmed) if given.ready else None,
            "marked": _marked(given.before, request, lacks) if given.ready and given.before else None,
            "apart": given.decision.apart,
            "here": visits.asked_in_writing(*form.asked_by(), by=by(request)) if given.decision.apart else None,
            "answers": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
        }
    return render(request, "records/release.html", context, status=status)


def _marked(it: Before, request: HttpRequest, lacks: str) -> dict[str, Any]:
    """What comes before a record that may show a family's status goes: what it is, why, which law, what to do."""
    return {
        "title": it.mark.title, "says": it.mark.says, "citation": it.mark.citation.text, "step": it.step.value,
        "waits": it.waits, "cleared": it.cleared is not None, "left_out": it.left_out, "lacks": lacks,
        "because": shown_again(request.POST.get("because", "")), "longest": LONGEST,
    }  # fmt: skip


def _limits(within: Within, confirmed: frozenset[Limit] | None) -> dict[str, Any]:
    """What the program keeps to, and the statements a person makes; those left out of a try to hand over, marked."""
    left = () if confirmed is None else within.unconfirmed(confirmed)
    return {
        "kept": [words.KEPT[limit] for limit in within.kept],
        "to_confirm": [
            {"code": limit.value, "says": words.TO_CONFIRM[limit], "ticked": limit in (confirmed or ())}
            for limit in within.to_confirm
        ],
        "left": bool(left),
    }


def _card(given: Answered, subject: str, told: bool) -> dict[str, Any]:
    """The answer first. A silent refusal shows the next step and never the order; a step that comes first stands where
    what is missing stands."""
    decision = given.decision
    # What stands apart was decided by its own ban: doubts about orders beside it need not be hushed.
    if decision.hushed or (decision.silent and not decision.apart):
        return words.ASK_PRINCIPAL | {"subject": subject}
    if given.within.shut and decision.granted:
        return _no_copy(given, subject)
    answers = words.ANSWERS | (words.NOT_YET if given.owed else {})
    made = card(replace(decision, duties=_to_follow(decision)), subject=subject, answers=answers, words=_say(given))
    for step in made["missing"]:
        step |= _supply(step["fact"])
    made["missing"] += [
        {"ask": f"{duty.says}{_from(given, duty, told)}", "citation": duty.citation, **_supply(duty.code)}
        for duty in given.owed
    ]
    return made


def _no_copy(given: Answered, subject: str) -> dict[str, Any]:
    """It may be given, but within limits that no copy of this record keeps: the answer is the limit."""
    made = card(given.decision, subject=subject, answers=words.ANSWERS, words=words.SAY_NO_COPY)
    says = " ".join(words.NO_COPY.get(limit, words.NO_COPY_AT_ALL) for limit in given.within.shut)
    return made | {"kind": "no", "answer": words.NO_COPY_GOES, "says": says, "missing": [], "duties": []}


def _to_follow(decision: Decision) -> tuple[Duty, ...]:
    """What is still to do once the copy has gone: what comes before it is done by then, or stands among the steps."""
    return tuple(duty for duty in decision.duties if not (decision.granted and duty.before))


def _supply(fact: str) -> dict[str, Any]:
    """The link to the form's own field for this fact; nothing where a person decides it."""
    field = FIELDS.get(fact) or FIELDS.get(fact.rpartition(".")[2])
    return {"action_url": f"#id_{field}", "action_label": "Go to the answer"} if field else {}


def _from(given: Answered, duty: Duty, told: bool) -> str:
    """From which day it may go, where the step needs time: counted from the day that was given, or from today."""
    if not duty.wait or given.may_go_on is None:
        return ""
    since = "on the day you gave" if told else "today"
    return f" Told {since}, it may go from {date_format(given.may_go_on, 'l j F')}."


def _say(given: Answered) -> str:
    decision = given.decision
    if decision.apart:
        return words.SAY_TO_OFFICER
    if given.owed:
        return words.SAY_WAIT
    return "" if decision.granted or decision.missing else words.SAY_NO


def _errors(form: ReleaseForm) -> list[dict[str, str]]:
    """Each error with the field it is about and where that field stands; a group of choices stands at its first."""
    found = [{"label": "", "at": "", "says": str(says)} for says in form.non_field_errors()]
    for bound in form:
        at = bound.id_for_label or f"{bound.auto_id}_0"
        found += [{"label": str(bound.label), "at": at, "says": str(says)} for says in bound.errors]
    return found
