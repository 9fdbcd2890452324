"""Of a district's addresses those alone are read that may be the mailbox asked about, and none of them is left out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fileroom.people.mailboxes import folded
from tests import factories as make

# What the two readings could differ by, among every other letter that the database holds.
TELLING = st.sampled_from([*"aAiIkKsSzZ.+@ \t\n'%\\_ßẞſKİıΣς．＋＠ﬁ", "gmail.com", "googlemail.com", "+a@"])
TEXTS = st.lists(TELLING | st.characters(codec="utf-8", exclude_characters="\0"), max_size=12).map("".join)
HOSTS = TEXTS | st.sampled_from(["gmail.com", "GoogleMail.com", "students.alder.test", "straße.test"])


def found(address: str, *boxes: str) -> bool:
    """Does the database find this address where it is asked for these mailboxes? Part of the open transaction."""
    from django.db.models import CharField, Value

    from fileroom.people.mailboxes import may_fold_to
    from fileroom.people.models import Account

    written = Account.objects.annotate(written=Value(address, output_field=CharField()))
    return written.filter(may_fold_to("written", boxes)).exists()


def test_whoever_asks_for_a_mailbox_misses_no_address_that_is_the_same(town: make.Town) -> None:
    from fileroom.hosting import district_transaction

    @given(local=TEXTS, host=HOSTS)
    @example("José.Torres+a@b", "students.alder.test")
    @example("TORRES.home+ana+ben", "GOOGLEMAIL.com")
    @example(" KIM", "STRASSE.test\n")
    @example(" kim", "alder.test ")
    def misses_none(local: str, host: str) -> None:
        address = f"{local}@{host}"
        assert found(address, "another@mail.test", folded(address))

    with district_transaction():
        misses_none()


@pytest.mark.parametrize(
    "address", ["b.torres@students.alder.test", "a.torres@alder.test", "torres@students.alder.test", "a.torres", ""]
)
def test_another_mailbox_of_the_same_host_is_not_read(town: make.Town, address: str) -> None:
    from fileroom.hosting import district_transaction

    with district_transaction():
        assert found("A.Torres+x@Students.Alder.test", "atorres@students.alder.test")
        assert not found(address, "atorres@students.alder.test")
