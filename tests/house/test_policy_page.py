"""Each sentence of the Board's policy is on its page, with a real link behind it or the honest word: done by hand."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest

from fileroom.law.policy import POLICY, Sentence
from tests import factories as make
from tests.attacks.browsing import browser

ROW = re.compile(r'<article class="card policy-row" id="sentence-(\d+)".*?</article>', re.S)
LINK = re.compile(r'<a href="([^"]+)"')
NOT_HERE = "Not in this release</span> Done by hand: "
by_number = pytest.mark.parametrize("sentence", POLICY.sentences, ids=lambda it: str(it.number))


@pytest.fixture
def rows(town: make.Town) -> Mapping[int, str]:
    """The page's rows, by the number of their sentence."""
    return rows_of(browser(town.teacher.by).get("/policy/").content.decode())


def rows_of(page: str) -> Mapping[int, str]:
    return {int(found[1]): found[0] for found in ROW.finditer(page)}


def lacking(sentence: Sentence, rows: Mapping[int, str]) -> str:
    """What the page lacks of this sentence; empty: nothing."""
    row = rows.get(sentence.number, "")
    if sentence.says not in html.unescape(row):
        return "it is not there"
    evidence = row.partition('class="policy-evidence"')[2].partition("</ul>")[0]
    if NOT_HERE in evidence:
        return "" if re.search(re.escape(NOT_HERE) + r"[a-z]\w+ ", evidence) else "nobody is named who does it"
    links = [it for it in LINK.findall(evidence) if leads_somewhere(it)]
    return "" if links else "no link stands behind it"


def leads_somewhere(address: str) -> bool:
    from django.urls import Resolver404, resolve

    try:
        return bool(resolve(address.partition("?")[0]))
    except Resolver404:
        return False


def test_no_sentence_of_the_policy_lacks_its_link_or_its_honest_state(rows: Mapping[int, str]) -> None:
    assert {it.number: lacking(it, rows) for it in POLICY.sentences if lacking(it, rows)} == {}
    assert len(rows) == len(POLICY.sentences) == 22


def test_a_sentence_without_a_link_or_without_its_words_is_missed(rows: Mapping[int, str]) -> None:
    first, hand = POLICY.sentences[3], POLICY.sentences[14]
    assert lacking(first, {}) == "it is not there"
    unlinked = {first.number: rows[first.number].replace("/custodians/", "/nowhere-at-all/")}
    assert lacking(first, unlinked) == "no link stands behind it"
    unsaid = {hand.number: re.sub(r"Done by hand: [^<]*", "Done by hand: .", rows[hand.number])}
    assert lacking(hand, unsaid) == "nobody is named who does it"


@by_number
def test_what_carries_a_sentence_is_counted_here_or_somebody_is_named_who_does_it_by_hand(
    sentence: Sentence, district: str
) -> None:
    from fileroom.programmes.policy.carried import CARRIED
    from fileroom.programmes.policy.evidences import EVIDENCES

    carried = CARRIED[sentence.number]
    assert carried.evidence
    assert set(carried.by_hand) <= set(carried.evidence)
    assert [name for name in carried.evidence if name not in EVIDENCES and not carried.by_hand.get(name)] == []


def test_every_evidence_stands_beside_a_sentence_and_each_sentence_has_one_that_anybody_is_told(
    town: make.Town,
) -> None:
    from fileroom.duties.states import Asked
    from fileroom.programmes.policy.carried import CARRIED
    from fileroom.programmes.policy.evidences import EVIDENCES, gathered
    from tests.conftest import AT

    named = {name for it in CARRIED.values() for name in it.evidence}
    assert set(EVIDENCES) <= named
    guarded = {name for name, it in gathered(Asked(AT, 10, 365)).items() if it.guarded}
    assert guarded
    assert [it.number for it in CARRIED.values() if set(it.evidence) <= guarded] == []


def test_each_page_that_a_sentence_names_is_a_page_with_words_of_its_own(district: str) -> None:
    from django.urls import reverse

    from fileroom.programmes.policy.carried import CARRIED
    from fileroom.web.policy_page import PAGES

    for name in {name for it in CARRIED.values() for name in it.pages}:
        assert reverse(name) and PAGES[name]
