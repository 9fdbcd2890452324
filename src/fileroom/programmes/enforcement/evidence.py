"""What of this programme is evidence on the policy page: counts and spans of time, computed, and none of anybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Max, Min

from fileroom.duties import queries as duties
from fileroom.duties.queries import Spell
from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Part, State, said, stands
from fileroom.hosting import district_transaction
from fileroom.law import Outcome
from fileroom.law.days import district_day
from fileroom.people.designators import counsels
from fileroom.programmes.enforcement import guide as guides
from fileroom.programmes.enforcement.board_days import ROOM, TO_THE_BOARD
from fileroom.programmes.enforcement.board_report import half_year
from fileroom.programmes.enforcement.drawing_up import BEGINNING
from fileroom.programmes.enforcement.duties import READ_BY_COUNSEL, TOLD
from fileroom.programmes.models import EnforcementReport, EnforcementRequest, OwnSteps

# The law sets no hour (Ed. Code 234.7(c)): a request of which nobody in that office knew for a day wants attention.
AT_ONCE = timedelta(days=1)
# Nor does it set a day for the Board: a signed report that waits this long for its second person wants attention.
SECOND_PERSON = timedelta(days=30)
# A report tells of half-years: where the last one that is over has none, nor this one, the Board was told too little.
UNTOLD = "No report was released in this half-year or the last: one that says that there was no request counts too"
UNLOOKED = "Nobody has looked in this school year whether it has changed"


def requests(asked: Asked) -> Evidence:
    """The requests of this school year, who was told how soon, and what of any year counsel and the Board await."""
    told, read, board = (duties.spells(ROOM, rule, since=BEGINNING) for rule in (TOLD, READ_BY_COUNSEL, TO_THE_BOARD))
    number = EnforcementRequest.objects.filter(opened_at__gte=asked.year[0], opened_at__lte=asked.at).count()
    untold = sum(asked.at - it.began_at > AT_ONCE for it in _open(told))
    unreported = sum(district_day(it.began_at) < half_year(asked.on)[0] for it in _open(board))
    wrong = [
        f"Of {count} {said(count, 'request', 'requests')} {what}"
        for count, what in (
            (untold, "the Superintendent does not know for more than a day"),
            (unreported, "the Board has heard nothing, and the half-year is over"),
        )
        if count
    ]
    return Evidence(
        f"{said(number, 'request', 'requests')} by officers and agents this school year", stands(wrong),
        number=number, why=". ".join(wrong), whose=SUPERINTENDENT if wrong else "", route="enforcement",
        parts=tuple(_parts([it for it in told if it.began_at >= asked.year[0]], read, board)), guarded=True,
    )  # fmt: skip


def _parts(told: list[Spell], read: list[Spell], board: list[Spell]) -> Iterable[Part]:
    spans = [it.over_at - it.began_at for it in told if it.over_at and not it.moot]
    yield Part("The Superintendent or a designee knows of it", len(spans), TOLD)
    if spans:
        yield Part("Minutes it took them to know of it, at most", int(max(spans) / timedelta(minutes=1)), TOLD)
    yield Part("Counsel is still to read it", len(_open(read)), READ_BY_COUNSEL)
    yield Part("The Board is still to hear of it", len(_open(board)), TO_THE_BOARD)


def _open(spells: Iterable[Spell]) -> list[Spell]:
    return [it for it in spells if it.over_at is None]


def board_report(asked: Asked) -> Evidence:
    """When the Board was last told, and whether that is too long ago. It says nothing of whether anybody came: a report
    is made of no request too, and one is lacking whoever came."""
    waits, last = _waiting_since(), _last_released()
    told = district_day(last) if last else None
    since, why = told, ""
    if waits is not None and asked.at - waits > SECOND_PERSON:
        since, why = district_day(waits), "A signed report waits for its second person for more than a month"
    elif told is None or told < _last_half_year(asked.on):
        why = UNTOLD
    return Evidence(
        "The Board is told of requests by officers and agents, in numbers that name nobody",
        State.ATTENTION if why else State.DUTY, why=why, whose=SUPERINTENDENT, since=since,
    )  # fmt: skip


def _last_half_year(on: date) -> date:
    """The first day of the half-year before the one in which this day lies."""
    return half_year(half_year(on)[0] - timedelta(days=1))[0]


def _last_released() -> datetime | None:
    """When a report last went to the Board; None: not once."""
    with district_transaction():
        last: datetime | None = EnforcementReport.objects.aggregate(last=Max("released_at"))["last"]
    return last


def _waiting_since() -> datetime | None:
    """When the first report was signed that still waits for its second person; None: none waits."""
    with district_transaction():
        rows = EnforcementReport.objects.filter(released_at=None)
        first: datetime | None = rows.aggregate(first=Min("signed_at"))["first"]
    return first


def own_steps(asked: Asked) -> Evidence:
    """The district's own steps of Board Policy 5145.13: which version counts, since when, and whether one waits."""
    rows = OwnSteps.objects.order_by("-number")
    counts = rows.filter(state=OwnSteps.State.APPROVED, decided_at__lte=asked.at).first()
    waits = rows.filter(state=OwnSteps.State.WAITS, written_at__lt=asked.at - SECOND_PERSON).first()
    why = ""
    if waits is not None:
        why = f"Version {waits.number} waits for counsel for more than a month"
    elif counts is None:
        why = "Counsel has approved none yet: every counter has the program’s strictest words"
    steps = len(counts.words["en"]["steps"]) if counts else None
    return Evidence(
        "steps of the district’s own, approved by counsel, at every counter" if counts
        else "The district’s own steps, at every counter",
        State.ATTENTION if why else State.RUNNING,
        number=steps, why=why, whose=_whose(waits, asked.on) if why else "",
        since=district_day(waits.written_at) if waits else None, route="own_steps",
        parts=(Part("The version that counts", counts.number),) if counts else (),
    )  # fmt: skip


def _whose(waits: OwnSteps | None, on: date) -> str:
    """`on`: where counsel has no account on that day, another designee approves it."""
    return "District counsel" if waits and counsels(on) else SUPERINTENDENT


def guide(asked: Asked) -> Evidence:
    """Where somebody has seen the Attorney General's guide posted. Until a new one is due, the one before counts."""
    editions = guides.editions()
    if not editions:
        says = "The Attorney General’s guide for families"
        return Evidence(
            says, State.ATTENTION, why="Nobody has noted yet where it is found", whose=SUPERINTENDENT,
            route="posted_guide",
        )  # fmt: skip
    counted = editions[-1] if asked.on < guides.due_on(editions[0]) else editions[0]
    places = list(guides.places_of(counted))
    lacking = guides.posted(places, on=asked.on).outcome is not Outcome.MUST
    whole = sum(it.whole for it in places)
    unlooked = any(it.late for it in duties.about(guides.ROOM, [guides.EDITION], at=asked.at))
    why = "It is not posted everywhere" if lacking else UNLOOKED if unlooked else ""
    return Evidence(
        "places with the Attorney General’s guide in the building and on the web site", stands(why),
        number=whole, of=len(places), why=why, whose=SUPERINTENDENT if why else "", route="posted_guide",
        parts=(Part("In the administrative buildings", sum(it.building_on is not None for it in places), guides.RULE),
               Part("On the web sites", sum(it.site_on is not None for it in places), guides.RULE),
               Part("Languages in which it is given", len(counted.languages), guides.RULE)),
    )  # fmt: skip


EVIDENCE: Mapping[str, Count] = {
    "enforcement.board_report": board_report,
    "enforcement.guide": guide,
    "enforcement.own_steps": own_steps,
    "enforcement.requests": requests,
}
