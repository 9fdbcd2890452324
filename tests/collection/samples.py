"""Sample input that other people made, kept beside the repository. Where it is not there, nothing is tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SAMPLES = Path(os.environ.get("FILEROOM_SAMPLES", Path(__file__).resolve().parents[3] / "shared" / "samples"))


def sample(name: str) -> Path:
    """The folder of one sample; the test is passed over where it is not there."""
    folder = SAMPLES / name
    if not folder.is_dir():
        pytest.skip(f"no sample input at {folder}")
    return folder
