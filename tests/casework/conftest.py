"""A mail server for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import factories as make
from tests.casework.mailing import MailServer, mail_server
from tests.casework.waiting import Waiting, waiting


@pytest.fixture
def smtp() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest.fixture
def there(town: make.Town) -> Waiting:
    return waiting(town)
