"""Where nothing grants: no."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED

law = Chapter(__name__)

law.closes(
    "no_access_without_consent_or_order",
    when=RELEASED,
    says="Without the parent's written consent or a court's order a pupil record is open only to those the law names.",
    cites=c.EC_49076,
)
