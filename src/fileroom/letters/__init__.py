"""ON PAPER: data in, PDF out. Words by kind and language, one layout, a code by which a paper is checked. No tables."""

from fileroom.letters.kinds import KINDS, Kind, Unfit
from fileroom.letters.setting import Letter, Letterhead, Part, compose

__all__ = ["KINDS", "Kind", "Letter", "Letterhead", "Part", "Unfit", "compose"]
