"""What the regulation on immigration enforcement adds to the statute, at each request."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY
from fileroom.law.enforcement import ENFORCEMENT_ASKS, NOBODY_TO_TELL, UNTOLD_TO_THE_FAMILY
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import other

law = Chapter(__name__)

law.obliges(
    DutyCode.GIVE_FAMILY_THE_PAPERS,
    when=ENFORCEMENT_ASKS & ~UNTOLD_TO_THE_FAMILY & ~Shown(A_CHILD_WELFARE_INQUIRY),
    says="Give the family copies of the papers that were shown, unless a paper forbids it or it is a case of child"
    " abuse.",
    cites=u.REGULATION_OF_2018,
)

law.obliges(
    DutyCode.ASK_WHETHER_HOME_HEARS,
    when=ENFORCEMENT_ASKS
    & A_CHILD_WELFARE_INQUIRY
    & ~NOBODY_TO_TELL
    & ~Shown(other.family_may_be_told.is_(True, False)),
    says="Counsel says first whether the household hears that an inquiry of child welfare was made and may assist"
    " immigration: until then nobody at home is told.",
    cites=u.REGULATION_OF_2018,
)

law.obliges(
    DutyCode.WRITE_TO_CHILDRENS_JUSTICE,
    when=ENFORCEMENT_ASKS,
    says="E-mail the Bureau of Children's Justice of the Attorney General (BCJ@doj.ca.gov) that access was sought,"
    " naming no student.",
    cites=u.REGULATION_OF_2018,
)
