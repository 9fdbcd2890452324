"""Who may enter a nonpublic area of a school for immigration enforcement."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.immigration_enforcement import ENTERS
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_JUDGES_PAPER, FOR_IMMIGRATION, OF_A_JUDICIAL_COURT

law = Chapter(__name__)

law.forbids(
    "entry_without_a_judges_paper",
    when=ENTERS & FOR_IMMIGRATION & ~A_JUDGES_PAPER,
    says="No one enters a nonpublic area of a school for immigration enforcement without a judge's warrant, subpoena"
    " or order.",
    cites=c.EC_234_7_A2,
)

law.compels(
    "entry_on_a_judges_paper",
    when=ENTERS & FOR_IMMIGRATION & A_JUDGES_PAPER,
    claimed=some(*OF_A_JUDICIAL_COURT),
    says="A judge's warrant, subpoena or order that reaches this place is obeyed; counsel may challenge it.",
    cites=c.EC_234_7_A2,
)
