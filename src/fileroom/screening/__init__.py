"""THE SIEVE: names, texts and bytes in, findings out. It knows no table and no Django; deciding is the law's.

`screen_text` says what a text holds or asks for. The gates into the shelves ask two narrower questions: does this
field *ask* for what may not be collected (`banned_field`), and does this value *hold* it (`findings_in`)?
"""

from fileroom.screening.documents import KINDS, Kind, kind_of
from fileroom.screening.findings import Category, Finding, Mode
from fileroom.screening.gate import LOOKS_AT_WRITING, MOST_OF_A_LOOK, banned_field, findings_in, looks_at
from fileroom.screening.reading import TextKind
from fileroom.screening.texts import screen_text

__all__ = [
    "KINDS",
    "LOOKS_AT_WRITING",
    "MOST_OF_A_LOOK",
    "Category",
    "Finding",
    "Kind",
    "Mode",
    "TextKind",
    "banned_field",
    "findings_in",
    "kind_of",
    "looks_at",
    "screen_text",
]
