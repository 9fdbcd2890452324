"""What a packet holds, part by part: officers' requests as they were released, training by school, companies,
incidents, requests and copies, what was destroyed, the policy with the year of each sentence.

It names nobody. What was released is said in the very words of its own paper; what is counted is counted now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from fileroom.duties.states import Asked, Evidence, Folded, State, said
from fileroom.ledger import queries as log
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Part
from fileroom.letters.setting import spoken_day
from fileroom.programmes.enforcement import reporting
from fileroom.programmes.enforcement.board_words import facts_of
from fileroom.programmes.enforcement.released import KIND
from fileroom.programmes.models import EnforcementReport
from fileroom.programmes.packet.sites import At, by_school, of_all
from fileroom.programmes.policy import report
from fileroom.programmes.policy.evidences import gathered
from fileroom.programmes.policy.on_paper import on_paper
from fileroom.programmes.policy.page import laid_out, worst
from fileroom.programmes.training.desk import each_once_on

OFFICERS, TRAINING = "Requests by immigration enforcement", "Training, by school"
COMPANIES, INCIDENTS = "Companies that hold students’ data", "Incidents"
REQUESTS, DESTROYED = "Requests and copies", "Destroyed, and what waits to be"
# Under which heading which of the policy's evidence is told by itself; what could point to somebody is not.
COUNTED: Mapping[str, tuple[str, ...]] = {
    COMPANIES: ("vendors.contracts", "vendors.letters", "vendors.demands", "vendors.questions", "tools.approved"),
    INCIDENTS: ("incidents.register", "incidents.cyberattacks", "incidents.essentials"),
    REQUESTS: ("disclosure.answered", "disclosure.exports", "casework.outgoing", "notices.told"),
    DESTROYED: ("retention.destroyed", "collection.quarantine", "social_media.program"),
}
SAID: Mapping[str, str] = {
    COMPANIES: "Under which contracts companies hold students’ data, and what was asked of them.",
    INCIDENTS: "What was reported, who was told, and whether a school could go on without the program.",
    REQUESTS: "Requests of others that the program answered, and what left. The requests of families are kept by hand: "
    "the custodian of records reports them.",
    DESTROYED: "What was destroyed, and what is held back and waits. The retention of whole files is not in this "
    "release: the custodian of records reports it.",
}
LANGUAGE = "en"


def parts(reports: Sequence[EnforcementReport], asked: Asked) -> tuple[Part, ...]:
    """Of the packet as of now; `reports`: the released ones of its meeting. Joins a transaction."""
    found = {name: it for name, it in gathered(asked).items() if not it.guarded}
    destroyed = {"retention.destroyed": _destroyed(asked)}
    told = [_counted(heading, names, found | destroyed) for heading, names in COUNTED.items()]
    return (*_officers(reports), *_training(asked), *told, *_policy(asked, found))


def _counted(heading: str, names: Sequence[str], found: Mapping[str, Evidence]) -> Part:
    """What the policy's page counts under these names, as a paper has it. The worst of their states stands beside."""
    these = [found[name] for name in names]
    state = report.STATES[worst(it.state for it in these)]
    return Part(heading, "", SAID[heading], state, tuple(on_paper(it) for it in these))


def _destroyed(asked: Asked) -> Evidence:
    number = log.counted_by_rules((Act.RECORD_SHREDDED,), between=asked.year).total()
    so = "destroyed this school year, each with its entry in the ledger"
    says = f"{said(number, 'version of a record', 'versions of records')} {so}"
    return Evidence(says, State.RUNNING, number=number, folded=Folded(f"versions of records {so}"))


def _officers(reports: Sequence[EnforcementReport]) -> Iterator[Part]:
    if not reports:
        yield Part(OFFICERS, "", "No report was released for this meeting.", "Nothing to report", ())
    for at, row in enumerate(reports):
        facts = facts_of(reporting.lines_of(row.lines), row.from_on, row.to_on, LANGUAGE)
        said = KINDS[KIND].filled(LANGUAGE, facts)
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


def _policy(asked: Asked, found: Mapping[str, Evidence]) -> Iterable[Part]:
    page = laid_out(asked, guarded=False, may_report=True, found=found)
    for at, it in enumerate(report.parts(page)):
        under = ": ".join(filter(None, (f"Policy {page.number}", it.heading))) if it.heading or not at else ""
        yield replace(it, heading=under)
