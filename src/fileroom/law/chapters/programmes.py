"""Programmes: operators and the letter they need, social media, vendors and their contracts."""

from __future__ import annotations

from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes import (
    operators,
    operators_limits,
    operators_orders,
    operators_requests,
    social_media,
    social_media_duties,
    social_media_limits,
    social_media_students,
    social_media_vendors,
    vendors,
    vendors_deidentified,
    vendors_limits,
    vendors_void,
)

CHAPTERS: tuple[Chapter, ...] = (
    operators_orders.law,
    operators.law,
    operators_requests.law,
    operators_limits.law,
    social_media.law,
    social_media_limits.law,
    social_media_duties.law,
    social_media_students.law,
    social_media_vendors.law,
    vendors_void.law,
    vendors.law,
    vendors_deidentified.law,
    vendors_limits.law,
)
