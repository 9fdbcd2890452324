"""The annual notice in the office: what it would say now, its adoption, who was told, and what the district says of
itself."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fileroom.law.checklists import CHECKLISTS
from fileroom.law.days import school_year
from fileroom.people.answers import Refused
from fileroom.programmes.notices import adopting, desk, sending, untelling
from fileroom.programmes.notices.composing import Composed, Places
from fileroom.programmes.notices.facts import OF_IMMIGRATION, OF_RIGHTS
from fileroom.programmes.notices.sending import Sending
from fileroom.programmes.notices.untelling import Untelling, Why
from fileroom.programmes.notices.years import year_said
from fileroom.programmes.settings import services as settings
from fileroom.programmes.settings.catalogue import LANGUAGES, SETTINGS, Kind
from fileroom.programmes.settings.services import Said
from fileroom.web.desk import refused
from fileroom.web.gates import by, staff
from fileroom.web.language_names import language_name
from fileroom.web.letterheads import letterhead
from fileroom.web.once import once
from fileroom.web.paging import edge_of

METHODS = {"mail": "By mail", "usual_written": "Another usual way in writing", "electronic": "Electronic, where asked"}
TOLD = METHODS | {"usual_written": "In writing", "electronic": "By electronic means"}
WHICH = {"untold": "Not told yet", "told": "Told", "unsigned": "Told, not signed"}
IN = {"en": "English", "es": "Spanish"}
WHYS = {Why.CAME_BACK.value: "It came back", Why.NOT_SENT.value: "It did not go: noted by mistake"}
LONGEST_NAME = 300
NOT_ADOPTED = {"no": "Not ready", "more": "Not ready"}


def places(request: HttpRequest) -> Places:
    """Where the public pages are."""
    pages = ("who_keeps", "companies", "directory_information")
    return Places(*(request.build_absolute_uri(reverse(it)) for it in pages))


@require_GET
@staff("programmes.desk")
def notices(request: HttpRequest) -> HttpResponse:
    """How the notice stands: this year's version, who was told at each school, the languages that are owed."""
    found = desk.desk(places(request), by=by(request), at=timezone.now())
    context = {
        "year": year_said(school_year(timezone.localdate())), "newest": _version(found.newest),
        "versions": [_version(it) for it in found.versions], "schools": found.schools,
        "told": sum(it.told for it in found.schools), "of": sum(it.of for it in found.schools),
        "languages": [_owes(it) for it in found.languages], "wanting": [SETTINGS[it] for it in found.draft.wanting],
        "ready": all(it.granted for it in found.answers), "may_adopt": found.may_adopt,
    }  # fmt: skip
    return render(request, "notices/notices.html", context)


def _version(it: desk.Version | None) -> dict[str, Any] | None:
    if it is None:
        return None
    return {
        "id": it.id, "year": year_said(it.year), "number": it.number, "adopted_at": it.adopted_at, "by": it.adopted_by,
        "criteria": it.criteria, "stands": it.stands,
        "papers": [{"id": paper.id, "says": language_name(paper.language), "code": paper.code} for paper in it.papers],
    }  # fmt: skip


def _owes(it: Any) -> dict[str, Any]:
    return {
        "school": it.name, "language": language_name(it.language), "speak": it.speak, "students": it.students,
        "there": it.there,
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@staff("programmes.adopt")
def notice_draft(request: HttpRequest) -> HttpResponse:
    """The text as it reads now, in both languages; whoever is designated adopts it."""
    who, now, problems = by(request), timezone.now(), []
    if request.method == "POST":
        try:
            adoption = adopting.Adoption(once(request), _year(request), request.POST.get("read", ""))
            done = adopting.adopt(adoption, places=places(request), head=letterhead(request), by=who, at=now)
        except ValidationError as error:
            problems = error.messages
        else:
            if isinstance(done, Refused):
                return refused(request, done, back=reverse("notice_draft"), answers=NOT_ADOPTED)
            return redirect("notices")
    found = desk.desk(places(request), by=who, at=now)
    context = {
        "texts": [{"code": code, "says": IN[code], "sections": said} for code, said in found.draft.text.items()],
        "digest": found.draft.digest, "checklist": _checklist(found.draft), "problems": problems,
        "wanting": [SETTINGS[it] for it in found.draft.wanting], "may_adopt": found.may_adopt,
        "refusals": [it.says for it in found.answers if not it.granted], "years": _years(),
        "this_year": year_said(school_year(timezone.localdate())),
    }  # fmt: skip
    return render(request, "notices/draft.html", context, status=422 if problems else 200)


def _years() -> list[tuple[int, str]]:
    this = school_year(timezone.localdate())
    return [(year, year_said(year)) for year in (this, this + 1)]


def _year(request: HttpRequest) -> int:
    said = request.POST.get("year", "")
    return int(said) if said.isdecimal() and len(said) == len("2026") else 0


def _checklist(draft: Composed) -> list[dict[str, Any]]:
    """Each list of the law with its items: is it in the text?"""
    lists = [CHECKLISTS[name] for name in (*OF_RIGHTS, OF_IMMIGRATION)]
    return [
        {
            "title": it.title, "cite": it.citation.text,
            "items": [{"says": says, "held": word in draft.items} for word, says in it.items.items()],
        }
        for it in lists
    ]  # fmt: skip


@require_GET
@staff("programmes.school")
def notice_school(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Who of one school is to be told, and how it stands; and the form by which it is noted that it went."""
    return _school(request, school_id)


def _school(request: HttpRequest, school_id: UUID, *, problems: Any = (), status: int = 200) -> HttpResponse:
    which = request.GET.get("show", "untold")
    which = which if which in WHICH else "untold"
    named, after = request.GET.get("q", "")[:LONGEST_NAME].strip(), edge_of(request, "after")
    found = desk.school(school_id, which, named=named, after=after, by=by(request), at=timezone.now())
    told, left, again = (request.GET.get(it, "") for it in ("told", "left", "again"))
    context = {
        "school": found.school, "families": [_family(it) for it in found.families], "which": which,
        "q": named, "first_url": f"?{_turn(which, named)}" if after else "",
        "next_url": f"?{_turn(which, named, found.families[-1].student)}" if found.more else "",
        "lists": [{"code": code, "says": says, "here": code == which and not named} for code, says in WHICH.items()],
        "methods": METHODS.items(),
        "languages": [(it, language_name(it), it in found.always) for it in found.languages],
        "later": [{"code": it.language, "says": language_name(it.language), "of": it.students} for it in found.later],
        "adopted": found.adopted, "today": timezone.localdate(), "problems": problems,
        "noted": {"told": told, "left": left} if told.isdecimal() and left.isdecimal() else None,
        "again": again if again.isdecimal() else "", "whys": WHYS.items(),
        "mailings": [{"it": it, "how": TOLD.get(it.method, "")} for it in found.mailings],
    }  # fmt: skip
    return render(request, "notices/school.html", context, status=status)


def _turn(which: str, named: str, after: UUID | None = None) -> str:
    """Another page of the same list."""
    said = {"q": named} if named else {"show": which}
    return urlencode(said | ({"after": str(after)} if after else {}))


def _family(it: desk.Family) -> dict[str, Any]:
    languages = ", ".join(language_name(code) for code in it.language.split(",") if code)
    return {"it": it, "how": TOLD.get(it.method, ""), "languages": languages}


@require_POST
@staff("programmes.note_told")
def note_told(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """It went: to everybody of the school who was not told, or to the one whose button was pressed."""
    return _noted(request, school_id, sending.note_told)


@require_POST
@staff("programmes.note_sent_too")
def note_sent_too(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """It went in a language that came later, to whoever was told without it."""
    return _noted(request, school_id, sending.note_sent_too)


def _noted(request: HttpRequest, school_id: UUID, note: Any) -> HttpResponse:
    sent = request.POST
    try:
        student = _student(request) if "student" in sent else None
        languages = tuple(sent.getlist("language"))
        sending_ = Sending(school_id, sent.get("method", ""), languages, _day(sent.get("on", "")), student)
        done = note(sending_, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _school(request, school_id, problems=error.messages, status=422)
    said = urlencode({"told": done.told, "left": done.left})
    return redirect(f"{reverse('notice_school', args=[school_id])}?{said}")


def _day(said: str) -> date:
    try:
        day = parse_date(said)
    except ValueError:
        day = None
    if day is None:
        raise ValidationError("Say on which day it went.")
    return day


@require_POST
@staff("programmes.note_untold")
def note_untold(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """It did not go, or came back: they are to be told again."""
    sent = request.POST
    try:
        student = _student(request) if "student" in sent else None
        untold = Untelling(school_id, _id(request, "told_entry"), sent.get("why", ""), student)
        again = untelling.note_untold(untold, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _school(request, school_id, problems=error.messages, status=422)
    return redirect(f"{reverse('notice_school', args=[school_id])}?{urlencode({'again': again})}")


@require_POST
@staff("programmes.note_signature")
def note_signature(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """The signed card came back."""
    try:
        sending.note_signature(school_id, _student(request), by=by(request), at=timezone.now())
    except ValidationError as error:
        return _school(request, school_id, problems=error.messages, status=422)
    return redirect(f"{reverse('notice_school', args=[school_id])}?show=unsigned")


def _student(request: HttpRequest) -> UUID:
    return _id(request, "student")


def _id(request: HttpRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise ValidationError("Open the page afresh; nothing was noted.") from None


@require_GET
@staff("programmes.settings_page")
def notice_settings(request: HttpRequest) -> HttpResponse:
    """What the district says of itself."""
    return _settings(request)


def _settings(request: HttpRequest, *, wrong: str = "", problems: Any = (), status: int = 200) -> HttpResponse:
    found, may = settings.settings_page(by=by(request), at=timezone.now())
    rows = [_setting(request, it, wrong == it.setting.name) for it in found]
    context = {"rows": rows, "may_say": may, "problems": problems}
    return render(request, "notices/settings.html", context, status=status)


def _setting(request: HttpRequest, it: Said, wrong: bool) -> dict[str, Any]:
    kind, said = it.setting.kind, dict(it.said or {})
    if wrong:
        said = {code: request.POST.get(code, "") for code in LANGUAGES}
    languages = LANGUAGES if kind is Kind.WORDS else LANGUAGES[:1]
    return {
        "name": it.setting.name, "asked": it.setting.asked, "why": it.setting.why, "kind": kind.value, "at": it.at,
        "missing": it.said is None, "wrong": wrong, "said": said.get("en", ""),
        "fields": [
            {"code": code, "says": IN[code] if kind is Kind.WORDS else "Answer", "value": said.get(code, "")}
            for code in languages
        ],
    }  # fmt: skip


@require_POST
@staff("programmes.say")
def say_setting(request: HttpRequest, name: str) -> HttpResponse:
    """Say one of them."""
    given = {code: request.POST.get(code, "") for code in LANGUAGES}
    try:
        settings.say(once(request), name, given, by=by(request), at=timezone.now())
    except ValidationError as error:
        return _settings(request, wrong=name, problems=error.messages, status=422)
    return redirect(f"{reverse('notice_settings')}#{name}")
