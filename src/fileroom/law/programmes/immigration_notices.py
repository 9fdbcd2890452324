"""What every family is told: its rights, whatever its immigration status, and the Attorney General's guide."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import NoticeKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.notices import SENDS_NOTICE
from fileroom.law.vocabulary import notice

law = Chapter(__name__)

RIGHTS, GUIDE = CHECKLISTS["immigration_rights"], CHECKLISTS["posted_guide"]
OF_IMMIGRATION_RIGHTS = SENDS_NOTICE & notice.kind.is_(NoticeKind.IMMIGRATION_RIGHTS)
OF_THE_GUIDE = SENDS_NOTICE & notice.kind.is_(NoticeKind.POSTED_GUIDE)

law.compels(
    "rights",
    when=OF_IMMIGRATION_RIGHTS & RIGHTS.all_in(notice.items),
    says="Parents are told of the right to an education whatever their status, with the Attorney General's guidance; it"
    " may go with the annual notice.",
    cites=RIGHTS.citation,
)

law.compels(
    "the_guide",
    when=OF_THE_GUIDE & GUIDE.all_in(notice.items),
    says="The Attorney General's guide is posted in the administrative buildings and on the sites of district and"
    " schools, in every language there is; anew in the school year after it changes.",
    cites=GUIDE.citation,
)

law.allows(
    "before_the_law_asked",
    when=OF_IMMIGRATION_RIGHTS | OF_THE_GUIDE,
    repealed=RIGHTS.citation.effective,
    says="No law asks for it yet; the district may tell families of their rights, and post the guide.",
    cites=c.EC_48981,
)

law.closes(
    "rights_lacking",
    when=OF_IMMIGRATION_RIGHTS,
    says="The information lacks something the law asks for. Hold it against the checklist, complete it, and send it.",
    cites=RIGHTS.citation,
)

law.closes(
    "guide_lacking",
    when=OF_THE_GUIDE,
    says="The guide is not yet posted in every place and language. Hold it against the checklist.",
    cites=GUIDE.citation,
)
