"""How many bytes a phrase of the lexicon takes at the least and at the most."""

from __future__ import annotations

import re

TOKEN = re.compile(rb"\(\?:|\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}|.", re.DOTALL)
TIMES = {b"?": (0, 1), b"*": (0, 10**6), b"+": (1, 10**6)}
OF_NO_WIDTH = (rb"\b", b"^", b"$")
Width = tuple[int, int]


def width(expression: str) -> Width:
    """The least and the most; a million and more where nothing bounds it."""
    return _choice(TOKEN.findall(expression.encode())[::-1])


def _choice(left: list[bytes]) -> Width:
    """What the tokens that are left take, the next one last, up to the bracket that closes."""
    choices, parts = [], [(0, 0)]
    while left and left[-1] != b")":
        token = left.pop()
        if token == b"|":
            choices.append(_sum(parts))
            parts = [(0, 0)]
        elif token in (b"(", b"(?:"):
            parts.append(_choice(left))
            left.pop()
        elif token in TIMES or token[:1] == b"{":
            fewest, most = TIMES.get(token) or _counted(token)
            parts[-1] = parts[-1][0] * fewest, parts[-1][1] * most
        else:
            parts.append((0, 0) if token in OF_NO_WIDTH else (1, 1))
    choices.append(_sum(parts))
    return min(low for low, _ in choices), max(high for _, high in choices)


def _sum(parts: list[Width]) -> Width:
    return sum(low for low, _ in parts), sum(high for _, high in parts)


def _counted(token: bytes) -> Width:
    low, _, high = token[1:-1].partition(b",")
    return int(low), int(high or low)
