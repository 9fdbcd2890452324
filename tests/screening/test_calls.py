"""The filter behind which documents are read, on each processor it is written for."""

from __future__ import annotations

import os
import struct

import pytest

from fileroom.screening.opening.calls import (
    ANY_BIT,
    AT_LEAST,
    EQUALS,
    KILL,
    LET,
    LOAD,
    MACHINES,
    NONE_SUCH,
    NOT,
    RETURN,
    Machine,
    Step,
    program,
)


def heard(machine: Machine, number: int, *arguments: int) -> int:
    """What the filter answers to a call, reckoned as a kernel reckons it."""
    shown = struct.pack("<iIQ6Q", number, machine.audit, 0, *arguments, *[0] * (6 - len(arguments)))
    steps, at, loaded = program(machine), 0, 0
    while True:
        operation, so, not_so, operand = steps[at]
        at += 1
        if operation == RETURN:
            return operand
        if operation == LOAD:
            (loaded,) = struct.unpack_from("<I", shown, operand)
            continue
        holds = {EQUALS: loaded == operand, AT_LEAST: loaded >= operand, ANY_BIT: bool(loaded & operand)}[operation]
        at += so if holds else not_so


# What reading takes, and whatever else a kernel has: x86-64, ARM64.
@pytest.mark.parametrize(
    ("numbers", "arguments", "answer"),
    [
        ((0, 63), (), LET),
        ((56, 220), (0x10000,), LET),
        ((56, 220), (17,), NOT),
        ((2, None), (0, os.O_RDONLY), LET),
        ((2, None), (0, os.O_RDWR), NOT),
        ((257, 56), (0, 0, os.O_RDONLY | os.O_CLOEXEC), LET),
        ((257, 56), (0, 0, os.O_WRONLY), NOT),
        ((72, 25), (2, 8), NOT),
        ((16, 29), (0, 0x5401), LET),
        ((16, 29), (0, 0x5412), NOT),
        ((157, 167), (15,), LET),
        ((157, 167), (4,), NOT),
        ((302, 261), (0, 7, 0, 1), LET),
        ((302, 261), (0, 7, 1), NOT),
        ((302, 261), (0, 7, 1 << 32), NOT),
        *(
            ((number, number), (), NONE_SUCH)
            for number in (424, 425, 434, 435, 437, 438, 440, 452, 463, 466, 469, 9999)
        ),
        *(((number, None), (), NOT) for number in (29, 41, 62, 68, 101, 129, 297, 310, 87, 90, 132, 188, 280)),
        *(((None, number), (), NOT) for number in (194, 198, 129, 186, 117, 138, 240, 270, 35, 53, 88, 5, 14, 15)),
    ],
)
def test_on_each_machine_what_is_not_named_is_refused(
    numbers: tuple[int | None, int | None], arguments: tuple[int, ...], answer: Step
) -> None:
    for machine in MACHINES.values():
        if (number := numbers[machine.column]) is not None:
            assert heard(machine, number, *arguments) == answer[3]
            assert heard(machine, number | 0x40000000) == KILL
