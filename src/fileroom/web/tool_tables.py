"""A table for an AI tool: brought as a file, shown without the people in it, and handed over once. None is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from fileroom.programmes.tools import tables
from fileroom.programmes.tools.answers import Answer
from fileroom.programmes.tools.tables import LARGEST, TOO_LARGE, Told
from fileroom.web.gates import staff
from fileroom.web.tool_asking import Brought, answer_card, asked_about, shown
from fileroom.web.tool_words import OF_A_TABLE

NO_TEXT = "Choose a table in CSV, saved in UTF-8: in a spreadsheet, Save as, CSV UTF-8."
HANDED_OVER = "It was handed over already, and is not kept. Choose the file again."
BOM = "\ufeff"  # by which a spreadsheet knows the letters
LINES_SHOWN = 12
READ_IT = "Read it before it goes"


@require_http_methods(["GET", "POST"])
@staff("programmes.ask")
def ask_tool_table(request: HttpRequest) -> HttpResponse:
    """May this table go to this tool, without the people in it? What was read goes out as a file."""
    done = asked_about(request, TABLE)
    if isinstance(done, HttpResponse):
        return done
    table, told = done
    if told.left and told.judged.answer is Answer.DEIDENTIFIED:
        return _file(told.left.text)
    return shown(request, TABLE, told=told, text=table)


def _file(text: str) -> HttpResponse:
    response = HttpResponse(BOM + text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="table.deidentified.csv"'
    return response


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


TABLE = Brought("table", LARGEST, TOO_LARGE, NO_TEXT, "tools/table.html", tables.ask, _answer, HANDED_OVER)
