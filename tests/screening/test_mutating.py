"""What the parsers are fuzzed with: files of every parser, changed, and the same for the same number."""

from __future__ import annotations

import pytest

from tests.screening.mutating import PARSERS, mutant, seeds


@pytest.mark.parametrize("parser", PARSERS)
def test_each_parser_has_files_and_a_number_gives_the_same_one_again(parser: str) -> None:
    made = [mutant(parser, number) for number in range(12)]
    assert len(seeds(parser)) >= 2 and len(set(made)) > 6
    assert made == [mutant(parser, number) for number in range(12)]
    assert sum(body not in seeds(parser) for body in made) > 6
