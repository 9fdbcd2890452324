"""A maker's own notes, shown to nobody but a temporary substitute, are no pupil record: their maker keeps or destroys
them."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.outside_the_file import UNSHOWN
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, IS_STAFF, RETAINS
from fileroom.law.vocabulary import is_pupil_record, record

law = Chapter(__name__)

OWN_NOTES = record.kind.is_(RecordKind.SOLE_POSSESSION_NOTES) & ~is_pupil_record.holds

law.allows(
    "their_maker",
    when=DESTROYS & OWN_NOTES & UNSHOWN & IS_STAFF,  # who has seen them is asked: nobody guesses that no one has
    claimed=OWN_NOTES & IS_STAFF,
    says="A maker's own notes are no pupil record while only the maker, or a temporary substitute, has seen them: their"
    " maker may destroy them, unless a hold or an open request binds them.",
    cites=c.EC_49061_B,
)

law.allows(
    "kept_by_their_maker",
    when=RETAINS & OWN_NOTES & UNSHOWN & IS_STAFF,
    claimed=OWN_NOTES & IS_STAFF,
    says="A maker's own notes are no pupil record while only the maker, or a temporary substitute, has seen them: their"
    " maker may keep them, outside the file.",
    cites=c.EC_49061_B,
)
