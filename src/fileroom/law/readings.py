"""The readings of `readings.toml`: where a text can be read in more than one way, what the district may choose."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law.facts import Question
from fileroom.law.kernel.citation import Citation, Surety
from fileroom.law.vocabulary import district


@dataclass(frozen=True)
class Reading:
    """A choice of reading. `options`: each word of the fact with its sentence; `safe` holds where nobody has chosen."""

    code: str
    question: str
    options: Mapping[str, str]
    safe: str
    citation: Citation

    def canonical(self) -> dict[str, Any]:
        """All that makes this choice what it is."""
        return {
            "code": self.code, "question": self.question, "options": dict(self.options), "safe": self.safe,
            "cites": self.citation.to_json(),
        }  # fmt: skip

    def value(self, option: str) -> Any:
        """The fact's own value for this option. ValueError for one that the reading does not have."""
        values = getattr(district, self.code).values or ()
        for value in values:
            if str(getattr(value, "value", value)) == option and option in self.options:
                return value
        raise ValueError(f"{self.code} has no reading {option!r}")


def read_readings(text: str) -> Mapping[str, Reading]:
    """The readings of a TOML text by code."""
    return MappingProxyType({code: _reading(code, row) for code, row in tomllib.loads(text).items()})


def _reading(code: str, row: dict[str, Any]) -> Reading:
    citation = Citation(row["cite"], row["key"], None, None, Surety(row["surety"]), row["against"])
    return Reading(code, row["question"], MappingProxyType(row["options"]), row["safe"], citation)


READINGS = read_readings(files("fileroom.law").joinpath("readings.toml").read_text("utf-8"))


def read_as(question: Question, chosen: Mapping[str, str]) -> Question:
    """The question of a district that reads the law so. `chosen`: an option for each reading that was chosen."""
    if not chosen:
        return question
    values = {code: READINGS[code].value(option) for code, option in chosen.items()}
    return dataclasses.replace(question, district=dataclasses.replace(question.district, **values))
