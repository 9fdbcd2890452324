"""The policy register read and printed: each sentence with what carries it. (What it names: tests/house.)"""

from __future__ import annotations

from fileroom.law.book import RULES
from fileroom.law.policy import POLICY, HumanDuty, read_policy, register_page

ONE_SENTENCE = """
title = "Policy 1"
text = "The Board reads."
[[sentence]]
heading = "Of reading"
says = "The Board reads."
rules = ["a.b.c"]
[[sentence.duties]]
who = "The Board"
what = "reads"
how_often = "daily"
"""


def test_a_sentence_is_read_with_its_number_and_what_carries_it() -> None:
    (sentence,) = read_policy(ONE_SENTENCE).sentences
    assert (sentence.number, sentence.heading, sentence.says) == (1, "Of reading", "The Board reads.")
    assert (sentence.rules, sentence.theorems, sentence.figures) == (("a.b.c",), (), ())
    assert sentence.duties == (HumanDuty("The Board", "reads", "daily"),)


def test_the_page_says_each_heading_once_and_each_sentence_with_its_rules_in_words() -> None:
    page = register_page()
    says = {rule.id: rule.says for rule in RULES}
    for sentence in POLICY.sentences:
        assert page.count(f"### Sentence {sentence.number}\n\n> {sentence.says}") == 1
        assert all(f"`{name}`](" in page and says[name] in page for name in sentence.rules)
        assert all(f"A person's duty: {duty.who} {duty.what}" in page for duty in sentence.duties)
    assert page.count("\n## ") == len({sentence.heading for sentence in POLICY.sentences} - {""})
