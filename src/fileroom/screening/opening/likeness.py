"""Whether a text is writing: a PDF may show one letter and say another (a shuffled font map), and OCR may guess.

What OCR guesses has the pairs of letters that words have. But of what it cannot read it guesses otherwise each time.
"""

from __future__ import annotations

import re
import unicodedata

import numpy

# How often one letter follows another in English, Spanish, Vietnamese, Tagalog and Hmong school writing, accents off:
# 0 (never seen) to 9, on a scale of logarithms. The row is the first letter, the column the second, a to z.
PAIRS = (
    "34560254524657351666545060",
    "50004000300200400300300030",
    "50204106503300600304500010",
    "50016020600010500440400030",
    "43564340220657240664342431",
    "30003200500000400302200010",
    "50034014503003400321500010",
    "60006000600000600002500010",
    "54546340023547540466030010",
    "10000000000000100000100000",
    "50014003400100400020200030",
    "60035120500400600023512030",
    "63005030500000430000300000",
    "60455175400201602046321040",
    "44543540433557550655544020",
    "60006004400300410412400020",
    "30000002000000000000500000",
    "60146020502242510243410030",
    "50406003503010520036502020",
    "60006007500000600652501410",
    "53445020420446420454000040",
    "40005000400000200000200000",
    "40003005320032200120030000",
    "40002002400000240002000000",
    "40003000000002500032300000",
    "00000000000000200000000000",
)
# School writing has 3.7 and more (tests/screening/test_likeness.py); what has its letters swapped, 3.1 and less.
LEAST_MEAN = 3.45
# Of fewer pairs nobody can tell.
FEW = 40
# A page may be written in two fonts, one of which lies: each stretch of so many pairs is looked at, less strictly.
STRETCH = 240
LEAST_OF_A_STRETCH = 3.0
# Of fewer letters and digits nobody can tell whether they were guessed: a logo, a drawing, the years under a graph.
FEW_READ = 16
RUN = 3
# Two readings of a page have 67 of 100 runs and more in common; of one that cannot be read, 33 and fewer.
LEAST_COMMON = 0.5
# Letters of no alphabet: a font's own numbers, and what could not be told.
NO_LETTERS = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\x01-\x08\x0e-\x1f]")
# By byte: 0 to 25 for a letter, big or small; 26 for all else. By pair of those: its score, -1 where it is none.
LETTERS = numpy.full(256, 26, dtype=numpy.int16)
LETTERS[ord("a") : ord("z") + 1] = LETTERS[ord("A") : ord("Z") + 1] = range(26)
SCORES = numpy.full(27 * 27, -1, dtype=numpy.int16)
for _row, _line in enumerate(PAIRS):
    SCORES[_row * 27 : _row * 27 + 26] = [int(score) for score in _line]


def is_language(text: str) -> bool:
    """Whether a text could have been written by a person. What is too short, or in other letters than Latin, could."""
    if not text.isascii():
        if len(NO_LETTERS.findall(text)) * 20 > len(text):
            return False
        text = unicodedata.normalize("NFD", text.replace("đ", "d"))
    letters = LETTERS[numpy.frombuffer(text.encode("ascii", "ignore"), dtype=numpy.uint8)]
    scores = SCORES[letters[:-1] * 27 + letters[1:]]
    scores = scores[scores >= 0]
    if len(scores) < FEW:
        return True
    stretches = scores[: len(scores) // STRETCH * STRETCH].reshape(-1, STRETCH).mean(axis=1)
    return bool(scores.mean() >= LEAST_MEAN and (stretches >= LEAST_OF_A_STRETCH).all())


def letters_of(text: str) -> str:
    """Its letters and digits, small, with nothing between them."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def agree(one: str, other: str) -> bool:
    """Whether two readings of one picture say much the same, or too little to tell."""
    read = letters_of(one), letters_of(other)
    if max(map(len, read)) < FEW_READ:
        return True
    runs = [{each[at : at + RUN] for at in range(len(each) - RUN + 1)} for each in read]
    return len(runs[0] & runs[1]) >= LEAST_COMMON * max(1, min(map(len, runs)))
