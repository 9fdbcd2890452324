"""Tokens, by which other programs ask in somebody's name: the register, the form, and the key, which its owner sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from fileroom.people.roles import TITLES
from fileroom.people.tokens import register
from fileroom.people.tokens.recognising import Why
from fileroom.people.tokens.register import Candidate, InOffice, Listed, Made, UnderContract, Wanted
from fileroom.people.tokens.scopes import Scope
from fileroom.programmes.vendors import tokens as of_companies
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.written import Sentence

LABEL = 80
DISTRICT = "-"  # in place of a school's id: the district's own office
USES = {
    Scope.STUDENTS_SEARCH: "Find students by name",
    Scope.FILES_OPEN: "Open a file: which records there are",
    Scope.RECORDS_INSPECT: "Open a record, and take its document",
    Scope.RECORDS_FILE: "File a record",
    Scope.CONTACTS_LIST: "Ask whom one may write to today",
    Scope.LOG_READ: "Read who has looked",
    Scope.DIRECTORY_READ: "Read the register of lists",
    Scope.DIRECTORY_PREPARE: "Prepare a list of directory information, and hand it over",
    Scope.LAW_DECIDE: "Ask the law; no district is read",
    Scope.LEDGER_READ: "Fetch the ledger’s checkpoint and proofs",
}
HOLDS_NOT = {
    Why.CONTRACT: "Nothing rests on the contract today",
    Why.LEFT: "Its owner has left",
    Why.OFFERED: "Waits for its owner to accept it",
    Why.OFFICE_OVER: "Its owner holds the office no more",
    Why.OVER: "Over",
    Why.WITHDRAWN: "Withdrawn",
}
CHOOSE = {"required": "Choose whose it is.", "invalid_choice": "Choose somebody from the list."}


class TokenForm(forms.Form):
    """What uses it, in whose name, what for, and until when."""

    label = Sentence("Which program uses it?", LABEL, "“Library system, nightly”. No name of a student")
    owner = forms.ChoiceField(
        label="In whose name?", error_messages=CHOOSE,
        help_text="It sees what they may see, and dies when they leave, or no longer hold the office",
    )  # fmt: skip
    scopes = forms.MultipleChoiceField(
        label="What may it be used for?", choices=[(it.value, says) for it, says in USES.items()],
        widget=forms.CheckboxSelectMultiple, help_text="As little as will do",
        error_messages={"required": "Choose at least one."},
    )  # fmt: skip
    until_on = forms.DateField(
        label="Its last day", widget=forms.DateInput(attrs={"type": "date"}),
        help_text="At most a year from now. Shorter is safer",
        error_messages={"required": "Write the day.", "invalid": "Write the day like 2026-11-20."},
    )  # fmt: skip

    def __init__(self, data: Any, owners: Any, until_on: date) -> None:
        super().__init__(data, initial={"until_on": until_on.isoformat()})
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for."""
        said = self.cleaned_data
        return Wanted(said["label"], _owner(said["owner"]), tuple(map(Scope, said["scopes"])), said["until_on"])


def _owner(said: str) -> InOffice | UnderContract:
    kind, id_, *office = said.split("/")
    if kind == "contract":
        return UnderContract(UUID(id_))
    role, school = office
    return InOffice(UUID(id_), role, None if school == DISTRICT else UUID(school))


def _owners(people: Iterable[Candidate], contracts: Iterable[tuple[UUID, str]]) -> list[Any]:
    employees = [
        (f"employee/{it.owner.employee}/{it.owner.role}/{it.owner.school or DISTRICT}", f"{it.name}, {_office(it)}")
        for it in people
    ]
    companies = [(f"contract/{id_}", name) for id_, name in contracts]
    groups = [("Employees, each in an office", employees), ("Companies, under a contract that does", companies)]
    return [("", "Choose one"), *((name, rows) for name, rows in groups if rows)]


def _office(it: Candidate) -> str:
    return f"{_role(it.owner.role)}, {it.school or 'the district'}"


def _role(role: str) -> str:
    """ "The principal" as "principal", beside a name."""
    said = str(TITLES.get(role, role))
    return said.partition(" ")[2] if said.startswith(("The ", "A ", "An ")) else said


@require_http_methods(["GET", "POST"])
@staff("people.register")
def tokens(request: HttpRequest) -> HttpResponse:
    """The register; a post makes a token, which its owner then accepts."""
    if request.method == "GET":
        return _page(request)
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        made = _make(once(request), form.wanted(), request)
    except ValidationError as error:
        put_on(form, error)
        return _page(request, form, status=422)
    uses = _uses(form.cleaned_data["scopes"])
    return render(request, "tokens/made.html", {"made": made, "said": form.cleaned_data, "uses": uses})


def _uses(scopes: Iterable[str]) -> list[str]:
    return [USES[Scope(code)] for code in scopes if code in set(Scope)]


def _make(id_: UUID, wanted: Wanted, request: HttpRequest) -> Made:
    if isinstance(wanted.owner, UnderContract):
        return of_companies.make_for_company(id_, wanted, by=by(request), at=timezone.now())
    return register.make(id_, wanted, by=by(request), at=timezone.now())


@require_POST
@staff("people.accept")
def accept_token(request: HttpRequest) -> HttpResponse:
    """Accept one that is offered; its page shows the key, this once."""
    id_ = _chosen(request)
    try:
        made = register.accept(id_, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    found = register.register(of_companies.holds, by=by(request), at=timezone.now())
    it = next(it for it in found.listed if it.id == id_)
    said = {"label": it.label, "until_on": it.until_on}
    return render(request, "tokens/made.html", {"made": made, "said": said, "uses": _uses(it.scopes)})


def _chosen(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        raise ValidationError("Choose a token from the list.") from None


@require_POST
@staff("people.withdraw")
def withdraw_token(request: HttpRequest) -> HttpResponse:
    """Take one back."""
    register.withdraw(_chosen(request), by=by(request), at=timezone.now())
    return redirect("tokens")


def _form(request: HttpRequest, data: Any) -> TokenForm:
    today, words = timezone.localdate(), request.GET.get("name", "").strip()[:100]
    people, _ = register.candidates(words, by=by(request), at=timezone.now())
    return TokenForm(data, _owners(people, of_companies.contracts(on=today)), today + register.USUAL)


def _page(
    request: HttpRequest, form: TokenForm | None = None, *, problems: Iterable[str] = (), status: int = 200
) -> HttpResponse:
    found = register.register(of_companies.holds, by=by(request), at=timezone.now())
    context: dict[str, Any] = {"may_make": found.may_make, "problems": problems}
    names = of_companies.names_of([it.contract for it in found.listed if it.contract])
    context["rows"] = [_row(it, names) for it in found.listed]
    if found.may_make:
        words = request.GET.get("name", "").strip()[:100]
        _, more = register.candidates(words, by=by(request), at=timezone.now())
        context |= {"form": form or _form(request, None), "words": words, "more": more}
    return render(request, "tokens/register.html", context, status=status)


def _row(it: Listed, names: dict[UUID, str]) -> dict[str, Any]:
    office = f"{_role(it.role)}, {it.school or 'the district'}" if it.role else ""
    owner = names.get(it.contract, "") if it.contract else it.owner
    state = HOLDS_NOT[it.why] if it.why else ""
    gone = it.why is Why.WITHDRAWN
    return {"it": it, "owner": owner, "office": office, "state": state, "uses": _uses(it.scopes), "gone": gone}
