"""What the policy's page counts of AI tools: how many are approved today, and which approval the district outgrew."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Part, said, stands
from fileroom.law.facts import RecordKind
from fileroom.programmes.models import AiTool, ToolAnswer
from fileroom.programmes.tools.answers import Answer
from fileroom.programmes.tools.register import APPROVED, OF_NOBODY, covered, is_open

ANSWERED = {
    Answer.DEIDENTIFIED: "Texts that may go without the people in them",
    Answer.MAY: "Texts that may go as they stand",
    Answer.NO: "Texts of which the answer was no",
}


def approved(asked: Asked) -> Evidence:
    """Approved tools; attention where an approval is over, or rests on a contract that the law lets nothing rest on."""
    rows = list(AiTool.objects.filter(state=APPROVED).select_related("operator"))
    open_ = [it for it in rows if is_open(it, asked.on)]
    over, bare = len(rows) - len(open_), sum(_tells(it) and not covered(it, asked.on) for it in open_)
    wrong = [
        f"{count} {said(count, 'tool', 'tools')} {what}"
        for count, what in (
            (over, "whose approval is over"),
            (bare, "approved for students’ records without a contract"),
        )
        if count
    ]
    return Evidence(
        f"AI {said(len(open_), 'tool', 'tools')} approved today", stands(wrong), number=len(open_), of=len(rows),
        why=". ".join(wrong), whose=SUPERINTENDENT if wrong else "", route="tools",
        parts=tuple(_parts(asked)),
    )  # fmt: skip


def _tells(row: AiTool) -> bool:
    """May what tells of somebody go to it?"""
    return not OF_NOBODY.issuperset(RecordKind(it) for it in row.receives)


def _parts(asked: Asked) -> list[Part]:
    began, today = asked.year
    rows = ToolAnswer.objects.filter(asked_at__gte=began, asked_at__lt=today)
    return [Part(says, rows.filter(answer=answer).count()) for answer, says in ANSWERED.items()]


EVIDENCE: Mapping[str, Count] = {"tools.approved": approved}
