"""A record's contents as a page shows them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from fileroom.collection.items import BY_HAND, Field, form_of
from fileroom.disclosure.limits import only_to_look
from fileroom.disclosure.releasing import Released
from fileroom.disclosure.services import Inspected, Listed
from fileroom.law.catalogue import MAY_TELL_OF_OTHERS, Others
from fileroom.screening import KINDS
from fileroom.web.class_words import CLASS_SAYS
from fileroom.web.whose import whose
from fileroom.web.words import list_title

# What was said of other students in a record; what follows from it is the law's to say, and stands with its decision.
OF_OTHERS = {
    None: "Nobody has said whether it tells of other students.",
    Others.NOBODY: "Whoever filed it said: it tells of no other student.",
    Others.CAN_BE_TAKEN_OUT: "Whoever filed it said: it tells of other students, and they can be taken out.",
    Others.ONE_PIECE: "Whoever filed it said: it tells of other students, and they cannot be taken out.",
}
ENDINGS = {it.media_type: it.endings[0].removeprefix(".") for it in KINDS}
CALLED = {
    "pdf": "PDF", "jpg": "JPEG", "png": "PNG", "tif": "TIFF", "txt": _("Plain text"), "docx": _("Word document"),
    "xlsx": _("Excel workbook"), "pptx": _("PowerPoint slides"), "odt": _("OpenDocument text"), "eml": _("E-mail"),
}  # fmt: skip


def record_words(seen: Inspected) -> dict[str, Any]:
    """What a record is, for the office."""
    item = seen.record.item
    return {
        "title": item.title.en,
        "whose": whose(seen.record),
        "class": item.class_.value,
        "class_says": CLASS_SAYS[item.class_.value],
        "citation": item.citation.text,
        "filed_on": seen.record.filed_at,
        "version": seen.version,
        "may_print": seen.may_copy and not only_to_look(seen.decision),
        "may_release": seen.may_release,
        "of_others": _of_others(seen.record),
    }


def _of_others(record: Listed) -> str:
    """Empty for what nobody files by hand, an order's paper among it: there nobody is asked."""
    item = record.item.code
    return OF_OTHERS[record.others] if item in MAY_TELL_OF_OTHERS and item in BY_HAND else ""


def contents_or_document(seen: Inspected, download: str) -> dict[str, Any]:
    """Context of parts/contents.html: named values, or the document with its address."""
    if seen.contents.form == "structured":
        return {"contents": labelled(seen.record.item.code, seen.contents.fields)}
    kind, it = seen.contents.media_type, seen.record
    ending = ENDINGS.get(kind, "bin")
    address = reverse(download, args=[seen.record.id]) if seen.may_copy else ""
    return {
        "document": {
            "name": f"{list_title(it.item, marked=it.marked)}.{ending}",
            "kind": CALLED.get(ending, kind),
            "size": len(seen.contents.body),
            "download_url": address,
            "only_to_look": only_to_look(seen.decision),
        }
    }


def labelled(item: str, values: dict[str, Any]) -> list[tuple[str, str]]:
    """(label, value) in the order of the item's form; a value no field knows keeps its own name."""
    fields = {field.name: field for field in form_of(item)}
    names = [name for name in fields if name in values] + [name for name in values if name not in fields]
    return [(_label(name, fields), _said(fields.get(name), str(values[name]))) for name in names]


def _label(name: str, fields: dict[str, Field]) -> str:
    return gettext(fields[name].label) if name in fields else name.replace("_", " ").capitalize()


def _said(field: Field | None, value: str) -> str:
    if field is None:
        return value
    if field.kind == "date":
        return date_format(date.fromisoformat(value), pgettext("long day with year", "l j F Y"))
    words = dict(field.choices).get(value)
    return gettext(words) if words else value


def file_bytes(seen: Inspected | Released) -> HttpResponse:
    """A document as a file to save: never rendered in our own origin, never cached, never sniffed. It stays in the list
    of what was saved: whoever reads over somebody's shoulder learns no family's status there."""
    kind, name = seen.contents.media_type, "record" if seen.record.marked else seen.record.item.code
    response = HttpResponse(seen.contents.body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{ENDINGS.get(kind, "bin")}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
