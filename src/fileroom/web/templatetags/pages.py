"""What the page templates need beyond Django's own tags: icons, spoken dates, form fields and the rail."""

import re
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect, Select, Textarea
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from fileroom.web.once import hidden_field

register = template.Library()

ROOMS = (
    ("today", "Today"), ("students", "Students"), ("coming_in", "Coming in"), ("programmes", "Programmes"),
    ("policy", "Policy"), ("ledger", "Ledger"), ("district", "District"), ("counsel", "Counsel’s desk"),
    ("law", "The law book"),
)  # fmt: skip
# Pages whose address stands outside the room that they are of.
OF_PROGRAMMES = (
    "agent", "breaches", "contracts", "delegations", "deletions", "demands", "directory", "enforcement", "incidents",
    "links", "lists", "marks", "notices", "orders", "outgoing", "reading", "receipts", "regulation", "tokens", "tools",
    "training", "vendors",
)  # fmt: skip
ELSEWHERE = (
    (re.compile("^/(records|relationships)/"), "/students/"),
    (re.compile("^/custodians/"), "/district/"),
    (re.compile(f"^/({'|'.join(OF_PROGRAMMES)})/"), "/programmes/"),
)
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A decorative icon of the USWDS sprite; the words beside it carry the meaning."""
    return format_html(
        '<svg class="usa-icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("uswds/img/sprite.svg"),
        name,
    )


@register.simple_tag
def once() -> SafeString:
    """The hidden field by which a form sent twice is one act (web.once)."""
    return hidden_field()


@register.filter
def spoken(value: date | None) -> str:
    """A day or an instant as a clerk says it: "Today, 9:12 a.m.", "Tue 17 Nov", "Fri 9 May 2025"."""
    return _said(value, pgettext("short day", "D j M"), pgettext("short day with year", "D j M Y"))


@register.filter
def spoken_in_full(value: date | None) -> str:
    """The same, written out for families: "Tuesday 17 November"."""
    return _said(value, pgettext("long day", "l j F"), pgettext("long day with year", "l j F Y"))


@register.filter
def on_day(value: date | None) -> str:
    """A day inside a sentence, never "Today": "since Wednesday 1 July"; with its year where that is another."""
    if not value:
        return ""
    day, this_year = _day(value), timezone.localdate().year
    said = pgettext("long day", "l j F") if day.year == this_year else pgettext("long day with year", "l j F Y")
    return date_format(day, said)


def _day(value: date) -> date:
    """The day in the district's time: an instant late in the evening is not tomorrow."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def _said(value: date | None, this_year: str, other_year: str) -> str:
    if not value:
        return ""
    today = timezone.localdate()
    day = _day(value)
    if day != today:
        return date_format(day, this_year if day.year == today.year else other_year)
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        time = date_format(local, "TIME_FORMAT").replace(" ", "\N{NO-BREAK SPACE}")
        return gettext("Today, %(time)s") % {"time": time}
    return gettext("Today")


@register.filter
def thousands(value: int | None) -> str:
    """1204881 as 1,204,881, the way both languages write it in California."""
    return f"{value:,}" if isinstance(value, int) else ""


@register.simple_tag(takes_context=True)
def telephone(context: Context) -> SafeString:
    """The number of Student Records (`phone`), to call, never broken over two lines."""
    phone = context["phone"]
    return format_html('<a class="unbroken" href="tel:{}">{}</a>', digits(phone), phone)


@register.filter
def digits(value: str | None) -> str:
    """A telephone number for a tel: address (RFC 3966): digits, a leading plus, and what follows an `x` or `ext.`."""
    number, _, extension = (value or "").lower().partition("x")
    plain = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    inside = "".join(sign for sign in extension if sign.isdigit())
    return f"{plain};ext={inside}" if inside else plain


@register.filter
def in_words(value: int) -> str:
    """Small numbers as words, for sentences in English: 7 is "seven", 12 is "12"."""
    return WORDS[value] if 0 <= value < len(WORDS) else thousands(value)


@register.simple_tag(takes_context=True)
def rooms(context: Context) -> list[dict[str, object]]:
    """The rail's entries: label, url, whether we are in it."""
    path = context["request"].path
    for address, of in ELSEWHERE:
        path = address.sub(of, path)
    urls = [(label, reverse(name)) for name, label in ROOMS]
    return [{"label": it, "url": url, "here": path == url or (url != "/" and path.startswith(url))} for it, url in urls]


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, narrow: bool = False) -> dict[str, Any]:
    """A form field in USWDS markup: label, hint, errors and the widget, tied together for a screen reader."""
    widget = bound.field.widget
    kind = "radio" if isinstance(widget, RadioSelect) else "checkbox" if isinstance(widget, CheckboxInput) else "plain"
    return {"field": bound, "kind": kind, "widget": _dressed(bound, kind, narrow)}


def _dressed(bound: BoundField, kind: str, narrow: bool) -> SafeString | str:
    if kind == "radio":
        return ""
    if kind == "checkbox":
        return bound.as_widget(attrs={"class": "usa-checkbox__input"})
    return bound.as_widget(attrs={"class": f"{_uswds_class(bound)} {'usa-input--medium' if narrow else ''}".strip()})


def _uswds_class(bound: BoundField) -> str:
    widget = bound.field.widget
    if getattr(widget, "input_type", "") == "file":
        base = "usa-file-input"
    elif isinstance(widget, Select):
        base = "usa-select"
    else:
        base = "usa-textarea" if isinstance(widget, Textarea) else "usa-input"
    return f"{base} usa-input--error" if bound.errors else base
