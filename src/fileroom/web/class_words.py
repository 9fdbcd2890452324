"""How long a class of records is kept, in words: for the office, and for families."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

CLASS_SAYS = {
    "permanent": "Kept for ever.",
    "interim": "Kept for a stated time, then destroyed.",
    "permitted": "Kept while it is useful to the student's education.",
    "apart": "Kept outside the ordinary file, under its own statute.",
}
CLASS_FOR_FAMILIES = {
    "permanent": gettext_lazy("Kept for ever"),
    "interim": gettext_lazy("Kept for a time the law sets"),
    "permitted": gettext_lazy("Kept while it is useful"),
    "apart": gettext_lazy("Kept apart from the file"),
}
