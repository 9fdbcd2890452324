"""A bad scan read as it was meant: a word that the lexicon does not know and, with a letter read otherwise, knows."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice

from fileroom.screening.folding import Folded
from fileroom.screening.lexicon import vocabulary

TOKEN = re.compile(r"[a-z0-9|!$]{2,18}")
TINY = {"n0": "no", "0f": "of", "0r": "or", "t0": "to", "1s": "is", "1n": "in", "lf": "if", "lt": "it", "0n": "on"}
FIGURES = re.compile(r"[0-9|!$]")
# What a scanner reads for what. A figure within a word must be a letter; of letters few are taken for others.
FOR_FIGURES = {
    "0": ("o",), "1": ("l", "i"), "|": ("l", "i"), "!": ("i", "l"), "5": ("s",), "$": ("s",), "8": ("b",),
    "3": ("e",), "6": ("b", "g"), "9": ("g",), "4": ("a",), "7": ("t",), "2": ("z",),
}  # fmt: skip
OF_A_SHORT_WORD = (("rn", "m"), ("i", "l"), ("l", "i"))
FOR_LETTERS = (*OF_A_SHORT_WORD, ("ii", "n"), ("vv", "w"), ("b", "h"), ("h", "b"), ("c", "e"), ("e", "c"), ("cl", "d"))
AS_AN_END = "cl"  # no word ends so: it is a "d", in a short word too
LEAST, SHORT = 4, 5  # of a word so short no letters, or few, are taken for others
MOST, TRIED = 64, 160  # readings of the figures in a word, and of the word in all: a scan is full of words nobody knows
# Nine figures in three groups, some of them read as letters.
NUMBER = re.compile(
    r"(?<![a-z0-9-])(?:[0-9oil|szb]{3} ?- ?[0-9oil|szb]{2} ?- ?[0-9oil|szb]{4}|"
    r"a[ #-]{0,2}[0-9oil|]{2,3}[ -][0-9oil|]{3}[ -][0-9oil|]{3})"
    r"(?![a-z0-9-])"
)
# The number of an immigration form: "I-l51".
FORM = re.compile(r"(?<![a-z0-9-])i-(?=[oilsz|]{0,2}[0-9])[0-9oilsz|]{2,3}[ab]?(?![a-z0-9-])")
READ_AS = str.maketrans("oil|szb", "0111528")
DAY = re.compile(r"(?<![a-z0-9/])[0-9oil|]{1,2}/[0-9oil|]{1,2}/[0-9oil|]{2,4}(?![a-z0-9/])")
LEAST_FIGURES, LEAST_OF_A_DAY = 6, 3
SLIPS = 3  # letters of a word that may be read otherwise


def _figures(match: re.Match[str]) -> str:
    """A number with its letters read as figures, where most are figures already."""
    written = match[0]
    if sum(map(str.isdigit, written)) < LEAST_FIGURES:
        return written
    kept = len(written) - len(written.lstrip("a"))  # an alien number's letter stays
    return written[:kept] + written[kept:].translate(READ_AS)


def _of_a_day(match: re.Match[str]) -> str:
    return match[0].translate(READ_AS) if sum(map(str.isdigit, match[0])) >= LEAST_OF_A_DAY else match[0]


def _of_a_form(match: re.Match[str]) -> str:
    return match[0][:2] + match[0][2:].translate(READ_AS)


def mended(folded: Folded) -> Folded:
    """The folded text with the words mended that can be, and where each letter stood; the same where none can."""
    folded = folded._replace(text=FORM.sub(_of_a_form, DAY.sub(_of_a_day, NUMBER.sub(_figures, folded.text))))
    out: list[str] = []
    places = array("I")
    origin, at = folded.places, 0
    for token in TOKEN.finditer(folded.text):
        word = meant(token[0])
        if word == token[0]:
            continue
        out += [folded.text[at : token.start()], word]
        places.extend(range(at, token.start()))
        # A letter that was read as two stands where the first did: the word's own letters are spread over its place.
        size = len(token[0])
        places.extend(token.start() + min(size - 1, it * size // len(word)) for it in range(len(word)))
        places[-1] = token.end() - 1  # where it ends a word ends
        at = token.end()
    if not out:
        return folded
    out.append(folded.text[at:])
    places.extend(range(at, len(folded.text)))
    if origin is not None:
        places = array("I", (origin[it] for it in places))
    return Folded("".join(out), folded.original, places)


@cache
def _known() -> frozenset[str]:
    return vocabulary()


def meant(word: str) -> str:
    """The word as it was meant; as it stands where the lexicon knows it, or no reading of it."""
    if len(word) < LEAST - 1:
        return TINY.get(word, word)
    known = _known()
    if word in known or not any(it.isalpha() for it in word):
        return word
    figures = FIGURES.findall(word)
    if 2 * len(figures) > len(word):
        return word
    if word.endswith(AS_AN_END) and (ended := word[: -len(AS_AN_END)] + "d") in known:
        return ended
    readings = list(islice(_readings(word), MOST))
    taken = FOR_LETTERS if len(word) > SHORT else OF_A_SHORT_WORD
    others = _others(readings, taken) if len(word) >= LEAST else ()
    return next((it for it in islice(chain(readings, others), TRIED) if it in known), word)


def _readings(word: str) -> Iterator[str]:
    """The word with every figure in it read as a letter, in all ways."""
    place = next((at for at, it in enumerate(word) if it in FOR_FIGURES), -1)
    if place < 0:
        yield word
        return
    for letter in FOR_FIGURES[word[place]]:
        yield from _readings(word[:place] + letter + word[place + 1 :])


def _others(readings: Sequence[str], taken: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each with one letter read otherwise, then two, then three. `taken`: what is read for what."""
    seen = set(readings)
    now = list(readings)
    for _ in range(SLIPS):
        following = []
        for it in now:
            for read, letter in taken:
                place = it.find(read)
                while place >= 0:
                    other = it[:place] + letter + it[place + len(read) :]
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
                        yield other
                    place = it.find(read, place + 1)
        now = following[:MOST]
