"""THE SIEVE: names, texts and bytes in, findings out. It knows no table and no Django; deciding is the law's.

Every road into Fileroom stands on these two questions: does this field *ask* for what may not be collected
(`banned_field`), and does this text *hold* it (`findings_in`)?
"""

from fileroom.screening.documents import Kind, kind_of
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.names import banned_field
from fileroom.screening.values import LOOKS_AT_WRITING, MOST_OF_A_LOOK, findings_in, looks_at

__all__ = [
    "LOOKS_AT_WRITING",
    "MOST_OF_A_LOOK",
    "Category",
    "Finding",
    "Kind",
    "Mode",
    "banned_field",
    "findings_in",
    "kind_of",
    "looks_at",
]
