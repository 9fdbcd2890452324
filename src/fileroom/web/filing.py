"""Filing at the counter: choose the catalogue's item, fill its form or hand in the document, and the gate answers."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.collection.items import BY_HAND, Field, form_of
from fileroom.collection.quarantine.counter import hold_document, may_be_held
from fileroom.collection.quarantine.holding import HeldBefore
from fileroom.collection.services import Collected, Document, RefusedByGate, collect, held_back, sieved, unread
from fileroom.disclosure import overview
from fileroom.disclosure.services import Opened, open_file
from fileroom.law import CATALOGUE, Item
from fileroom.law.catalogue import MAY_TELL_OF_OTHERS, Others
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.screening import MOST_OF_A_LOOK, Category, Finding, Mode
from fileroom.web.class_words import CLASS_SAYS
from fileroom.web.desk import head, refused
from fileroom.web.faults import put_on
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.purpose import changed
from fileroom.web.whose import NOBODY, choices

CLASSES = (
    ("permanent", "Permanent"),
    ("interim", "Interim"),
    ("permitted", "Permitted"),
    ("apart", "Apart from the file"),
)
LONG = frozenset({"text"})
MOST_PAGES = 20  # that a refusal names
FOUND = {
    Category.A_NUMBER: "An alien registration number",
    Category.IMMIGRATION_DOCUMENT: "A paper of immigration",
    Category.IMMIGRATION_STATUS: "Citizenship or immigration status",
    Category.ITIN: "A taxpayer number",
    Category.MALWARE: "A harmful program",
    Category.PROTECTED_LIST: "A list by origin, ethnicity or religion",
    Category.SSN: "A Social Security number",
    Category.SSN_LAST4: "The last four digits of a Social Security number",
}


def _widget(field: Field) -> forms.Field:
    common: dict[str, Any] = {"label": field.label, "required": field.required, "help_text": field.hint}
    common["error_messages"] = {"required": "Fill this in."}
    if field.kind == "choice":
        return forms.ChoiceField(choices=[("", "Choose one"), *field.choices], **common)
    if field.kind == "date":
        return forms.CharField(widget=forms.DateInput(attrs={"type": "date"}), **common)
    widget = forms.Textarea(attrs={"rows": 6}) if field.name in LONG else forms.TextInput()
    return forms.CharField(widget=widget, strip=True, **common)


ABOUT, OTHERS = "about", "others"
HOLD = "hold"  # the button that leaves a document to the custodian
SAYS_OF_OTHERS = (
    (Others.NOBODY, "No, of nobody else"),
    (Others.CAN_BE_TAKEN_OUT, "Yes, and they can be taken out of it"),
    (Others.ONE_PIECE, "Yes, and they cannot be taken out of it"),
)


def filing_form(item: str, opened: Opened, data: Any = None, files: Any = None) -> forms.Form:
    """The form of an item: whose it is where that has to be said, and its own fields, or one file."""
    form = forms.Form(data, files)
    fields = form_of(item)
    if people := choices(item, overview.people(opened, on=timezone.localdate())):
        form.fields[ABOUT] = forms.ChoiceField(
            label="Whose is it?",
            choices=[("", "Choose one"), *people],
            help_text="From then on every list of this file says so.",
            error_messages={"required": "Choose whose it is.", "invalid_choice": "Choose one of the list."},
        )
    for field in fields:
        form.fields[field.name] = _widget(field)
    if not fields:
        form.fields["file"] = forms.FileField(
            label="Document",
            help_text="PDF, PNG, JPEG, TIFF, plain text, Word, Excel, PowerPoint, OpenDocument text or e-mail (.eml), "
            "at most 50 MB",
            error_messages={"required": "Choose the file.", "empty": "This file is empty."},
        )
    if item in MAY_TELL_OF_OTHERS:
        form.fields[OTHERS] = forms.ChoiceField(
            label="Does it tell of other students?",
            choices=SAYS_OF_OTHERS,
            widget=forms.RadioSelect,
            help_text="What tells of nobody else the family opens by itself; all other records the office prepares.",
            error_messages={"required": "Say whether it tells of other students.", "invalid_choice": "Choose one."},
        )
    return form


@require_http_methods(["GET", "POST"])
@staff("collection.collect")
def file_document(request: HttpRequest, student_id: UUID) -> HttpResponse:
    """File one record in a student's file."""
    opened = open_file(student_id, by=by(request), at=timezone.now(), step=True)
    if isinstance(opened, Refused):
        return refused(request, opened, back=reverse("students"))
    item = request.POST.get("item") or request.GET.get("item") or ""
    if not item:
        return render(request, "records/file_document.html", head(request, opened) | {"groups": _groups(request)})
    if item not in BY_HAND:
        raise Missing
    if request.method == "GET":
        return _form_page(request, opened, item, filing_form(item, opened))
    return _file(request, student_id, opened, item)


def _file(request: HttpRequest, student_id: UUID, opened: Opened, item: str) -> HttpResponse:
    form, record_id = filing_form(item, opened, request.POST, request.FILES), once(request)
    given = _given(form, request)
    if other := changed(request):
        form.add_error(None, other)
        return _form_page(request, opened, item, _emptied(form, given), status=422)
    # What the gate would hold back is put to it even where the form is torn: its refusal is an entry.
    if not form.is_valid() and not _holds_back(given):
        return _form_page(request, opened, item, form, status=422)
    if HOLD in request.POST and isinstance(given, Document) and form.is_valid() and may_be_held(given):
        return _hold(request, opened, item, given, form)
    try:
        answer = collect(
            student_id,
            item,
            given,
            by=by(request),
            at=timezone.now(),
            about=_about(form),
            others=_others(form),
            once=record_id,
        )
    except FormUsed as error:
        form.add_error(None, error)
        return _form_page(request, opened, item, form, status=422)
    except ValidationError as error:
        put_on(form, error)
        return _form_page(request, opened, item, _emptied(form, given), status=422, holdable=_holdable(given))
    if isinstance(answer, Collected):
        return _filed(request, opened, answer, item)
    # What was refused is not shown again, not even to the one who typed it.
    emptied = filing_form(item, opened)
    refusals = _refusals(answer)
    return _form_page(request, opened, item, emptied, refusals=refusals, status=403, holdable=_holdable(given))


def _holdable(given: dict[str, Any] | Document) -> bool:
    """Could the custodian decide about it, where the clerk would rather not send it away?"""
    return isinstance(given, Document) and may_be_held(given)


def _hold(request: HttpRequest, opened: Opened, item: str, given: Document, form: forms.Form) -> HttpResponse:
    """The clerk chose to leave it to the custodian."""
    said: dict[str, Any] = {"about": _about(form), "others": _others(form), "once": once(request)}
    try:
        answer = hold_document(opened.student, item, given, by=by(request), at=timezone.now(), **said)
    except FormUsed as error:
        form.add_error(None, error)
        return _form_page(request, opened, item, form, status=422)
    except ValidationError as error:
        put_on(form, error)
        return _form_page(request, opened, item, form, status=422)
    if isinstance(answer, RefusedByGate):
        return _form_page(request, opened, item, filing_form(item, opened), refusals=_refusals(answer), status=403)
    before = isinstance(answer, HeldBefore) and answer.id != said["once"]  # sent twice, it is held by the first
    context = head(request, opened) | {"item": _item(CATALOGUE[item]), "before": before}
    context["kept"] = before and isinstance(answer, HeldBefore) and answer.state == "kept"
    return render(request, "records/held_back.html", context)


def _about(form: forms.Form) -> UUID | None:
    """The contact that was chosen. A torn form is put to the gate all the same, and is about nobody."""
    chosen = form.cleaned_data.get(ABOUT, NOBODY) if form.is_valid() else NOBODY
    return None if chosen == NOBODY else UUID(chosen)


def _others(form: forms.Form) -> Others | None:
    """What was said of other students; nothing where the form is torn, or does not ask."""
    return Others(form.cleaned_data[OTHERS]) if form.is_valid() and OTHERS in form.fields else None


def _given(form: forms.Form, request: HttpRequest) -> dict[str, Any] | Document:
    """What was handed in, as it was: the file, or the texts of the item's fields."""
    upload = request.FILES.get("file") if "file" in form.fields else None
    if upload is not None:
        return Document(str(upload.name), upload.read())
    return {name: request.POST.get(name, "") for name in form.fields if name not in ("file", ABOUT, OTHERS)}


def _holds_back(given: dict[str, Any] | Document) -> bool:
    """Would the gate keep it out for what it holds, or because nobody can tell what it holds?"""
    return bool(sieved(given) or unread(given) if isinstance(given, Document) else held_back(given))


def _emptied(form: forms.Form, given: dict[str, Any] | Document) -> forms.Form:
    """The form to be shown again, without what the gate would hold back."""
    if not isinstance(given, Document):
        held = held_back(given)
        form.data = {name: value for name, value in form.data.items() if name not in held}
    return form


def _form_page(
    request: HttpRequest,
    opened: Opened,
    item: str,
    form: forms.Form,
    *,
    refusals: list[dict[str, Any]] | None = None,
    status: int = 200,
    holdable: bool = False,
) -> HttpResponse:
    context = head(request, opened) | {"holdable": holdable}
    context |= {"item": _item(CATALOGUE[item]), "form": form, "refusals": refusals or []}
    return render(request, "records/file_document.html", context, status=status)


def _filed(request: HttpRequest, opened: Opened, done: Collected, item: str) -> HttpResponse:
    filed = _item(CATALOGUE[item]) | {"url": reverse("record", args=[done.record])}
    return render(request, "records/filed.html", head(request, opened) | {"filed": filed})


def _item(item: Item) -> dict[str, Any]:
    return {
        "code": item.code,
        "title": item.title.en,
        "class": item.class_.value,
        "class_says": CLASS_SAYS[item.class_.value],
        "letter": item.letter,
        "citation": item.citation.text,
    }


def _groups(request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "says": CLASS_SAYS[code],
            "items": [_item(it) | {"url": f"{request.path}?item={it.code}"} for it in _in_class(code)],
        }
        for code, name in CLASSES
        if _in_class(code)
    ]


def _in_class(code: str) -> list[Item]:
    return [CATALOGUE[item] for item in BY_HAND if CATALOGUE[item].class_.value == code]


def _refusals(answer: RefusedByGate) -> list[dict[str, Any]]:
    """What the gate refused: each kind once, with its law and the next step; the value itself is not shown again."""
    decision = answer.decision
    law = decision.because[0].citation if decision.because else ""
    kinds = {finding.category: finding for finding in reversed(answer.findings)}
    times = Counter(finding.category for finding in answer.findings)
    pages = {kind: sorted({it.page for it in answer.findings if it.category == kind and it.page}) for kind in kinds}
    found: tuple[Finding | None, ...] = tuple(kinds.values()) or (None,)
    return [
        {
            "label": _label(finding, times[finding.category], pages[finding.category])
            if finding
            else "The gate refused this",
            "says": decision.says,
            "citation": (finding.citation if finding else "") or law,
            "why": _why(finding) if finding else "",
            "next": "Take it out and file again. Nothing was kept.",
        }
        for finding in found
    ]


def _label(finding: Finding, times: int, pages: list[int]) -> str:
    """What it was taken for, how often, and on which pages: never the thing itself."""
    label = FOUND[finding.category] + (", asked for" if finding.mode is Mode.SOLICIT else "")
    if times > 1:
        label += f", in {times:,} places{' or more' if times >= MOST_OF_A_LOOK else ''}"
    if not pages:
        return label
    listed = ", ".join(str(page) for page in pages[:MOST_PAGES])
    return f"{label}, on page{'s' if len(pages) > 1 else ''} {listed}{' and others' if len(pages) > MOST_PAGES else ''}"


def _why(finding: Finding) -> str:
    return f"Taken for it because of this: {'; '.join(finding.why)}."
