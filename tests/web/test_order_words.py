"""Each thing that is done about a court's order has its line in what is kept under seal: none is dropped unsaid."""

from __future__ import annotations

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.ledger.services import Act

OF_ORDERS = sorted(it.value for it in Act if it.value.startswith(("order:", "letter:")))


@pytest.mark.parametrize("act", OF_ORDERS)
def test_an_act_about_an_order_is_told_under_seal(installation: Urls, act: str) -> None:
    from fileroom.web.words import SEALED

    lane, title = SEALED[act]
    assert lane in ("record", "saw", "no") and title


def test_the_acts_are_found() -> None:
    assert len(OF_ORDERS) >= 9
