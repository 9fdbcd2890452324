"""What is owed leads to where it is done, whichever room it is of: a first screen has no row without an address."""

from __future__ import annotations

from uuid import uuid4


def test_each_room_of_duties_leads_to_a_page_of_its_own_row_or_of_all(district: str) -> None:
    from django.urls import NoReverseMatch, reverse

    from fileroom.web.owed import OF_NO_ROW, WHERE

    wrong = []
    for room, (route, _) in WHERE.items():
        try:
            reverse(route, args=[] if room.partition("/")[0] in OF_NO_ROW else [uuid4()])
        except NoReverseMatch:
            wrong.append(room)
    assert wrong == []
