"""At the counter: who brings an order that protects them says so, and is not taken for whom it binds."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import PAPER


def sent(town: make.Town, **said: object) -> tuple[int, str]:
    """The registrar files an order against a stranger, as its form was filled in."""
    desk, address = browser(town.registrar.by), f"/students/{town.ana.id}/orders/"
    whole: dict[str, object] = {
        "kind": "records_order_6323_5", "restrained": "somebody", "given": "Victor", "family": "Torres",
        "from_on": "2026-09-01", "language": "en", "pages": "2", "file": SimpleUploadedFile("order.txt", PAPER),
    }  # fmt: skip
    answer = desk.post(address, form(**whole, **said))
    return answer.status_code, words(answer.content.decode())


def protected() -> list[object]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    with district_transaction():
        return list(CourtOrder.objects.values_list("protected_id", flat=True))


def test_who_brings_an_order_that_protects_them_is_named(town: make.Town) -> None:
    status, page = sent(town, brought_by="protected")
    assert (status, protected()) == (422, [])
    assert "are not to be taken for whom it binds" in page
    assert sent(town, brought_by="protected", protected=str(town.mother.row.id))[0] == 302
    assert protected() == [town.mother.row.id]


def test_a_student_of_age_or_somebody_not_on_file_may_bring_it_and_nobody_else_is_asked(town: make.Town) -> None:
    """It is taken in all the same: the law lets nobody send it back for a name."""
    for said in ({"protected": "the_student"}, {"protected": "not_listed"}):
        assert sent(town, brought_by="protected", **said)[0] == 302
    assert sent(town, brought_by="officer")[0] == 302
    assert protected() == [None, None, None]
