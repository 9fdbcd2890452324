"""The sentences of a text, each beside the sentence of the law's register with the same words, or beside none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fileroom.law.policy import POLICY, Sentence
from fileroom.programmes.policy.coming_apart import sentences_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Line:
    """One sentence of the text. `sentence`: of the law's register, with the same words; None: there is none."""

    number: int
    heading: str
    says: str
    sentence: Sentence | None


def match(text: str) -> Iterator[Line]:
    """The sentences of a text in order, each with the sentence of the register that has the same words."""
    known = {words(it.says): it for it in POLICY.sentences}
    for number, (heading, says) in enumerate(sentences_of(text), 1):
        yield Line(number, heading, says, known.get(words(says)))


def words(says: str) -> tuple[str, ...]:
    """The words of a sentence, without its source in brackets at the end."""
    plain = re.sub(r"\([^()]*\)\s*$", "", says.strip())
    return tuple(word.casefold().replace("’", "'") for word in WORD.findall(plain))


def absent_from(lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """What the register has and these have not."""
    here = {it.sentence.number for it in lines if it.sentence}
    return tuple(it for it in POLICY.sentences if it.number not in here)
