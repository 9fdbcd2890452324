"""Sentences alike but for a word or two, of which one holds or asks for something and the other does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

PAIRS = tomllib.loads(Path(__file__).with_name("near_pairs.toml").read_text("utf-8"))["pair"]
MORE = (
    "near_pairs_of_asking.toml",
    "near_pairs_of_campuses.toml",
    "near_pairs_of_false_alarms.toml",
    "near_pairs_of_forms.toml",
    "near_pairs_of_frames.toml",
    "near_pairs_of_held_numbers.toml",
    "near_pairs_of_holes.toml",
    "near_pairs_of_hurried_hands.toml",
    "near_pairs_of_light_frees.toml",
    "near_pairs_of_likelihood.toml",
    "near_pairs_of_nobody.toml",
    "near_pairs_of_numbers.toml",
    "near_pairs_of_other_words.toml",
    "near_pairs_of_papers.toml",
    "near_pairs_of_persons.toml",
    "near_pairs_of_promises.toml",
    "near_pairs_of_questions.toml",
    "near_pairs_of_readers.toml",
    "near_pairs_of_requests.toml",
    "near_pairs_of_school_life.toml",
    "near_pairs_of_statements.toml",
    "near_pairs_of_tellings.toml",
    "near_pairs_of_the_mountains.toml",
    "near_pairs_of_things.toml",
    "near_pairs_of_weights.toml",
)
PAIRS += [
    {"language": subject, "kind": kind, "finds": finds, "holds": holds, "lacks": lacks}
    for file in MORE
    for subject, pairs in tomllib.loads(Path(__file__).with_name(file).read_text("utf-8")).items()
    for kind, finds, holds, lacks in pairs
]
