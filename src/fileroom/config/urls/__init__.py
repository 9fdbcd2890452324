"""Every address there is, by whom it is for."""

from __future__ import annotations

from fileroom.config.urls import families, office, programmes

handler400 = "fileroom.web.middleware.unreadable"
handler404 = "fileroom.web.middleware.missing"
handler500 = "fileroom.web.middleware.broken"

urlpatterns = [*office.ADDRESSES, *programmes.ADDRESSES, *families.ADDRESSES]
