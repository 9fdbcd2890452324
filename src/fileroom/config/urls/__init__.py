"""Every address there is, by whom it is for."""

from __future__ import annotations

from typing import Any

from django.urls import path

from fileroom.api.door import door
from fileroom.config.urls import companies, families, office, programmes

handler400 = "fileroom.web.middleware.unreadable"
handler404 = "fileroom.web.middleware.missing"
handler500 = "fileroom.web.middleware.broken"

urlpatterns: list[Any] = [
    *office.ADDRESSES, *programmes.ADDRESSES, *companies.ADDRESSES, *families.ADDRESSES, path("api/v1/", door.urls),
]  # fmt: skip
