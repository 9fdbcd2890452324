"""What several attacks need."""

from __future__ import annotations

import pytest

from fileroom.hosting.embedded import Urls
from tests import factories as make

PASSWORD = "a long and private phrase"


@pytest.fixture(scope="session")
def password(installation: Urls) -> tuple[str, str]:
    """A password and its hash, made once: Argon2 takes its time on purpose."""
    from django.contrib.auth.hashers import make_password

    return PASSWORD, make_password(PASSWORD)


@pytest.fixture
def keeper(district: str) -> make.Staffed:
    """The district's custodian of records."""
    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    return helen


@pytest.fixture
def second(district: str) -> make.Staffed:
    """A principal, who is custodian of no records."""
    return make.staffed("paula", "principal", make.school())
