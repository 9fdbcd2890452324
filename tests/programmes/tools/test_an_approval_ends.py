"""The approval of an AI tool that nears its last day stands on Today until somebody approves it anew or stops it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.tools.test_may_this_text_go import BUSINESS, DAY, TODAY


def owed(by: make.Staffed, *, days: int) -> list[tuple[str, date | None]]:
    """What is owed of tools, with its day, after that night."""
    from fileroom.people.owed import owed as on_today
    from fileroom.programmes.tools.night import look_over

    look_over(at=AT + days * DAY)
    return [(it.part, it.due) for it in on_today(by=by.by, at=AT + days * DAY) if it.room == "tools"]


def test_an_approval_that_ends_is_owed_a_look_until_it_is_looked_at(town: make.Town) -> None:
    from fileroom.programmes.tools.register import Terms, Verb, decide, enter

    office = make.staffed("office", "administrator", None)
    tool = enter(uuid4(), Terms("Draftly", None, "Drafts", (BUSINESS,), False, "", ""), by=office.by, at=AT).id
    decide(tool, Verb.APPROVE, TODAY + 100 * DAY, by=office.by, at=AT)
    assert owed(office, days=69) == []
    ends = [("approval_ends", TODAY + 100 * DAY)]
    assert owed(office, days=70) == ends and owed(office, days=101) == ends, "once, and after its day too"
    decide(tool, Verb.APPROVE, TODAY + 300 * DAY, by=office.by, at=AT + 101 * DAY)
    assert owed(office, days=102) == []
    assert owed(office, days=271) == [("approval_ends", TODAY + 300 * DAY)]
    decide(tool, Verb.STOP, None, by=office.by, at=AT + 272 * DAY)
    assert owed(office, days=273) == []


def test_a_look_at_a_tool_without_a_company_cites_no_law_of_companies(town: make.Town) -> None:
    """No statute sets a day for an approval, and none speaks of a tool that has no records."""
    from fileroom.programmes.tools.register import Terms, Verb, decide, enter
    from fileroom.web.owed import page

    office = make.staffed("office", "administrator", None)
    tool = enter(uuid4(), Terms("Draftly", None, "Drafts", (BUSINESS,), False, "", ""), by=office.by, at=AT).id
    decide(tool, Verb.APPROVE, TODAY + 100 * DAY, by=office.by, at=AT)
    assert owed(office, days=70)
    (row,) = (it for it in page(by=office.by, at=AT + 70 * DAY).rows if it["title"].startswith("An AI tool"))
    assert row["text"].startswith("Look at what the tool does and may be given")
    assert row["text"].endswith("Board Policy 5125, by the district’s own word") and "49073.1" not in row["text"]
