"""The criteria by which staff open files are those of the annual notice: where none was given, it is owed first."""

from __future__ import annotations

from fileroom.law.checklists import CHECKLISTS
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF, SEES
from fileroom.law.vocabulary import district

law = Chapter(__name__)

law.obliges(
    DutyCode.GIVE_ANNUAL_NOTICE,
    when=SEES & IS_STAFF & Shown(~district.annual_notice_given.holds),
    says="Give the annual notice: the criteria of educational interest, by which staff see records, are those that it"
    " tells the families.",
    cites=CHECKLISTS["annual_rights_by_federal_law"].citation,
)
