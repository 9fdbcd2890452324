"""What is kept under seal of a court's order, in words: of its filing, its receipt, its looks and its end; and of who
would collect the child."""

from __future__ import annotations

SEALED = {
    "child:asked_for": ("saw", "Asked at the counter whether they may collect the child"),
    "letter:handed_over": ("record", "Receipt for a court’s order handed over"),
    "letter:issued": ("record", "Receipt for a court’s order made"),
    "letter:opened": ("saw", "Receipt for a court’s order opened"),
    "order:claimed": ("record", "A list says that there is a court’s order; it is in doubt until its paper is filed"),
    "order:compared": ("saw", "A telephone or address held against that of somebody whom a court’s order names"),
    "order:lift_proposed": ("record", "Proposed that a court’s order no longer holds"),
    "order:lift_refused": ("no", "Tried to look after or lift a court’s order; nothing was done"),
    "order:lift_withdrawn": ("record", "Withdrawn: that a court’s order no longer holds"),
    "order:lifted": ("record", "Court’s order lifted by a second person"),
    "order:looked_at": ("saw", "Terms of a court’s order looked at"),
    "order:protection_said": ("record", "Said whom a court’s order protects"),
    "order:namesake_said": ("record", "Said whether somebody is whom a court’s order names"),
    "order:previewed": ("saw", "Asked what a court’s order would change; none was filed by it"),
    "order:reviewed": ("record", "Court’s order looked after: whom it protects was called, or counsel has read it"),
    "order:filed": ("record", "Court’s order filed"),
}
