"""What counsel signs for: all that rests on memory, each with the fingerprint of its text."""

import dataclasses

from fileroom.law.book import BOOK, RULES
from fileroom.law.listing import resting_on_memory
from fileroom.law.signing import FIRST_RELEASE, INSTALLED, first_release, releases, rule_text, signables


def test_all_that_rests_on_memory_is_to_be_signed_for_and_nothing_else() -> None:
    assert list(signables()) == [(kind, name) for kind, name, _ in resting_on_memory()]
    assert len({it.text for it in signables().values()}) == len(signables())
    for it in signables().values():
        assert len(it.text) == 64
        assert it.says.endswith(".")


def test_a_figure_is_signed_for_by_its_number() -> None:
    from fileroom.law import signing
    from fileroom.law.figures import FIGURES

    name, figure = next(iter(FIGURES.items()))
    says, text = signing._figure(name)
    assert figure.within in says
    assert text != signing.fingerprint(dataclasses.replace(figure, value=figure.value + 1).to_json())


def test_an_item_of_the_catalogue_is_signed_for_by_its_class() -> None:
    from fileroom.law import signing
    from fileroom.law.catalogue import CATALOGUE

    code, item = next(iter(CATALOGUE.items()))
    says, text = signing._item(code)
    assert says == f"{item.title.en}: {item.class_.value}."
    assert text not in {signing._item(other)[1] for other in CATALOGUE if other != code}


def test_the_book_that_is_shipped_is_of_the_newest_release_of_its_rules() -> None:
    assert max(rule.release for rule in RULES) == BOOK.newest == INSTALLED
    assert [it.number for it in releases()] == list(range(2, INSTALLED + 1))


def test_the_text_of_a_rule_is_all_but_the_release_it_came_with() -> None:
    rule = RULES[0]
    assert rule_text(dataclasses.replace(rule, release=2, until_release=3)) == rule_text(rule)
    assert rule_text(dataclasses.replace(rule, says="Otherwise.")) != rule_text(rule)
    assert rule_text(dataclasses.replace(rule, limits=("view_only",))) != rule_text(rule)


def test_a_release_lists_what_it_brought_and_what_it_replaced() -> None:
    old = dataclasses.replace(RULES[0], until_release=2)
    new = dataclasses.replace(RULES[1], release=2)
    (release,) = releases((old, new, RULES[2]))
    assert (release.number, release.begins, release.ends) == (2, (new,), (old,))
    assert len(release.text) == 64


def test_the_law_the_program_came_with_is_every_rule_of_its_first_release_and_replaced_none() -> None:
    first = first_release()
    assert (first.number, first.ends) == (FIRST_RELEASE, ())
    assert {rule.id for rule in first.begins} == {rule.id for rule in RULES if rule.release == FIRST_RELEASE}
