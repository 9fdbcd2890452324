"""The checklists: every word of theirs is a fact's, and every such word is on one."""

from __future__ import annotations

import pytest

from fileroom.law.checklists import CHECKLISTS, Checklist, read_checklists
from fileroom.law.facts import NoticeItem, ProtocolPart, Topic
from fileroom.law.kernel.citation import Surety
from fileroom.law.vocabulary import notice

WORDS = {str(word) for enum in (NoticeItem, ProtocolPart, Topic) for word in enum}


def test_every_item_is_a_word_of_the_facts_and_every_such_word_is_an_item() -> None:
    assert {word for checklist in CHECKLISTS.values() for word in checklist.items} == WORDS


@pytest.mark.parametrize("checklist", CHECKLISTS.values(), ids=lambda it: it.name)
def test_a_checklist_has_a_title_a_source_and_a_sentence_for_each_item(checklist: Checklist) -> None:
    assert checklist.title
    assert checklist.citation.surety is Surety.VERIFIED
    assert checklist.citation.against
    assert all(says.endswith(".") for says in checklist.items.values())


def test_what_is_lacking_is_told_in_the_lists_order() -> None:
    rights = CHECKLISTS["annual_rights"]
    assert rights.lacking(rights.items) == ()
    held = [word for word in rights.items if word not in ("prospectus", "place_of_the_log")]
    assert [says[:3] for says in rights.lacking(held)] == ["(c)", "(k)"]


def test_a_word_that_is_no_fact_is_refused_when_a_rule_asks_for_it() -> None:
    row = (
        '[x]\ntitle = "X"\ncite = "T1"\nkey = "T1"\nsurety = "memory"\nagainst = "m"\n[x.items]\nwhat_hapened = "What."'
    )
    with pytest.raises(KeyError, match="what_hapened"):
        read_checklists(row)["x"].all_in(notice.items)
