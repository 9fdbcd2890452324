"""Entries about incidents in words. They stand under seal."""

from __future__ import annotations

SEALED = {
    "essentials:made": ("saw", "A number was read for the school’s sealed essential list; nobody was shown it"),
    "incident:assessed": ("record", "An incident: what is known, and what the law said"),
    "incident:closed": ("record", "An incident: closed"),
    "incident:done": ("record", "An incident: something owed was done"),
    "incident:handed": ("record", "An incident: put in somebody’s hands"),
    "incident:listed": ("record", "An incident: whom it touches, listed"),
    "incident:looked_at": ("saw", "An incident: its page read"),
    "incident:noted": ("record", "An incident: words sealed"),
    "incident:read": ("saw", "An incident: what was written down, read"),
    "incident:refused": ("no", "An incident: a paper not made, by the law’s word"),
    "incident:reported": ("record", "An incident: reported"),
    "incident:sent": ("record", "An incident: sent to an office outside"),
    "incident:spared": ("record", "An incident: nobody is told, and why"),
    "incident:told": ("record", "An incident: somebody was told"),
}
