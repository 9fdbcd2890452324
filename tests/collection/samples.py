"""Sample input that other people made, kept beside the repository.

Where it is not there, what needs it is passed over; where the environment says that it must be there (`.ci/run`), it
fails: a check that tried none of it shows nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

SAMPLES = Path(os.environ.get("FILEROOM_SAMPLES", Path(__file__).resolve().parents[3] / "shared" / "samples"))
MUST_BE_THERE = "FILEROOM_SAMPLES_MUST_BE_THERE"


def sample(name: str) -> Path:
    """The folder of one sample."""
    folder = SAMPLES / name
    if not folder.is_dir():
        lacking(folder)
    return folder


def lacking(path: Path) -> NoReturn:
    """The test is passed over, or fails, for what is not there."""
    says = f"no sample input at {path}: set FILEROOM_SAMPLES to the folder that holds it"
    if os.environ.get(MUST_BE_THERE):
        pytest.fail(says)
    pytest.skip(says)
