"""Who of the family sees by a right of their own, so that no paper, and no notice of it, is asked for."""

from __future__ import annotations

from fileroom.law.disclosure.educational_rights_holders import APPOINTED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.social_media_captures import GATHERED
from fileroom.law.disclosure.students import ADULT_STUDENT, SIXTEEN_OR_GRADE_10, THE_STUDENT
from fileroom.law.kernel.condition import Shown, any_of

# What a person is called gives no right: a parent whose rights have ended or passed has none, nor has a false one. What
# was gathered of their social media students see at any age (Ed. Code 49073.6).
BY_OWN_RIGHT = Shown(any_of(HOLDS_THE_RIGHTS, APPOINTED, ADULT_STUDENT, SIXTEEN_OR_GRADE_10, GATHERED & THE_STUDENT))
