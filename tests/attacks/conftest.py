"""What several attacks need."""

from __future__ import annotations

import pytest

from fileroom.hosting.embedded import Urls

PASSWORD = "a long and private phrase"


@pytest.fixture(scope="session")
def password(installation: Urls) -> tuple[str, str]:
    """A password and its hash, made once: Argon2 takes its time on purpose."""
    from django.contrib.auth.hashers import make_password

    return PASSWORD, make_password(PASSWORD)
