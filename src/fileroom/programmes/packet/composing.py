"""What a packet holds, part by part: officers' requests as they were released, training by school, the policy.

It names nobody. What was released is said in the very words of its own paper; what is counted is counted now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from fileroom.duties.states import Asked
from fileroom.letters import KINDS, Part
from fileroom.letters.setting import spoken_day
from fileroom.programmes.enforcement import reporting
from fileroom.programmes.enforcement.board_words import facts_of
from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.packet.sites import At, by_school, of_all
from fileroom.programmes.policy import report
from fileroom.programmes.policy.page import laid_out
from fileroom.programmes.training.desk import each_once_on

OFFICERS, TRAINING = "Requests by immigration enforcement", "Training, by school"
LANGUAGE = "en"


def parts(reports: Sequence[EnforcementReport], asked: Asked) -> tuple[Part, ...]:
    """Of the packet as of now; `reports`: the released ones of its meeting. Joins a transaction."""
    return (*_officers(reports), *_training(asked), *_policy(asked))


def _officers(reports: Sequence[EnforcementReport]) -> Iterator[Part]:
    if not reports:
        yield Part(OFFICERS, "", "No report was released for this meeting.", "Nothing to report", ())
    for at, row in enumerate(reports):
        facts = facts_of(reporting.lines_of(row.lines), row.from_on, row.to_on, LANGUAGE)
        said = KINDS[reporting.KIND].filled(LANGUAGE, facts)
        lines = tuple(f"{label}: {value}" for label, value in said.lines)
        released = f"Released {spoken_day(row.released_at, LANGUAGE)}" if row.released_at else ""
        yield Part("" if at else OFFICERS, "", said.says[0], released, (*lines, *said.after))


def _training(asked: Asked) -> Iterator[Part]:
    said, lines = training_lines(asked.on)
    yield Part(TRAINING, "", said, "", lines)


def training_lines(on: date) -> tuple[str, tuple[str, ...]]:
    """The whole district's, and a line for each site. Joins a transaction."""
    found = each_once_on(on)
    whole, *sites = (At(it.name, it.whole.current, it.whole.of) for it in (found.district, *found.sites))
    said = f"Of those who owe a course, with a current training in each: {of_all(whole)}."
    return said, tuple(by_school(sites, whole))


def _policy(asked: Asked) -> Iterable[Part]:
    page = laid_out(asked, guarded=False, designated=True)
    for at, it in enumerate(report.parts(page)):
        under = ": ".join(filter(None, (f"Policy {page.number}", it.heading))) if it.heading or not at else ""
        yield replace(it, heading=under)
