"""The printed book: every rule with sentence, source, days and examples; and the book on disk is this one."""

from datetime import date
from pathlib import Path

import pytest

from fileroom.law.book import BOOK, RULES, digest
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.printing import chapter_page
from fileroom.law.kernel.rule import Chapter
from fileroom.law.lawbook import pages
from fileroom.law.listing import resting_on_memory, rules_listed
from fileroom.law.theorems import THEOREMS
from fileroom.law.vocabulary import requester
from tests.law.worlds import SOURCE

ON_DISK = Path(__file__).parents[2] / "docs" / "lawbook"


def test_the_book_on_disk_is_the_book_just_printed() -> None:
    printed = pages()
    on_disk = {str(path.relative_to(ON_DISK)): path.read_text("utf-8") for path in ON_DISK.rglob("*.md")}
    assert sorted(on_disk) == sorted(printed)
    changed = [name for name in printed if printed[name] != on_disk[name]]
    assert not changed, "print it again: fileroom law book --out docs/lawbook"


def test_every_rule_is_in_the_book_with_its_sentence_its_source_and_an_example() -> None:
    printed = pages()
    whole = "\n".join(printed.values())
    for rule in RULES:
        page = printed[rule.id.rpartition(".")[0].replace(".", "/") + ".md"]
        entry = page.split(f"- Rule: `{rule.id}`")[1].split("\n## ")[0]
        assert f"## {rule.says}" in page
        assert rule.cites.text in page
        assert "- Example: " in entry
    assert all(theorem.sentence in whole for theorem in THEOREMS)
    assert digest() in printed["README.md"]


def test_an_entry_tells_silence_seals_clocks_limits_and_days() -> None:
    chapter = Chapter(__name__)
    chapter.forbids("quiet", when=requester.trained.holds, says="Quiet.", cites=SOURCE, silent=True)
    chapter.obliges("log_request", when=Always(), says="List it.", cites=SOURCE, seals=True, apart=True)
    chapter.compels(
        "right",
        when=(requester.trained.holds | requester.designated.holds) & Always(),
        says="Right.",
        cites=SOURCE,
        clock="parent_inspection",
        limits=("view_only",),
        effective=date(2026, 1, 1),
        repealed=date(2027, 1, 1),
    )
    chapter.allows(
        "may",
        when=requester.trained.holds | requester.designated.holds,
        says="May.",
        cites=SOURCE,
        effective=None,
        repealed=date(2027, 1, 1),
    )
    page = chapter_page(chapter, {})
    assert "Silent: the requester is shown only what a stranger would be shown." in page
    assert "The log entry goes to the sealed head." in page
    assert "The log entry stands apart from every student's file." in page
    assert "- Clock: `parent_inspection`" in page
    assert "- Within: `view_only`" in page
    assert "- In force: from 2026-01-01 until 2027-01-01" in page
    assert "- In force: from the beginning until 2027-01-01" in page
    assert "- When: requester.trained or requester.designated\n" in page
    assert "- When: (requester.trained or requester.designated) and always\n" in page


def test_what_rests_on_memory_is_listed_and_nothing_else_is() -> None:
    listed = {name: citation for _, name, citation in resting_on_memory()}
    assert {"retention.holds.while_a_request_is_open", "contact_and_household"} <= set(listed)
    assert "disclosure.parents.absolute_access" not in listed
    assert all(citation.against.startswith(("memory", "read, but unsettled")) for citation in listed.values())
    page = pages()["from-memory.md"]
    assert all(name in page for name in listed)


QUESTIONS = {
    "disclosure.dual_enrolment.counsel_review": "minor attends a college",
    "disclosure.emancipated_minors.what_counsel_has_cleared": "emancipation",
    "disclosure.affidavit_caregivers.who_acts_as_a_parent_through_counsel": "stepparent",
    "disclosure.dependency_parents.counsel_review": "adult student's objection",
    "disclosure.stay_away_orders.where_the_student_can_be_found": "stay-away order",
    "disclosure.names_and_gender.counsel_review": "no automatic notice",
    "disclosure.immigration_enforcement.counsel_review": "8 USC 1373",
    "disclosure.state_reporting.yearly_reports_to_an_education_authority": "CALPADS",
    "programmes.cyberattacks.every_one": "whoever gets in",
    "programmes.immigration_requests.write_to_childrens_justice": "regulation of 2018",
    "retention.permitted_records.when_useless": "six months",
    "retention.special_education.notify_parent_before": "before any special-education record goes",
}


@pytest.mark.parametrize(("rule", "asks"), QUESTIONS.items())
def test_each_question_for_counsel_is_listed_with_how_the_book_reads_it_meanwhile(rule: str, asks: str) -> None:
    listed = {name: citation for _, name, citation in resting_on_memory()}
    assert asks in listed[rule].against.removeprefix("read, but unsettled; our reading: ")
    assert listed[rule].against.startswith("read, but unsettled")


def test_every_rule_is_listed_once() -> None:
    assert [row["name"] for row in rules_listed()] == [rule.id for rule in BOOK.rules]
