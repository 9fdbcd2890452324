"""Entries about officers and agents in words. They stand under seal, of no student: no family's list has one."""

from __future__ import annotations

SEALED = {
    "enforcement:answered": ("record", "An officer or agent: an answer noted, and what the law said"),
    "enforcement:closed": ("record", "An officer or agent: closed"),
    "enforcement:done": ("record", "An officer or agent: something owed was done"),
    "enforcement:found": ("record", "An officer or agent: one of two has said that no part of it was for immigration"),
    "enforcement:looked_at": ("saw", "Officers and agents: the register read"),
    "enforcement:noted": ("record", "An officer or agent: words sealed"),
    "enforcement:notice_dropped": ("record", "A notice to a family: taken back, and not sent"),
    "enforcement:notice_prepared": ("record", "A notice to a family: prepared"),
    "enforcement:notice_refused": ("no", "A notice to a family: the law says no; nothing was written or sent"),
    "enforcement:notice_sent": ("record", "A notice to a family: sent"),
    "enforcement:opened": ("record", "An officer or agent is here: opened"),
    "enforcement:read": ("saw", "An officer or agent: what was written down, read"),
    "enforcement:refused": ("no", "Officers and agents: asked to read the register; nothing was shown"),
    "enforcement:report_heard": ("record", "Report to the Board heard there as its own paper"),
    "enforcement:report_moved": ("record", "Report to the Board put to another meeting"),
    "enforcement:report_signed": ("record", "Report to the Board signed"),
    "enforcement:report_unheard": ("record", "Report to the Board not heard at a meeting that is over"),
    "enforcement:report_withdrawn": ("record", "Report to the Board withdrawn before it was released"),
    "enforcement:reported": ("record", "Report to the Board released"),
    "letter:issued": ("record", "A paper made"),
    "letter:opened": ("saw", "A paper opened again"),
}
