"""The notice is composed of what is so, adopted as it was read, and frozen."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.catalogue import CATALOGUE
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.criteria import criteria_of
from fileroom.law.facts.things import DirectoryField
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.letters.test_letters import text_of
from tests.programmes.notices import steps
from tests.programmes.social_media.world import offices, proposed
from tests.programmes.social_media.world import steps as taken

if TYPE_CHECKING:
    from fileroom.programmes.notices.composing import Composed

LATER = AT + timedelta(hours=1)


def composed() -> Composed:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.composing import compose

    with district_transaction():
        return compose(steps.places(), on=make.TODAY)


def whole(language: str) -> str:
    return "\n".join("\n".join((it.title, it.says, *it.lines)) for it in composed().text[language])


def test_each_item_of_the_laws_checklists_has_its_section(town: make.Town) -> None:
    from fileroom.programmes.notices.facts import OF_IMMIGRATION, OF_RIGHTS

    steps.everything_said(steps.designee().by)
    lists = (*OF_RIGHTS, OF_IMMIGRATION)
    assert {item for name in lists for item in CHECKLISTS[name].items} == set(composed().items)


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_names_every_item_of_the_catalogue_and_every_category_that_may_be_given(
    town: make.Town, language: str
) -> None:
    steps.everything_said(steps.designee().by)
    text = whole(language)
    assert [it.code for it in CATALOGUE.values() if getattr(it.title, language) not in text] == []
    section = next(it for it in composed().text[language] if "49073" in it.cites and "49061" in it.cites)
    assert len(section.lines) == len(DirectoryField) + 3
    assert not re.search(r"[{}]", text)


def test_it_prints_the_criteria_by_which_access_is_decided(town: make.Town) -> None:
    steps.everything_said(steps.designee().by)
    criteria = criteria_of(make.TODAY)
    assert criteria and criteria.says in whole("en")
    assert steps.adopted(steps.designee("other").by).criteria == criteria.version


def test_what_nobody_has_said_leaves_its_section_out_and_the_law_refuses(town: make.Town) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.notices.adopting import Adoption, adopt

    by = steps.designee().by
    assert set(composed().wanting) == set(steps.SAID)
    adoption = Adoption(uuid4(), steps.YEAR, steps.reads())
    done = adopt(adoption, places=steps.places(), head=steps.head(), by=by, at=AT)
    assert isinstance(done, Refused)
    assert done.decision.because[0].rule.startswith("programmes.annual_notices.")


def test_what_was_read_is_what_is_adopted(town: make.Town) -> None:
    from fileroom.programmes.notices.adopting import Adoption, adopt
    from fileroom.programmes.settings.services import say

    by = steps.designee().by
    steps.everything_said(by)
    read = steps.reads()
    say(uuid4(), "copy_cost", {"en": "25"}, by=by, at=AT + timedelta(minutes=1))
    with pytest.raises(ValidationError, match="has changed since"):
        adopt(Adoption(uuid4(), steps.YEAR, read), places=steps.places(), head=steps.head(), by=by, at=LATER)


def test_an_adopted_text_stays_and_its_paper_says_it_in_both_languages(town: make.Town) -> None:
    from fileroom.disclosure.papers import check
    from fileroom.programmes import publishing
    from fileroom.programmes.notices.family import published
    from fileroom.programmes.settings.services import say

    by = steps.designee().by
    steps.everything_said(by)
    row = steps.adopted(by)
    say(uuid4(), "copy_cost", {"en": "25"}, by=by, at=LATER)
    kept = published("es", on=make.TODAY)
    assert kept and any("$0.10" in it.says for it in kept.text)
    papers = publishing.papers([row.id])[row.id]
    assert [it.language for it in papers] == ["en", "es"]
    for it in papers:
        pdf = publishing.take(it.code)
        assert ("Sus derechos" if it.language == "es" else "Your rights") in text_of(pdf)
        assert "$0.10" in text_of(pdf)
        paper = check(it.code, pdf, language="es")
        assert paper and paper.same is True


def test_the_same_form_twice_is_one_adoption_and_the_same_text_is_not_adopted_twice(town: make.Town) -> None:
    from fileroom.programmes.notices.adopting import Adoption, adopt

    by = steps.designee().by
    steps.everything_said(by)
    form = Adoption(uuid4(), steps.YEAR, steps.reads())
    rest: dict[str, Any] = {"places": steps.places(), "head": steps.head(), "by": by, "at": AT}
    first, second = adopt(form, **rest), adopt(form, **rest)
    assert first == second
    with pytest.raises(ValidationError, match="adopted"):
        adopt(Adoption(uuid4(), steps.YEAR, steps.reads()), **rest)


def test_only_the_superintendents_designee_adopts_it_or_says_what_it_quotes(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.notices.adopting import Adoption, adopt
    from fileroom.programmes.settings.services import say

    steps.everything_said(steps.designee().by)
    for who in (town.principal.by, town.registrar.by, town.teacher.by, town.mother.by):
        with pytest.raises(Missing):
            adopt(Adoption(uuid4(), steps.YEAR, steps.reads()), places=steps.places(), head=steps.head(), by=who, at=AT)
        with pytest.raises(Missing):
            say(uuid4(), "copy_cost", {"en": "25"}, by=who, at=AT)


def test_a_number_of_the_law_is_said_in_spanish_too(town: make.Town) -> None:
    steps.everything_said(steps.designee().by)
    assert "5 días hábiles" in whole("es") and "5 business days" in whole("en")
    assert "31 de diciembre" in whole("es") and "December 31" in whole("en")


def test_the_notice_names_the_categories_that_the_board_has_decided_on_and_changes_with_them(town: make.Town) -> None:
    from tests.disclosure.listing import decided

    office = steps.designee().by
    steps.everything_said(office)
    before = composed()
    decided(office, fields=(DirectoryField.NAME.value,))
    after = composed()
    lines = {line for it in before.text["en"] for line in it.lines} - {
        line for it in after.text["en"] for line in it.lines
    }
    assert len(lines) == len(DirectoryField) - 1 + len(["To whom: nobody"]) and after.digest != before.digest


def test_it_names_whom_the_board_names_in_both_languages_and_a_new_recipient_is_a_change(town: make.Town) -> None:
    from fileroom.programmes.notices.desk import desk
    from tests.disclosure.listing import decided

    def stands() -> bool:
        return desk(steps.places(), by=by, at=AT).versions[0].stands

    by = steps.designee().by
    steps.everything_said(by)
    assert "To whom: nobody" in whole("en") and "A quiénes: a nadie" in whole("es")
    decided(by, recipients=("pta",))
    steps.adopted(by)
    assert "To whom: parents’ clubs (PTA).\n" in whole("en") and stands()
    decided(by, recipients=("pta", "media"))
    assert "A quiénes: asociaciones de padres (PTA); periódicos y otros medios" in whole("es") and not stands()


def test_it_has_a_word_for_each_recipient_that_a_policy_may_be_given() -> None:
    from fileroom.programmes.notices import words
    from fileroom.web.directory_words import RECIPIENTS

    assert set(words.everything()["recipients"]) - {"said", "nobody"} == set(RECIPIENTS)


def test_what_it_says_of_social_media_follows_the_program_and_what_was_adopted_before_is_seen_as_changed(
    town: make.Town,
) -> None:
    from fileroom.programmes.social_media.stages import Verb

    def standing() -> tuple[bool, bool, bool]:
        """Says that nothing is gathered; says that something is; this is what was adopted."""
        text, (version, *_) = whole("en"), desk(steps.places(), by=there.designee, at=LATER).versions
        return "We gather nothing" in text, "Under a program the Board has adopted" in text, version.stands

    from fileroom.programmes.notices.desk import desk

    there = offices(town)
    steps.everything_said(there.designee)
    steps.adopted(there.designee)
    program = proposed(there)
    taken(there, program, Verb.TELL_FAMILIES, Verb.HEAR)
    assert standing() == (True, False, True)
    taken(there, program, Verb.ADOPT, since=make.TODAY - timedelta(days=2))
    assert standing() == (False, True, False)
    taken(there, program, Verb.END, since=make.TODAY - timedelta(days=1))
    assert standing() == (True, False, True)


def test_it_says_by_when_directory_information_is_refused_and_no_list_is_opened_before(town: make.Town) -> None:
    from fileroom.programmes.settings.services import say
    from tests.disclosure.listing import decided

    by = steps.designee().by
    steps.everything_said(by)
    assert "you have 30 days from the day" in whole("en") and "tiene 30 días desde el día" in whole("es")
    say(uuid4(), "refusal_days", {"en": "14"}, by=by, at=AT)
    assert "you have 14 days from the day" in whole("en") and "at its counter" in whole("en")
    decided(by, noticed=False)

    def entered(days: int) -> bytes:
        given_on = make.TODAY - timedelta(days=15)
        said = {"given_on": given_on, "refuse_by": given_on + timedelta(days=days)}
        return bytes(browser(by).post("/directory/notice/", form(**said), follow=True).content)

    assert b"gives families 14 days to refuse" in entered(13)
    assert b"gives families 14 days to refuse" not in entered(14)
