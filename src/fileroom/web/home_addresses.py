"""The address on a family's card: entered, renewed and ended by the office that keeps the file; and where they live,
opened for residency or in an emergency. Whoever does not keep the file finds no page here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.collection.cards import desk, ending
from fileroom.collection.cards.desk import AddressPage
from fileroom.collection.cards.duties import BROUGHT, SHARED, SIBLINGS, UNKNOWN
from fileroom.collection.cards.services import Entered, Said, enter
from fileroom.disclosure.true_address import Lives, open_true_address
from fileroom.law.days import add_years
from fileroom.people.answers import Missing, Refused
from fileroom.web.desk import refused
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.owed import due_words

NOTICE = "address_notice"  # session key: what was done, shown once
REQUIRED = {"required": "Fill this in.", "invalid": "Write the day like 2026-11-20."}
DONE = {
    "entered": "Entered. Every record of these children shows the address on the card from now on.",
    "renewed": "Noted. The card holds until its new last day.",
    "asked": "Noted.",
    "proposed": "Proposed. Nothing changes until another person has confirmed it.",
    "withdrawn": "Taken back. The card holds as before.",
    "ended": "Ended. The address on the card still stands in every record, until the family gives another.",
}
SECOND = "Another person confirms that the family has given its card back, or takes back what was proposed."
ASK = "Ask the family for its new card."
OWED = {
    BROUGHT: "Somebody brought another address of this household. Ask where it came from, and have it put right there.",
    SHARED: "The file gives a parent who is not on the card the same address. Ask the family who has moved, and where"
    " they live now.",
    SIBLINGS: "One of the adults has other children on file. Ask whether they live there too.",
    UNKNOWN: "An address of theirs names no house that could be known again. Read what comes in with your own eyes.",
    "": SECOND,
}
PARTS = ("street", "city", "postal_code")
FAR = "A card holds about {years} years; this is far ahead. Read its last day again. If it says so, tick that it does."


def _line(label: str, help_text: str = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=120, error_messages=REQUIRED)


def _day(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, required=required, error_messages=REQUIRED)


class CardForm(forms.Form):
    """What the card says; who shows it, and who lives there."""

    holder = forms.ChoiceField(
        label="Who shows the card?", widget=forms.RadioSelect, help_text="Whose ID you have seen, or whom you know",
        error_messages={"required": "Choose who shows it, once you have seen their ID."},
    )  # fmt: skip
    children = forms.MultipleChoiceField(
        label="Which children live there?", widget=forms.CheckboxSelectMultiple,
        help_text="All of them: a brother’s or sister’s file would show the address too",
        error_messages={"required": "Choose at least one child."},
    )  # fmt: skip
    adults = forms.MultipleChoiceField(
        label="Who else on the file lives there?", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Not a parent who lives elsewhere: they keep their own address",
    )  # fmt: skip
    number = _line("Participant number")
    street = _line("Street or box, as on the card", "With the box number, and the participant’s own number")
    city = _line("City, as on the card")
    postal_code = _line("ZIP code, as on the card")
    from_on = _day("The card holds from")
    to_on = _day("Until", "As it stands on the card", required=False)
    far = forms.BooleanField(label="The card does say this day", required=False)
    lives_street = _line("Street", required=False)
    lives_city = _line("City", required=False)
    lives_postal_code = _line("ZIP code", required=False)
    seen = forms.BooleanField(
        label="I have seen the card, and kept no copy", error_messages={"required": "Look at the card first."}
    )

    def __init__(self, data: Any, page: AddressPage) -> None:
        children = [(str(page.student), page.name), *((str(id_), name) for id_, name in page.siblings)]
        first = {"children": [id_ for id_, _ in children], "from_on": timezone.localdate()}
        super().__init__(data, initial=first)
        people = [(str(id_), name) for id_, name in page.people]
        self.fields["holder"].choices = [*people, (str(page.student), page.name)]  # type: ignore[attr-defined]
        self.fields["adults"].choices = people  # type: ignore[attr-defined]
        self.fields["children"].choices = children  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A last day far ahead is asked about: a slip of the pen would have nobody ask for the next card."""
        found = super().clean() or self.cleaned_data
        if (to_on := found.get("to_on")) and _is_far(to_on) and not found.get("far"):
            self.add_error("to_on", FAR.format(years=settings.CARD_YEARS))
        return found

    def said(self) -> Said:
        """The same, as the gate takes it."""
        of: dict[str, Any] = self.cleaned_data
        lives = {it: of[f"lives_{it}"] for it in PARTS}
        holder = UUID(of["holder"])
        return Said(
            holder,
            tuple(UUID(it) for it in of["children"]),
            tuple(UUID(it) for it in of["adults"] if UUID(it) != holder),
            of["number"],
            {it: of[it] for it in PARTS},
            lives if any(lives.values()) else {},
            of["from_on"],
            of["to_on"] or add_years(of["from_on"], settings.CARD_YEARS),
            of["seen"],
        )

    def without_where_they_live(self) -> None:
        """The form to be shown again: what was typed of that is typed anew, by whoever has to know it."""
        if self.is_bound:
            sent: Any = self.data
            told = sent.copy()
            for name in PARTS:
                told[f"lives_{name}"] = ""
            self.data = told


FIELD_OF = {"given_out": "street", "lives": "lives_street"}


@require_http_methods(["GET", "POST"])
@staff("collection.enter")
def student_address(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """The card of a child's household, or the form by which one is entered."""
    page = desk.page(student_id, by=by(request), at=timezone.now())
    form = CardForm(request.POST if request.method == "POST" else None, page)
    if request.method == "GET" or not form.is_valid():
        return _page(request, page, form)
    try:
        done = enter(once(request), form.said(), by=by(request), at=timezone.now())
    except ValidationError as error:
        put_on(form, error, FIELD_OF)
        return _page(request, page, form)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_address", args=[student_id]))
    assert isinstance(done, Entered)
    request.session[NOTICE] = "entered"
    return redirect("student_address", student_id=student_id)


@require_POST
@staff("disclosure.open_true_address")
def open_address(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """Where they live, shown once, for the purpose and the reason that were said."""
    wanted, reason = request.POST.get("wanted", ""), request.POST.get("reason", "")
    who, now = by(request), timezone.now()
    try:
        done = open_true_address(student_id, wanted, reason, by=who, at=now)
    except ValidationError as error:
        return not_done(request, student_id, error)
    if isinstance(done, Refused):
        return refused(request, done, back=reverse("student_address", args=[student_id]))
    page = desk.page(student_id, by=who, at=now)
    return _page(request, page, CardForm(None, page), lives=done)


@require_GET
@staff("collection.child_of")
def address_card(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """Where what is owed about a card is done: the page of one of its children."""
    return redirect("student_address", student_id=desk.child_of(card_id, by=by(request), at=timezone.now()))


@require_POST
@staff("collection.renew")
def act_on_card(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """One thing is done about a card: renewed, asked about, proposed to end, taken back, or ended by another."""
    who, now, sent = by(request), timezone.now(), request.POST
    acts: dict[str, Callable[[], UUID]] = {
        "renewed": lambda: ending.renew(card_id, _until(sent), seen="seen" in sent, by=who, at=now),
        "asked": lambda: ending.asked(card_id, sent.get("part", ""), by=who, at=now),
        "proposed": lambda: ending.propose(card_id, by=who, at=now),
        "withdrawn": lambda: ending.withdraw(card_id, by=who, at=now),
        "ended": lambda: ending.confirm(card_id, sent.get("how", ""), day_said(sent, "said_on"), by=who, at=now),
    }
    student, act = desk.child_of(card_id, by=who, at=now), sent.get("act", "")
    if act not in acts:
        raise Missing
    try:
        acts[act]()
    except ValidationError as error:
        return not_done(request, student, error)
    request.session[NOTICE] = act
    return redirect("student_address", student_id=student)


def not_done(request: HttpRequest, student_id: UUID, error: ValidationError) -> HttpResponse:
    """The page of one child again, with why nothing was done. Raises Missing."""
    page = desk.page(student_id, by=by(request), at=timezone.now())
    return _page(request, page, CardForm(None, page), problems=error.messages, status=422)


def day_said(sent: Any, name: str) -> date | None:
    """The day in a field that a form sent; None: it is no day."""
    try:
        return date.fromisoformat(sent.get(name, ""))
    except ValueError:
        return None


def _until(sent: Any) -> date:
    to_on = day_said(sent, "to_on")
    if to_on is None:
        raise ValidationError("Write the new last day like 2026-11-20.")
    if _is_far(to_on) and "far" not in sent:
        raise ValidationError(FAR.format(years=settings.CARD_YEARS))
    return to_on


def _is_far(to_on: date) -> bool:
    """So much later than a card of today would end that it may be a slip of the pen."""
    return to_on > add_years(timezone.localdate(), settings.CARD_YEARS + 1)


def _page(
    request: HttpRequest, page: AddressPage, form: CardForm, *, lives: Lives | None = None, problems: Any = (),
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    card = page.card
    form.without_where_they_live()
    owed = card.owed if card else ()
    context = {
        "page": page,
        "card": card,
        "form": form,
        "lives": lives,
        "problems": problems,
        "notice": DONE.get(request.session.pop(NOTICE, "")),
        "owed": [
            {
                "says": OWED.get(it.part, ASK), "cite": it.citation, "when": due_words(it), "late": it.late,
                "part": it.part, "done": "Asked",
            }
            for it in owed
        ],
    }  # fmt: skip
    return render(request, "students/address.html", context, status=422 if form.errors else status)
