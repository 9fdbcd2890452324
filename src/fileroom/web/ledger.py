"""The ledger's page: how it stands, the signed note to keep elsewhere, the check, and gaps explained."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from fileroom.disclosure import ledger_check, ledger_desk
from fileroom.disclosure.ledger_check import Check
from fileroom.disclosure.ledger_desk import Stand
from fileroom.disclosure.tasks import check_ledger
from fileroom.people.answers import Refused
from fileroom.web.cards import card
from fileroom.web.gates import by, staff

NOT_YOURS = {"must": "Yours to do", "may": "Yours to do", "no": "Not yours to do", "more": "Needs more"}
REASONS = {
    "server_stopped": "The server stopped while it was being written",
    "restored_from_backup": "The district was restored from an older backup",
}
SHOWN = 20  # of gaps and of explanations; the command shows all
PATIENCE = 1.5  # seconds a page waits for a check before it shows how far it is
SIGNED = "signed_for_a_gap"  # session key: what the page still has to say of it


@require_GET
@staff("disclosure.ledger_desk")
def ledger(request: HttpRequest) -> HttpResponse:
    """How the log stands, and the last check: on its way, or what it found. Positions and times; nobody's name."""
    now = timezone.now()
    stand, check = ledger_desk.stand(by(request), at=now), ledger_check.newest(at=now)
    keeps = stand.may_check or stand.may_explain or stand.may_second
    context = _standing(stand, check) | {"own_account": str(by(request).account.id)}
    if keeps and check and check.found is not None and not check.running:
        context["report"] = _report(check.found)
    if not (check and check.running) and "watch" not in request.GET:  # the script that watches shows nothing of it
        context |= request.session.pop(SIGNED, {})
    return render(request, "ledger.html", context)


def _standing(stand: Stand, check: Check | None) -> dict[str, Any]:
    return {
        "ledger": {"entries": stand.entries, "pending": stand.pending} | chip(ledger_check.ended(at=timezone.now())),
        "check": check,
        "percent": 100 * check.walked // check.entries if check and check.entries else 0,
        "may_verify": stand.may_check,
        "may_explain": stand.may_explain,
        "may_second": stand.may_second,
        "may_read_sealed": stand.may_read_sealed,
        "checkpoint": stand.checkpoint,
        "checkpoint_on": stand.signed_at,
        "checkpoint_url": reverse("ledger_checkpoint"),
        "public_key": stand.public_key,
        "reasons": [(code, REASONS[code]) for code in ledger_desk.reasons()],
    }


def chip(check: Check | None) -> dict[str, Any]:
    """What parts/ledger_chip.html shows of the last check."""
    return {"checked_at": check.ended_at if check else None, "whole": check.whole if check else None}


def _report(found: dict[str, Any]) -> dict[str, Any]:
    """What the check found, in words. A gap is shown as one, with its form, and not once more as a finding."""
    gaps = {gap["entry"] for gap in found["gaps"]}
    other = [it for it in found["findings"] if it["entry"] not in gaps]
    return {
        "ok": found["ok"],
        "entries": found["entries"],
        "findings": [(it["entry"] or it["position"], it["says"]) for it in other],
        "unlisted": found["findings_not_listed"],
        "gaps": [_gap(gap) for gap in found["gaps"][:SHOWN]],
        "gaps_more": len(found["gaps"][SHOWN:]),
        "explained": [_gap(it) for it in found["explained"][:SHOWN]],
        "explained_count": len(found["explained"]),
        "cancelled_with_key": found["receipts_cancelled_with_key"],
    }


def _gap(gap: dict[str, Any]) -> dict[str, Any]:
    """A gap (Gap.to_json or Explained.to_json) with its instants read and its reason in words."""
    instants = {name: datetime.fromisoformat(gap[name]) for name in ("at", "explained_at") if name in gap}
    return gap | instants | {"why": REASONS.get(gap.get("reason", ""), "")}


def _refused(request: HttpRequest, answer: Refused) -> HttpResponse:
    context = {"card": card(answer.decision, answers=NOT_YOURS), "back_url": reverse("ledger")}
    return render(request, "refused.html", context, status=403)


@require_POST
@staff("disclosure.ledger_desk")
def ledger_verify(request: HttpRequest) -> HttpResponse:
    """Have the whole log walked now, unless that is going on already; the page then shows how far it is."""
    begun = ledger_check.begin(by=by(request), at=timezone.now())
    if isinstance(begun, Refused):
        return _refused(request, begun)
    check, is_new = begun
    if is_new:
        check_ledger(check.id, by=by(request), patience=PATIENCE)
    return redirect("ledger")


@require_POST
@staff("disclosure.ledger_desk")
def ledger_explain(request: HttpRequest) -> HttpResponse:
    """Sign for one gap; where it is theirs to have the log walked, it is walked again: the page shows what remains."""
    reason = request.POST.get("reason", "")
    try:
        answer = ledger_desk.explain(_entry(request), reason=reason, by=by(request), at=timezone.now())
    except ValidationError as error:
        context = {"layout": "desk.html", "problems": _problems(error), "back_url": reverse("ledger")}
        return render(request, "invalid.html", context, status=422)
    if isinstance(answer, Refused):
        return _refused(request, answer)
    request.session[SIGNED] = {"explained_now": str(answer.gap), "second_awaited": answer.awaits_second}
    may_check = ledger_desk.stand(by(request), at=timezone.now()).may_check
    return ledger_verify(request) if may_check else redirect("ledger")


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
