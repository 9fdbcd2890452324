"""The addresses of families and adult students."""

from __future__ import annotations

from django.urls import path

from fileroom.web import (
    choices,
    home,
    notices_family,
    open_link,
    social_media_family,
)

ADDRESSES = [
    path("open/<str:token>/", open_link.open_link, name="open_link"),
    path("family/<uuid:student_id>/choices/", choices.family_choices, name="family_choices"),
    path("family/", home.home, name="family"),
    path("family/social-media/", social_media_family.family_social_media, name="family_social_media"),
    path(
        "family/social-media/<uuid:record_id>/",
        social_media_family.family_social_media_item,
        name="family_social_media_item",
    ),
    path("family/notices/", notices_family.family_notices, name="family_notices"),
    path("family/notices/received/", notices_family.acknowledge_notice, name="acknowledge_notice"),
    path("family/notices/wish/", notices_family.wish_notices, name="wish_notices"),
    path("family/<uuid:student_id>/", home.file, name="family_file"),
    path("family/<uuid:student_id>/looked/", home.looked, name="family_looked"),
    path("family/<uuid:student_id>/proof/", home.proof, name="family_proof"),
    path("family/records/<uuid:record_id>/", home.record, name="family_record"),
    path("family/records/<uuid:record_id>/document/", home.document, name="family_document"),
]
