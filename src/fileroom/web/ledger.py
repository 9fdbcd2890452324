"""The ledger's page: how it stands, the signed note to keep elsewhere, the check, and gaps explained."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import ledger_desk
from fileroom.disclosure.ledger_desk import Checked, Explained
from fileroom.people.answers import Refused
from fileroom.web.cards import card
from fileroom.web.gates import by, staff

NOT_YOURS = {"must": "Yours to do", "may": "Yours to do", "no": "Not yours to do", "more": "Needs more"}
REASONS = {
    "server_stopped": "The server stopped while it was being written",
    "restored_from_backup": "The district was restored from an older backup",
}
SHOWN = 20  # of gaps and of explanations; the command shows all


def _context(
    request: HttpRequest, checked: Checked | None = None, explained: Explained | None = None
) -> dict[str, Any]:
    stand = ledger_desk.stand(by(request), at=timezone.now())
    return {
        "ledger": {
            "entries": stand.entries,
            "pending": stand.pending,
            "checked_at": timezone.now() if checked else None,
            "whole": checked.report.ok if checked else None,
        },
        "may_verify": stand.may_check,
        "may_explain": stand.may_explain,
        "may_second": stand.may_second,
        "own_account": by(request).account.id,
        "checkpoint": stand.checkpoint,
        "checkpoint_on": stand.signed_at,
        "checkpoint_url": reverse("ledger_checkpoint"),
        "public_key": stand.public_key,
        "report": _report(checked) if checked else None,
        "explained_now": explained.gap if explained else None,
        "second_awaited": explained.awaits_second if explained else False,
        "reasons": [(code, REASONS[code]) for code in ledger_desk.reasons()],
    }


def _report(checked: Checked) -> dict[str, Any]:
    """What the check found, in words. A gap is shown as one, with its form, and not once more as a finding."""
    report = checked.report
    gaps = {str(gap.entry) for gap in report.gaps}
    other = [found for found in report.findings if found.entry not in gaps]
    return {
        "ok": report.ok,
        "entries": report.entries,
        "seconds": checked.seconds,
        "findings": [(found.entry or found.position, found.says) for found in other],
        "unlisted": report.unlisted,
        "gaps": [(gap, REASONS.get(gap.reason, "")) for gap in report.gaps[:SHOWN]],
        "gaps_more": len(report.gaps[SHOWN:]),
        "explained": [(it, REASONS[it.reason]) for it in report.explained[:SHOWN]],
        "explained_count": len(report.explained),
        "cancelled_with_key": report.cancelled_with_key,
    }


def _refused(request: HttpRequest, answer: Refused) -> HttpResponse:
    context = {"card": card(answer.decision, answers=NOT_YOURS), "back_url": reverse("ledger")}
    return render(request, "refused.html", context, status=403)


@require_GET
@staff("disclosure.ledger_desk")
def ledger(request: HttpRequest) -> HttpResponse:
    """How the log stands. Positions and times; nobody's name."""
    return render(request, "ledger.html", _context(request))


@require_POST
@staff("disclosure.ledger_desk")
def ledger_verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole log now."""
    return _checked(request, None)


def _checked(request: HttpRequest, explained: Explained | None) -> HttpResponse:
    answer = ledger_desk.check(by=by(request), at=timezone.now())
    if isinstance(answer, Refused):
        return _refused(request, answer)
    return render(request, "ledger.html", _context(request, answer, explained))


@require_POST
@staff("disclosure.ledger_desk")
def ledger_explain(request: HttpRequest) -> HttpResponse:
    """Sign for one gap, then walk the log again: the page shows what remains."""
    reason = request.POST.get("reason", "")
    try:
        answer = ledger_desk.explain(_entry(request), reason=reason, by=by(request), at=timezone.now())
    except ValidationError as error:
        context = {"layout": "desk.html", "problems": _problems(error), "back_url": reverse("ledger")}
        return render(request, "invalid.html", context, status=422)
    if isinstance(answer, Refused):
        return _refused(request, answer)
    return _checked(request, answer)


def _entry(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("entry", ""))
    except ValueError:
        raise ValidationError({"entry": "This is not the id of an entry."}) from None


def _problems(error: ValidationError) -> list[dict[str, str]]:
    return [{"field": name, "says": " ".join(says)} for name, says in error.message_dict.items()]


@require_GET
@staff("disclosure.ledger_desk")
def ledger_checkpoint(request: HttpRequest) -> HttpResponse:
    """The last signed note, as a file to keep outside this installation."""
    note = ledger_desk.stand(by(request), at=timezone.now()).checkpoint
    response = HttpResponse(note, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="fileroom.checkpoint"'
    return response
