"""The words the sieve knows, as data: lexicon/*.toml by language, each phrase with its category and its role.

A phrase is a regular expression over folded text in which a blank stands for any short gap: none, a blank, `_`, `-`
or `.`. `<word>` stands for the family of words of that name under [family], in the language's own file: every phrase
about those who detain knows all of them. The matcher searches for all but the words of the group `words`, which a judge
asks for about a place that is found. Names of what is sought are also found as a bad scan or a hasty hand spells
them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from fileroom.screening.folding import fold

GAP = r"[\s_.\-]{0,3}"
TOKEN = re.compile(r"\\.|\[[^\]]*\]|\{[^}]*\}|.", re.S)
FAMILY = re.compile(r"<([a-z_]+)>")
# Nobody asks what stood in a bracket of a phrase: one that remembers it is read in two to four times the time.
REMEMBERS = re.compile(r"(\\.|\[[^\]]*\])|\((?!\?)")
PARTED, PLAIN = re.compile(r"\b([a-z]{2,})\(([a-z|]+)\)"), re.compile(r"[a-z]{3,}")
MANY = re.compile(r"\{(\d+),(\d+)\}")
# What a phrase repeats without end the matcher follows letter by letter: some eighty such took a third of its time. No
# word has more letters, and no row of such words more words.
ENDLESS = re.compile(r"(?<!\\)[\])][*+]")
ENDS = {"]*": "]{0,24}", "]+": "]{1,24}", ")*": "){0,4}", ")+": "){1,4}"}
# Which letters a scanner takes for which. Only in names so long that no other word comes near them.
CONFUSED = {
    "a": "a4", "b": "bh68", "c": "ce", "e": "ec3", "g": "g69", "i": "il1|!j", "l": "li1|!", "o": "o0", "s": "s5$",
    "t": "t7f", "u": "uv", "v": "vu", "y": "yv", "z": "z2", "m": "m", "r": "r",
}  # fmt: skip
LONG_ENOUGH = 9
TOO_SHORT = 4  # a word of so few letters is another word in another language
CONFUSED_BY_NOBODY: dict[str, str] = {}
OF_A_SCAN = ("name", "tail")
CONTEXT = "context"
WORDS = "words"  # of this group nothing is searched for: judges ask for its words at a place that they have found


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase. `expression`: for the matcher, over folded text; `group`: its category, or `context`.

    `damaged`: as a bad scan spells it; such phrases are looked for only in a text that shows the marks of one.
    `language`: of a phrase so short that in another language it is another word; empty for all others.
    """

    expression: str
    group: str
    role: str
    damaged: bool = False
    language: str = ""

    @property
    def tag(self) -> str:
        """Category and role in one word: `ssn.name`, `request`."""
        return self.role if self.group == CONTEXT else f"{self.group}.{self.role}"


@cache
def entries() -> tuple[Entry, ...]:
    """Every phrase of every language, in the order of the files' names. Each matcher asks for some of them: they are
    written out once."""
    return tuple(_entries())


def _entries() -> Iterator[Entry]:
    for language, groups in _languages().items():
        families = groups.get("family", {})
        for group, roles in groups.items():
            for role, phrases in roles.items() if group not in ("family", WORDS) else ():
                for phrase in phrases:
                    yield from _entries_of(whole(phrase, families), group, role, language)


@cache
def words(role: str) -> str:
    """The words of a role in every language, as one alternative of a regular expression over folded text.

    A blank stands here for one blank. East Asian words stand in no blanks, all others are words of their own.
    Raises KeyError where no language knows the role.
    """
    known = _known(role)
    joined = [it for it in known if any(map(_is_east_asian, it))]
    alone = [it for it in known if it not in joined]
    return "|".join([*([rf"\b(?:{'|'.join(alone)})\b"] if alone else []), *joined])


def bare(role: str) -> str:
    """The words of a role as parts of an identifier, where no word ends. Raises KeyError as `words` does."""
    return "|".join(_known(role))


def _known(role: str) -> list[str]:
    known = [
        whole(it, groups.get("family", {}))
        for groups in _languages().values()
        for it in groups.get(WORDS, {}).get(role, ())
    ]
    if not known:
        raise KeyError(role)
    return known


@cache
def vocabulary() -> frozenset[str]:
    """The plain words of the phrases, of three letters and more: by these a bad scan is read."""
    found: set[str] = set()
    for groups in _languages().values():
        for name, roles in groups.items():
            phrases = roles.values() if name == "family" else (it for listed in roles.values() for it in listed)
            for phrase in chain.from_iterable(map(_in_each_gender, phrases)):
                plain = re.sub(r"\\.|\[[^\]]*\]|\{[^}]*\}", " ", fold(phrase).text)
                parted = PARTED.findall(re.sub(r"s\?", "", plain))
                found |= {before + end for before, ends in parted for end in ends.split("|")}
                found.update(PLAIN.findall(re.sub(r"[a-z]\?", " ", plain)))
                found.update(PLAIN.findall(plain.replace("?", "")))
    return frozenset(found)


def _in_each_gender(phrase: str) -> tuple[str, ...]:
    """A phrase of Spanish with each of the two ends that its words have: "deportad[oa]"."""
    return tuple(phrase.replace("[oa]", it) for it in "oa") if "[oa]" in phrase else (phrase,)


@cache
def _languages() -> dict[str, dict[str, Any]]:
    """What each file says, in the order of their names."""
    folder = files("fileroom.screening").joinpath("lexicon")
    named = sorted((it for it in folder.iterdir() if it.name.endswith(".toml")), key=lambda it: it.name)
    return {it.name.removesuffix(".toml"): tomllib.loads(it.read_text("utf-8")) for it in named}


def whole(phrase: str, families: Mapping[str, str]) -> str:
    """The phrase with every family written out. Raises KeyError where a family is not known."""
    while FAMILY.search(phrase):
        phrase = FAMILY.sub(lambda it: families[it[1]], phrase)
    return REMEMBERS.sub(lambda it: it[1] or "(?:", phrase)


def _entries_of(phrase: str, group: str, role: str, language: str) -> Iterator[Entry]:
    if language == "shapes":
        yield Entry(phrase, group, role)
        return
    tokens = TOKEN.findall(fold(phrase).text)
    if language in ("ko", "zh"):  # the matcher counts bytes, three for a letter of these
        tokens = [MANY.sub(lambda it: f"{{{it[1]},{3 * int(it[2])}}}", token) for token in tokens]
    expression = _joined(tokens, CONFUSED_BY_NOBODY)
    letters = sum(len(it) == 1 and it.isascii() and it.isalpha() for it in tokens)
    if group != CONTEXT:  # the parts of an identifier are words: "citz_ctry" in "citz_ctry_cd"
        expression = re.sub(r"\\b(?=\)*$|\|)", r"(?:\\b|_)", expression)
    own = language if letters <= TOO_SHORT and expression.isascii() else ""
    yield Entry(_bounded(expression) if group == CONTEXT else expression, group, role, language=own)
    if role in OF_A_SCAN and group != CONTEXT and letters >= LONG_ENOUGH:
        yield Entry(_joined(tokens, CONFUSED), group, role, damaged=True)


def _bounded(expression: str) -> str:
    """The phrase as a word of its own, one or many. East Asian words stand in no blanks."""
    if any(_is_east_asian(it) for it in expression) or expression.startswith("\\b"):
        return expression
    return rf"\b(?:{expression})" + ("" if expression.endswith((r"\b", r"\.", "%", GAP)) else r"s?\b")


def _joined(tokens: list[str], confused: Mapping[str, str]) -> str:
    joined = "".join(_token(it, after, confused) for it, after in zip(tokens, [*tokens[1:], ""], strict=True))
    return ENDLESS.sub(lambda it: ENDS[it[0]], joined)


def _token(token: str, after: str, confused: Mapping[str, str]) -> str:
    if token == " ":
        return GAP
    if token in confused:
        return "(?:m|n|rn|nn)" if token == "m" else f"[{confused[token]}]"
    if _is_east_asian(token) and after in ("?", "*", "+"):  # the matcher counts bytes: the whole letter may be absent
        return f"(?:{token})"
    if _is_letter(token) and _is_letter(after) and (_is_east_asian(token) or _is_east_asian(after)):
        return f"{token} ?"
    return token


def _is_letter(token: str) -> bool:
    return len(token) == 1 and token.isalnum()


def _is_east_asian(letter: str) -> bool:
    return len(letter) == 1 and letter >= "\u2e80"
