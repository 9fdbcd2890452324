"""Cases for the schedule: `case("health", left="2025-06-10")`, and any case at all."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from fileroom.law.retention.schedule import Case, Event, Schedule, schedule

OPENINGS = ("hold_placed", "hold_lifted", "inspection_requested", "inspection_given", "suit_filed", "suit_closed")


def case(
    kind: str | None, *, reading: str = "A", record: dict[str, Any] | None = None, **events: str | list[str]
) -> Case:
    """A case of this kind with events on these days."""
    return Case.from_json(
        {
            "record": {"kind": kind, **(record or {})},
            "district": {"interim_reading": reading},
            "events": [
                {"date": day, "event": event}
                for event, days in events.items()
                for day in (days if isinstance(days, list) else [days])
            ],
        }
    )


def span(kind: str | None, **more: Any) -> tuple[str | None, str | None]:
    """The first and the last day of such a case."""
    told = of(kind, **more).to_json()
    return told["earliest_on"], told["latest_on"]


def of(kind: str | None, **more: Any) -> Schedule:
    return schedule(case(kind, **more))


RECORDS: tuple[dict[str, str], ...] = (
    {"kind": "interim_record"}, {"kind": "health"}, {"kind": "special_education"}, {"kind": "test_results"},
    {"kind": "attendance", "class": "interim"}, {"kind": "attendance", "class": "permitted"},
    {"kind": "attendance", "class": "permanent"}, {"kind": "attendance"}, {"kind": "discipline"},
    {"kind": "ethnicity", "class": "permanent"},
    {"kind": "marks_and_credits", "class": "permitted"}, {"kind": "health", "class": "permitted"},
    {"kind": "permitted_record"}, {"kind": "disciplinary_notice"}, {"kind": "transcript"}, {"kind": "cumulative_file"},
    {"kind": "consent_form"}, {"kind": "name_gender_change"}, {"kind": "access_log"}, {"kind": "court_order"},
    {"kind": "social_media_information"}, {"kind": "social_media_information", "held_by": "vendor"},
    {"kind": "challenge_file"}, {"kind": "juvenile_court_notice"}, {"kind": "school_police_notice"},
    {"kind": "vendor_held_data", "held_by": "vendor"}, {"kind": "marks_and_credits", "held_by": "vendor"},
    {"kind": "health", "held_by": "vendor"}, {"kind": "consent_form", "class": "permanent", "held_by": "vendor"},
    {"kind": "business_record", "district_class": "class_1"}, {"kind": "business_record", "district_class": "class_2"},
    {"kind": "business_record", "district_class": "class_3"}, {"kind": "ssn", "class": "permanent"},
    {"kind": "immigration_document", "class": "interim"}, {"kind": "sealed_juvenile_record"},
    {"kind": "contact_and_household"}, {"kind": "meal_application"},
)  # fmt: skip

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31)) | st.sampled_from(
    [date(2020, 2, 29), date(2024, 2, 29), date(2024, 6, 30), date(2024, 7, 1), date(2025, 6, 30), date(2025, 7, 1)]
)
BIRTHS = st.dates(date(2000, 1, 1), date(2014, 12, 31)) | st.just(date(2008, 2, 29))


@st.composite
def cases(
    draw: st.DrawFn, records: tuple[dict[str, str], ...] = RECORDS, never: tuple[Event, ...] = ()
) -> dict[str, Any]:
    """Any of these records with any events but `never`, in JSON."""
    events = [{"date": draw(BIRTHS).isoformat(), "event": "born"}, {"date": "2014-09-01", "event": "created"}]
    for event in draw(st.lists(st.sampled_from(tuple(Event)), max_size=8)):
        if event not in (Event.BORN, Event.CONSENTED, *never):
            events.append({"date": draw(DAYS).isoformat(), "event": event.value})
    return {
        "record": draw(st.sampled_from(records)),
        "district": {"interim_reading": draw(st.sampled_from("ABC"))},
        "events": draw(st.permutations(events)),
    }
