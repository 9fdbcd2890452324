"""A table for an AI tool: brought as a file, shown without the people in it, and handed over once. None is kept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fileroom.people.answers import FormUsed
from fileroom.programmes.tools import tables
from fileroom.programmes.tools.answers import Answer
from fileroom.programmes.tools.tables import LARGEST, TOO_LARGE, Told
from fileroom.web.gates import by, staff
from fileroom.web.once import once
from fileroom.web.tool_words import OF_A_TABLE
from fileroom.web.tools import answer_card, as_lines, asked_of, for_which

NO_TEXT = "Choose a table in CSV, saved in UTF-8: in a spreadsheet, Save as, CSV UTF-8."
HANDED_OVER = "It was handed over already, and is not kept. Choose the file again."
BOM = "\ufeff"  # by which a spreadsheet knows the letters
LINES_SHOWN = 12
READ_IT = "Read it before it goes"


@require_http_methods(["GET", "POST"])
@staff("programmes.ask")
def ask_tool_table(request: HttpRequest) -> HttpResponse:
    """May this table go to this tool, without the people in it? What was read goes out as a file."""
    if request.method == "GET":
        return _page(request, tool=request.GET.get("tool", ""))
    try:
        table = _table(request)
        told = tables.ask(once(request), asked_of(request, table), by=by(request), at=timezone.now())
    except FormUsed:
        return _page(request, problems=[HANDED_OVER], status=422)
    except ValidationError as error:
        return _page(request, problems=error.messages, status=422)
    if told.left and told.judged.answer is Answer.DEIDENTIFIED:
        return _file(told.left.text)
    return _page(request, told=told, table=table)


def _table(request: HttpRequest) -> str:
    """The file that was chosen, or the one that was shown to be read. ValidationError: too large, or no text."""
    file = request.FILES.get("file")
    if file is None:
        return as_lines(request.POST.get("table", ""))
    if file.size and file.size > 4 * LARGEST:
        raise ValidationError(TOO_LARGE)
    try:
        return as_lines(str(file.read(), "utf-8-sig"))
    except UnicodeDecodeError:
        raise ValidationError(NO_TEXT) from None


def _file(text: str) -> HttpResponse:
    response = HttpResponse(BOM + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="table.deidentified.csv"'
    return response


def _page(
    request: HttpRequest, *, told: Told | None = None, table: str = "", tool: str = "", problems: Any = (),
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = for_which(request, tool) | {
        "table": table, "largest": LARGEST, "problems": problems, "told": told and _answer(told)
    }  # fmt: skip
    return render(request, "tools/table.html", context, status=status)


def _answer(told: Told) -> dict[str, Any]:
    """The card, and where it is to be read first the table without the people in it."""
    left = told.left
    card = answer_card(told.judged, told.tool, [OF_A_TABLE[it] for it in told.judged.why])
    if left:
        card["answer"] = READ_IT
    return {
        "card": card, "digest": told.digest, "left": left,
        "lines": left.lines[:LINES_SHOWN] if left else (), "more": max(len(left.lines) - LINES_SHOWN, 0) if left else 0,
        "found": sorted((kind.value, number) for kind, number in left.found.items()) if left else [],
    }  # fmt: skip
