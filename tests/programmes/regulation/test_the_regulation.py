"""The administrative regulation: each sentence rests on the law, quotes what is so, and is frozen when adopted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law import BY_ID, citations
from fileroom.law.figures import EVERY_FIGURE
from tests import factories as make
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.notices import steps
from tests.programmes.regulation.steps import adopts, drafted
from tests.programmes.social_media.world import offices, proposed
from tests.programmes.social_media.world import steps as taken

if TYPE_CHECKING:
    from fileroom.programmes.regulation.drafting import Installed

LATER = AT + timedelta(hours=1)
KNOWN = {"quarantine_days", "form_days", "lists_above", "criteria_version", "social_media"}


@pytest.fixture
def installed(installation: object) -> Installed:
    from fileroom.programmes.regulation.drafting import Installed

    return Installed(10, 365, 30)


def test_each_sentence_names_rules_that_there_are_and_quotes_what_is_known(installation: object) -> None:
    from fileroom.programmes.regulation.drafting import places, template
    from fileroom.programmes.settings.catalogue import SETTINGS

    rows = [row for section in template() for row in section["sentence"]]
    assert len(rows) > 30
    assert [row["says"] for row in rows if not set(row["rules"]) <= BY_ID.keys()] == []
    assert [row["says"] for row in rows if not row["rules"] and not row.get("cites")] == []
    assert [name for row in rows for name in row.get("cites", ()) if not hasattr(citations, name)] == []
    quoted = {name for row in rows for name in (*places(row["says"]), *row.get("when", {}))}
    assert quoted <= EVERY_FIGURE.keys() | SETTINGS.keys() | KNOWN


# What a sentence says, and the source that says it.
SAID_BY = (
    ("is any item about an identifiable student", "Ed. Code 49061(b)"),
    ("what a statute has kept apart", "5 CCR 432(b)"),
    ("the annual notice names these offices", "Ed. Code 49063(a)-(k)"),
    ("makes sure, by reasonable means, who asks", "34 CFR 99.31(c)"),
    ("published criteria", "Ed. Code 49076(a)(1)(A)"),
    ("unless the paper forbids it", "34 CFR 99.31(a)(9)"),
    ("handed in, by every office", "Fam. Code 6323.5(c)(1)"),
    ("after the yearly notice", "34 CFR 99.31(a)(11), 99.37"),
    ("A list is kept of all who ask", "Ed. Code 49064"),
    ("classify what is of no more use", "5 CCR 16022"),
    ("asked for is destroyed before", "34 CFR 99.10(e)"),
    ("backups are taken and restored in trial", "5 CCR 433"),
    ("not been enrolled in the district for at least 60 days", "Board Policy 5125; Bus. & Prof. Code 22584(d)(3)"),
    ("numbers of fewer than 11 people are withheld", "Ed. Code 49076(c)"),
    ("or once nobody can be found in it", "Ed. Code 49073.1"),
)


def test_each_of_these_rests_on_the_source_that_says_it_and_on_none_that_does_not(
    town: make.Town, installed: Installed
) -> None:
    steps.everything_said(steps.designee().by)
    sentences = [one for it in drafted(installed).sections for one in it.sentences]
    for says, source in SAID_BY:
        (one,) = (it for it in sentences if says in it.says)
        assert source in one.sources, says
    (log,) = (it for it in sentences if it.says.startswith("A list is kept"))
    assert "5 CCR 433" not in log.sources, "who checks the log, not what stands in it"
    (sealed,) = (it for it in sentences if it.says.startswith("Records are kept sealed"))
    assert "34 CFR 99.31(c)" not in sealed.sources, "who asks, not how it is kept"
    own = [it for it in sentences if it.own]
    assert len(own) == 7 and sealed in own, "the district's own way is said to be its own"


# What of the regulation carries each sentence of Board Policy 5125 out, by how it begins. The first says that the Board
# knows how much it matters, and asks for nothing.
CARRIES_OUT = {
    2: ("A student record is any item", "The district keeps no other items"),
    3: ("A parent sees or receives copies", "Everybody else receives a record only"),
    4: ("The custodian of records of the district",),
    5: ("The custodian of records of the district",),
    6: ("The custodian of records of the district", "By "),
    7: ("Where the parent of a former student",),
    8: ("Those who gather or handle student information",),
    9: ("No form, page or employee asks for a social security number",),
    10: ("No form, page or employee asks for the citizenship",),
    11: ("Nothing about a student, a family or an employee is given for immigration enforcement",),
    12: ("Nothing about a student, a family or an employee is given for immigration enforcement",),
    13: ("Nothing about a student, a family or an employee is given for immigration enforcement",),
    14: ("No list is made of persons",),
    15: ("Counts that name no one",),
    16: ("A court’s order that bars a person",),
    17: ("The district gathers nothing from students’ social media",),
    18: ("Records are kept sealed", "An artificial intelligence tool", "Such a tool is entered", "Students are listed"),
    19: ("No employee discloses what may indicate", "Before a copy leaves of a record that may indicate"),
    20: ("Those who gather or handle student information",),
    21: ("A cyberattack is reported",),
    22: ("No company stores or uses student records",),
}
BY_OTHER_RULES = {18}  # its rules are of breaches; how data are kept safe here is the district's own way


def test_each_sentence_of_the_policy_is_carried_out_by_the_regulation_and_by_its_own_rules(
    town: make.Town, installed: Installed
) -> None:
    from fileroom.law.policy import POLICY

    steps.everything_said(steps.designee().by)
    drawn = [one for it in drafted(installed).sections for one in it.sentences]
    assert [1, *CARRIES_OUT] == [it.number for it in POLICY.sentences]
    for number, beginnings in CARRIES_OUT.items():
        these = [one for says in beginnings for one in drawn if one.says.startswith(says)]
        assert len(these) == len(beginnings), number
        asked = set(POLICY.sentences[number - 1].rules)
        assert number in BY_OTHER_RULES or asked & {rule for one in these for rule in one.rules}, number


def test_what_it_says_of_lists_is_what_the_installation_has_set(town: make.Town, installed: Installed) -> None:
    from fileroom.programmes.regulation.drafting import Installed

    steps.everything_said(steps.designee().by)
    said = [one.says for it in drafted(Installed(10, 365, 12)).sections for one in it.sentences]
    assert any("more than 12 students" in it for it in said) and not any("more than 30" in it for it in said)


def test_it_speaks_of_all_that_the_policy_asks_a_regulation_for(town: make.Town, installed: Installed) -> None:
    titles = " ".join(it.title.lower() for it in drafted(installed).sections)
    for it in ("identification", "collection", "retention", "disclosure", "security", "access"):
        assert it in titles


def test_it_waits_for_what_the_district_has_not_said(town: make.Town, installed: Installed) -> None:
    by = steps.designee().by
    assert set(drafted(installed).wanting) == {"copy_cost", "prospectus"}
    with pytest.raises(ValidationError, match="not yet said"):
        adopts(by, installed)


def test_what_is_said_of_social_media_follows_the_program_that_the_board_adopted(
    town: make.Town, installed: Installed
) -> None:
    from fileroom.programmes.regulation.services import page
    from fileroom.programmes.social_media.stages import Verb

    def social() -> list[str]:
        return [one.says for it in drafted(installed).sections for one in it.sentences if "social_media" in one.quotes]

    there = offices(town)
    steps.everything_said(there.designee)
    nothing = ["The district gathers nothing from students’ social media."]
    program = proposed(there)
    taken(there, program, Verb.TELL_FAMILIES, Verb.HEAR)
    assert social() == nothing
    adopts(there.designee, installed)
    taken(there, program, Verb.ADOPT, since=make.TODAY - timedelta(days=2))
    (says,) = social()
    assert "1 year" in says
    found = page(installed, by=there.designee, at=LATER)
    assert ("social_media", "no", "yes") in [(it.name, it.was, it.now) for it in found.changed]
    taken(there, program, Verb.END, since=make.TODAY - timedelta(days=1))
    assert social() == nothing


def test_a_setting_that_changes_is_seen_and_it_is_adopted_again(town: make.Town, installed: Installed) -> None:
    from fileroom.programmes.regulation.services import page
    from fileroom.programmes.settings.services import say

    by = steps.designee().by
    steps.everything_said(by)
    adopts(by, installed)
    assert not page(installed, by=by, at=AT).differs
    say(uuid4(), "copy_cost", {"en": "25"}, by=by, at=LATER)
    found = page(installed, by=by, at=LATER)
    assert [(it.name, it.was, it.now) for it in found.changed] == [("copy_cost", "$0.10", "$0.25")]
    assert adopts(by, installed, at=LATER).number == 2
    assert not page(installed, by=by, at=LATER).differs


def test_a_change_of_what_is_installed_is_seen_too(town: make.Town, installed: Installed) -> None:
    from fileroom.programmes.regulation.drafting import Installed
    from fileroom.programmes.regulation.services import page

    by = steps.designee().by
    steps.everything_said(by)
    adopts(by, installed)
    found = page(Installed(5, 365, 30), by=by, at=LATER)
    assert [(it.name, it.was, it.now) for it in found.changed] == [("quarantine_days", "10", "5")]


def test_its_paper_has_every_sentence_and_where_it_rests(town: make.Town, installed: Installed) -> None:
    from fileroom.programmes import publishing

    by = steps.designee().by
    steps.everything_said(by)
    row = adopts(by, installed)
    (paper,) = publishing.papers([row.id])[row.id]
    said = " ".join(text_of(publishing.take(paper.code)).split())
    for section in drafted(installed).sections:
        for it in section.sentences:
            assert it.says[:40] in said
            assert it.sources[0][:12] in said
            assert not it.own or "The district’s own way to do what is asked by" in said


def test_what_was_read_is_what_is_adopted_by_a_designee_alone(town: make.Town, installed: Installed) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.regulation.services import adopt

    by = steps.designee().by
    steps.everything_said(by)
    with pytest.raises(ValidationError, match="changed since"):
        adopt(uuid4(), "0" * 64, installed=installed, head=steps.head(), by=by, at=AT)
    for who in (town.principal.by, town.registrar.by, town.mother.by):
        with pytest.raises(Missing):
            adopts(who, installed)
