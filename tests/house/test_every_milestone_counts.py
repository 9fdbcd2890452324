"""For every milestone of a student that a decision over the file reads, its row changes and the answer with it."""

from __future__ import annotations

from tests import factories as make
from tests.disclosure.asking import asks, outcome
from tests.disclosure.releases import duties
from tests.factories import TODAY, YEAR, change
from tests.house.test_every_fact_counts import TOMORROW, YESTERDAY, own


def test_a_minor_at_college_asks_counsel_and_the_parent_keeps_the_right(town: make.Town) -> None:
    mine = own(town.ana)
    change(town.ana, birth_on=TODAY - 15 * YEAR, grade="9")
    college = make.milestone(town.ana, "attends_postsecondary", since=TOMORROW)
    assert outcome(mine, town.ana) == "no"
    change(college, from_on=TODAY)
    assert outcome(mine, town.ana) == "needs_more"
    assert outcome(town.mother.by, town.ana) == "must"
    make.over(college, TODAY)
    assert outcome(mine, town.ana) == "no"


def test_of_an_emancipated_minor_counsel_says_whose_the_rights_are_while_it_holds(town: make.Town) -> None:
    mine = own(town.ana)
    change(town.ana, birth_on=TODAY - 15 * YEAR, grade="9")

    def answers() -> tuple[str, bool]:
        """The student's own answer, and whether a parent's goes to counsel."""
        return outcome(mine, town.ana), "counsel_review" in duties(asks(town.mother.by, town.ana))

    emancipation = make.milestone(town.ana, "emancipated", since=TOMORROW)
    assert answers() == ("no", False)
    change(emancipation, from_on=TODAY)
    assert answers() == ("needs_more", True)
    make.over(emancipation, TOMORROW)
    assert answers() == ("needs_more", True)
    make.over(emancipation, TODAY)
    assert answers() == ("no", False)


def test_counsels_finding_closes_the_file_to_the_parent_of_a_minor_at_college(town: make.Town) -> None:
    change(town.ana, birth_on=TODAY - 15 * YEAR, grade="9")
    finding = make.milestone(town.ana, "rights_passed", since=TODAY)
    assert outcome(town.mother.by, town.ana) == "must"  # of whoever attends no college nothing was found
    make.milestone(town.ana, "attends_postsecondary", since=YESTERDAY)
    assert outcome(town.mother.by, town.ana) == "no"
    change(finding, from_on=TOMORROW)
    assert outcome(town.mother.by, town.ana) == "must"
    change(finding, from_on=YESTERDAY)
    make.over(finding, TODAY)
    assert outcome(town.mother.by, town.ana) == "must"


def test_who_has_graduated_is_no_longer_the_juvenile_courts_to_the_school(town: make.Town) -> None:
    """No door opens such a notice yet: the gate's own question is asked."""
    from fileroom.disclosure.facts import asked
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Action, RecordKind
    from fileroom.people import counsel

    def answer() -> str:
        with district_transaction():
            case = asked(town.ana.id, town.principal.by, TODAY)
            return counsel.decide(case.question(Action.INSPECT, RecordKind.JUVENILE_COURT_NOTICE)).outcome.value

    assert answer() == "needs_more"
    diploma = make.milestone(town.ana, "graduated", since=TOMORROW)
    assert answer() == "needs_more"
    change(diploma, from_on=TODAY)
    assert answer() == "no"
