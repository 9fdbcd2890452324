"""The mark of a file that was tried: what it is bound to, and what it does not carry."""

from __future__ import annotations

from base64 import urlsafe_b64decode

from tests import factories as make

SAID = ("students.csv", {"Perm ID": "student.id", "318-44-7265": "student.email"}, "y-m-d", False)


def test_a_mark_says_nothing_of_what_was_said_and_is_as_long_however_much_that_was(district: str) -> None:
    from fileroom.collection.bundles.services import mark_of

    who = make.staffed("office", "administrator", None).by
    marks = [mark_of(b"a file", *said, by=who) for said in (SAID, (False,), ("x" * 10_000, SAID))]
    assert len({len(it) for it in marks}) == 1
    carried = [urlsafe_b64decode(it.partition(":")[0] + "==").decode() for it in marks]
    assert not any(word in it for it in carried for word in ("students", "Perm ID", "318", "student.id", "y-m-d"))


def test_a_mark_is_of_all_that_was_said_in_whatever_order_its_columns_came(district: str) -> None:
    from fileroom.collection.bundles.services import mark_of, was_tried

    who = make.staffed("office", "administrator", None).by
    mark, (name, takes, days, everybody) = mark_of(b"a file", *SAID, by=who), SAID
    assert was_tried(mark, b"a file", name, dict(reversed(takes.items())), days, everybody, by=who)
    for others in (
        ("other.csv", takes, days, everybody),
        (name, takes | {"Last": "student.family"}, days, everybody),
        (name, takes | {"Perm ID": "student.ssid"}, days, everybody),
        (name, takes, "m/d/y", everybody),
        (name, takes, days, True),
        SAID[:3],
        (*SAID, False),
    ):
        assert not was_tried(mark, b"a file", *others, by=who)
