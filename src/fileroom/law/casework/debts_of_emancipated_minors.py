"""A debt made by an emancipated minor may be the student's own: counsel says so; meanwhile no record is withheld."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.casework.debts import WITHHOLDS
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Debt
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import other, student

law = Chapter(__name__)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=WITHHOLDS & student.emancipated.holds & other.debt.is_(Debt.UNPAID_FEE),
    says="The student is emancipated, or was when the debt was made: counsel says who owes it, and what follows.",
    cites=u.EMANCIPATED_MINORS_DEBT,
)
