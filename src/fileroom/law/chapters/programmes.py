"""Programmes: cyberattacks and breaches, notices to families, trainings, the protocols for orders."""

from __future__ import annotations

from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes import (
    annual_notices,
    breach_copies,
    breach_duties,
    breach_notice_ways,
    breach_notices,
    breaches,
    cyberattacks,
    enforcement_on_site,
    immigration_notices,
    immigration_requests,
    notices,
    order_protocols,
    training,
    training_content,
)

CHAPTERS: tuple[Chapter, ...] = (
    cyberattacks.law,
    breaches.law,
    breach_copies.law,
    breach_duties.law,
    notices.law,
    breach_notices.law,
    breach_notice_ways.law,
    annual_notices.law,
    immigration_notices.law,
    enforcement_on_site.law,
    immigration_requests.law,
    order_protocols.law,
    training.law,
    training_content.law,
)
