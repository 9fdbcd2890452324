"""The notice of rights in student records: each year with that of Ed. Code 48980, and to each family as it enrols."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.codes import DutyCode
from fileroom.law.facts import NoticeKind, NoticeMethod
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.programmes.notices import SENDS_NOTICE
from fileroom.law.vocabulary import notice, student

law = Chapter(__name__)

STATE, FEDERAL = CHECKLISTS["annual_rights"], CHECKLISTS["annual_rights_by_federal_law"]
OF_2026 = CHECKLISTS["annual_rights_of_2026"]
OF_RIGHTS = SENDS_NOTICE & notice.kind.is_(NoticeKind.ANNUAL_RIGHTS)
ON_PAPER = notice.method.is_(NoticeMethod.MAIL, NoticeMethod.USUAL_WRITTEN)
BY_STATE_LAW, BY_FEDERAL_LAW = STATE.all_in(notice.items), FEDERAL.all_in(notice.items)

law.compels(
    "each_year",
    when=OF_RIGHTS & BY_STATE_LAW & BY_FEDERAL_LAW,
    says="Each family is told of its rights in student records at the beginning of the first semester or quarter.",
    cites=STATE.citation,
)

law.compels(
    "on_enrolment",
    when=OF_RIGHTS & BY_STATE_LAW & BY_FEDERAL_LAW & notice.at_enrolment.holds,
    clock="annual_notice_on_enrolment",
    says="A family that enrols for the first time is told that day, in the middle of the year too.",
    cites=STATE.citation,
)

law.forbids(
    "without_the_content_of_2026",
    when=OF_RIGHTS & ~OF_2026.all_in(notice.items),
    says="The notice lacks the content that Ed. Code 48980(o) asks for since 2026.",
    cites=OF_2026.citation,
)

law.forbids(
    "another_way_than_the_laws",
    when=OF_RIGHTS & ~(ON_PAPER | (notice.method.is_(NoticeMethod.ELECTRONIC) & notice.electronic_asked_for.holds)),
    says="It goes by mail or in the usual written way; by electronic means only to a parent who has asked for it.",
    cites=c.EC_48981,
)

law.obliges(
    DutyCode.KEEP_ACKNOWLEDGMENT,
    when=OF_RIGHTS,
    upon=Upon.GRANT,
    says="Ask for the parent's signature that the notice came, and keep it, with the notice's version, language, day"
    " and method. To sign is not to consent.",
    cites=c.EC_48982,
)

law.obliges(
    DutyCode.TRANSLATE_WHERE_PRACTICABLE,
    when=OF_RIGHTS & student.home_language_not_english.holds,
    upon=Upon.GRANT,
    says="As far as practicable the notice is in the language of the home, however few speak it.",
    cites=c.EC_49063,
)

law.closes(
    "lacking_by_state_law",
    when=OF_RIGHTS & ~BY_STATE_LAW,
    says="The notice lacks something of Ed. Code 49063(a)-(k). Hold it against the checklist, complete it and send it.",
    cites=STATE.citation,
)

law.closes(
    "lacking_by_federal_law",
    when=OF_RIGHTS,
    says="The notice lacks a right that federal law names. Hold it against the checklist, complete it and send it.",
    cites=FEDERAL.citation,
)
