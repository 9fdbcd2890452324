"""What of incidents is evidence on the policy page: reported, looked after, and told to whom they touch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Count as Number
from django.db.models import Max, Min, Q, QuerySet

from fileroom.duties import queries as duties
from fileroom.duties.models import Duty
from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Folded, Part, said, stands
from fileroom.law.days import district_day
from fileroom.ledger import queries as log
from fileroom.letters.setting import spoken_day
from fileroom.programmes.incidents.closing import EXERCISES
from fileroom.programmes.incidents.duties import EVERY_ONE, OF_MANY, OWNER, ROOM, TO_THE_OWNER
from fileroom.programmes.incidents.nightly import ROOM as LISTS
from fileroom.programmes.incidents.nightly import STORED, with_students
from fileroom.programmes.incidents.turns import WAITS
from fileroom.programmes.models import EssentialList, Incident, IncidentNotice, IncidentPerson
from fileroom.programmes.vendors.breaches import ROOM as BREACHES

# The law sets no hour for either: an incident at which nobody has looked for a day wants attention, and so does an
# attack that was not reported, or a person who waits to be told, for so long.
LOOKED_AT = timedelta(days=1)
REPORTED = timedelta(days=3)
TOLD = timedelta(days=30)
A_NIGHT = timedelta(hours=26)  # a night's list is looked for again each hour
EN = "en"
NEVER_LOCKED = "None is locked away yet"
REPORTED_THIS_YEAR = "incidents reported this school year"


def register(asked: Asked) -> Evidence:
    """The incidents of this school year; attention where nobody has looked at one, people wait to be told, or a day has
    passed by which something was owed of one, or of what a company has said of its own.

    Counted as it stood last night, every part of it: whoever is being looked into reads this page too.
    """
    begun, night = asked.year
    real = Incident.objects.filter(exercise=False)
    number = real.filter(reported_at__gte=begun, reported_at__lt=night).count()
    open_ = real.filter(Q(closed_at=None) | Q(closed_at__gte=night), reported_at__lt=night)
    left = real.filter(closed_at=None, assessed_at=None, reported_at__lt=asked.at - LOOKED_AT)
    untold = _untold(night)
    late = untold.filter(state__in=WAITS, person__incident__noticed_at__lt=asked.at - TOLD)
    listed = _listed_only(asked, night)
    exercise = sum(it.late for it in duties.of_room(EXERCISES, at=asked.at))
    overdue = _overdue(asked.at, night)
    wrong = [
        (f"{count} {said(count, one, many)}", f"some {many}")
        for count, one, many in (
            (left.count(), "was looked at by nobody for more than a day", "were looked at by nobody for over a day"),
            (late.count(), "person waits for a notice, a month later", "people wait for a notice, a month later"),
            (overdue, "duty of an incident is overdue", "duties of incidents are overdue"),
            (exercise, "exercise of an incident is overdue", "exercises of an incident are overdue"),
            (
                listed,
                "person is on a list, and a month later nobody has worked out how they are told",
                "people are on a list, and a month later nobody has worked out how they are told",
            ),
        )
        if count
    ]
    why, on_paper = ("; ".join(it) for it in zip(*wrong, strict=True)) if wrong else ("", "")
    first = left.aggregate(at=Min("reported_at"))["at"]
    return Evidence(
        said(number, "incident reported this school year", REPORTED_THIS_YEAR), stands(wrong), number=number,
        why=why, whose=SUPERINTENDENT if wrong else "", since=district_day(first) if first else None,
        route="incidents", folded=Folded(REPORTED_THIS_YEAR, f"{on_paper[:1].upper()}{on_paper[1:]}"),
        parts=(
            Part("Open last night", open_.count()),
            Part("People who were still to be told", untold.count()),
            Part(_exercised()),
        ),
    )  # fmt: skip


def _overdue(at: datetime, night: datetime) -> int:
    """What is owed past its day of incidents, and of what a company has said of its own; and what the law wants at once
    and names no day for, after one. Not by what was kept since last night."""
    rows = Duty.objects.filter(done_at=None, room__in=(ROOM, BREACHES))
    late = {it.id for room in (ROOM, BREACHES) for it in duties.of_room(room, at=at) if it.late}
    at_once = rows.filter(room=ROOM, rule__in=(OWNER, TO_THE_OWNER), began_at__lt=at - LOOKED_AT)
    causes = list(rows.filter(Q(pk__in=late) | Q(pk__in=at_once.values("pk"))).values_list("caused_by", flat=True))
    new = log.written_since(set(causes), night)
    return sum(it not in new for it in causes)


def _untold(night: datetime) -> QuerySet[IncidentNotice]:
    """Notices that waited last night, by whether they wait now: not of who was put on a list since, and of who has
    been told since."""
    found = IncidentNotice.objects.filter(Q(state__in=WAITS) | Q(over_at__gte=night), person__incident__exercise=False)
    entries = set(found.values_list("person__entry", flat=True))
    return found.exclude(person__entry__in=log.written_since(entries, night))


def _listed_only(asked: Asked, night: datetime) -> int:
    """How many were on a list last night of whom nobody has worked out, a month after the incident was noticed, how
    they are told. Who is asked about again has a notice, and is counted with those who wait."""
    old = Q(incident__exercise=False, incident__closed_at=None, incident__noticed_at__lt=asked.at - TOLD)
    people = IncidentPerson.objects.filter(old, incidentnotice=None)
    put = dict(people.values_list("entry").annotate(Number("pk")).order_by())  # one entry puts a whole list there
    new = log.written_since(put, night)
    return sum(number for entry, number in put.items() if entry not in new)


def _exercised() -> str:
    last = Incident.objects.filter(exercise=True).aggregate(at=Max("closed_at"))["at"]
    return f"The last exercise was closed on {spoken_day(last, EN)}" if last else (
        "No exercise was held yet"
    )  # fmt: skip


def cyberattacks(asked: Asked) -> Evidence:
    """Cyberattacks reported to the Center; attention where one, or what may be one, has waited for days."""
    spells = duties.spells(ROOM, EVERY_ONE, since=asked.year[0])
    reported = [it for it in spells if it.over_at and not it.moot]
    waits = duties.waiting(ROOM, EVERY_ONE, until=asked.at - REPORTED)
    number = len(waits)
    return Evidence(
        f"{said(len(reported), 'cyberattack', 'cyberattacks')} reported to the Center this school year",
        stands(waits), number=len(reported),
        why=f"{number} {said(number, 'incident is', 'incidents are')} neither reported nor found to be no attack"
        if waits else "",
        whose=SUPERINTENDENT if waits else "", since=district_day(min(waits)) if waits else None, route="incidents",
        parts=(
            Part("Found to be no attack", sum(it.moot for it in spells), EVERY_ONE),
            Part("Of more people than the statute names", len(duties.spells(ROOM, OF_MANY, since=asked.year[0])),
                 OF_MANY),
        ),
    )  # fmt: skip


def essentials(asked: Asked) -> Evidence:
    """The schools that have a sealed essential list of last night; attention where one has none, or none is locked away
    in print by the day that the district's plan sets."""
    schools = with_students(asked.at)
    lists = EssentialList.objects.filter(school__in=schools)
    fresh = set(lists.filter(gone_at=None, made_at__gt=asked.at - A_NIGHT).values_list("school", flat=True))
    late = [it for it in duties.of_room(LISTS, at=asked.at) if it.part == STORED and it.late and it.of in set(schools)]
    lacking = len(schools) - len(fresh)
    wrong = [
        f"{number} {said(number, one, many)}"
        for number, one, many in (
            (lacking, "school has no list of last night", "schools have no list of last night"),
            (len(late), "school has none locked away in print", "schools have none locked away in print"),
        )
        if number
    ]
    stored = lists.aggregate(at=Max("stored_at"))["at"]
    return Evidence(
        "schools have their essential list of last night", stands(wrong), number=len(fresh), of=len(schools),
        why="; ".join(wrong), whose=(SUPERINTENDENT if lacking else "The custodian of records") if wrong else "",
        since=min((it.due for it in late if it.due), default=None) if not lacking else None, route="essential_list",
        parts=(Part(f"The last was locked away in print on {spoken_day(stored, EN)}" if stored else NEVER_LOCKED),),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "incidents.cyberattacks": cyberattacks, "incidents.essentials": essentials, "incidents.register": register,
}  # fmt: skip
