"""One slip of the hand: a word with a letter left out, put in, mistaken, or two that changed places."""

from __future__ import annotations

import re

WORDS = re.compile(r"[a-z]+")
# Two words a hasty hand often gets wrong.
NAMES = (("social", "security"), ("seguro", "social"), ("social", "securty"))


def is_name(written: str) -> bool:
    """Whether two words are a name of the Social Security number, each with no more than one slip."""
    words = WORDS.findall(written)
    return len(words) == 2 and any(all(map(within_one, words, name)) for name in NAMES)


def within_one(word: str, meant: str) -> bool:
    """Whether one slip, or none, makes the one word of the other."""
    if word == meant or abs(len(word) - len(meant)) > 1:
        return word == meant
    same = 0
    while same < min(len(word), len(meant)) and word[same] == meant[same]:
        same += 1
    rest, wanted = word[same:], meant[same:]
    if len(word) != len(meant):
        return rest[1:] == wanted or rest == wanted[1:]
    return rest[1:] == wanted[1:] or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
