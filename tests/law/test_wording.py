"""The words of the law book's conditions: every path has them, and they say what the condition says."""

from fileroom.law.book import RULES
from fileroom.law.facts import ConsentForm, Order, PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Always, Condition, Shown
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Rule
from fileroom.law.vocabulary import orders, paper_terms, requester, student, terms
from fileroom.law.wording import PATH, WORDS, tell
from tests.each import each

PARENT, TRAINED, ADULT = requester.kind.is_(Who.PARENT), requester.trained.holds, student.age.at_least(18)


def test_every_fact_a_rule_can_speak_of_has_words() -> None:
    assert sorted(set(terms()) - set(WORDS)) == []
    assert sorted({f"papers.{name}" for name in paper_terms()} - set(WORDS) - {"papers.kind"}) == []
    assert [path for path, words in WORDS.items() if not words.strip() or "_" in words] == []


@each("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_is_told_with_a_path_of_the_program(rule: Rule) -> None:
    for condition in (rule.when, rule.claimed, rule.met, rule.known):
        if condition is not None:
            said = tell(condition).sentence()
            assert not [path for path in PATH.findall(said) if "." in path], said


@each(
    ("condition", "said"),
    [
        (PARENT, "whoever asks is a parent"),
        (requester.kind.is_(Who.PARENT, Who.NURSE, Who.TEACHER), "whoever asks is a nurse, a parent or a teacher"),
        (~PARENT, "whoever asks is not a parent"),
        (TRAINED, "the person has been trained for the task"),
        (~TRAINED, "it is not so that the person has been trained for the task"),
        (requester.trained.is_(False), "it is not so that the person has been trained for the task"),
        (~requester.trained.is_(False), "the person has been trained for the task"),
        (requester.kind.is_(Who.SARB_AIDE), "whoever asks is a SARB aide"),
        (ADULT, "the student's age is 18 or more"),
        (~ADULT, "the student's age is below 18"),
        (PARENT & (TRAINED | ADULT), "whoever asks is a parent and (the person has been trained for the task or the"
         " student's age is 18 or more)"),
        (~(PARENT & TRAINED), "it is not so that (whoever asks is a parent and the person has been trained for the"
         " task)"),
        (orders.has(Order.RIGHTS_TERMINATED), "the orders on the student's file name rights terminated"),
        (~orders.has(Order.RIGHTS_TERMINATED), "the orders on the student's file do not name rights terminated"),
        (some(PaperKind.CONSENT, signed=True, form=ConsentForm.WRITTEN),
         "a paper is a consent, in this form: written, signed"),
        (~some(PaperKind.CONSENT, dated=False), "no paper is a consent, not dated"),
        (some(PaperKind.CONSENT, valid_on=(True, None)),
         "a paper is a consent, in force on the day, unless known not to be"),
        (Shown(TRAINED), "it is shown that the person has been trained for the task"),
        (Shown(TRAINED & PARENT), "the person has been trained for the task and whoever asks is a parent"),
        (requester.kind.is_(Who.PUBLIC, Who.ATTORNEY), "whoever asks is an attorney or the public"),
        (Always(), "in every case"),
    ],
)  # fmt: skip
def test_a_condition_is_told_as_it_decides(condition: Condition, said: str) -> None:
    assert tell(condition).sentence() == said


def test_lists_of_one_kind_are_told_as_one_list() -> None:
    told = tell(PARENT & (TRAINED & ADULT))
    assert [part.clause for part in told.parts] == [
        "whoever asks is a parent", "the person has been trained for the task", "the student's age is 18 or more",
    ]  # fmt: skip


def test_a_kind_of_condition_the_book_has_no_words_for_keeps_its_own_with_the_facts_named() -> None:
    class Odd(Condition):
        def words(self) -> str:
            return "requester.kind is among district.directory_recipients"

    said = tell(Odd()).sentence()
    assert said == "whoever asks is among the recipients the district's directory policy names"
