"""What the words about a finding weigh: it is doubted, or held, where they say so, and nothing else comes of it."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fileroom.collection.forms import Field, FormDefinition, check_form
from fileroom.collection.rulings import Scope
from fileroom.law.takings import Verdict
from fileroom.screening import TextKind, learned, screen_text
from fileroom.screening.deidentifying.checking import Reason, tells_of_few
from fileroom.screening.deidentifying.people import Roster
from fileroom.screening.deidentifying.shapes import kept_out_of
from fileroom.screening.findings import DOUBTED, LEAST, Category, Finding, Mode
from fileroom.screening.folding import fold
from fileroom.screening.gate import banned_field, strictly, with_doubts
from fileroom.screening.marks import SIZE, Marked
from fileroom.screening.reading import Reading
from fileroom.screening.redacting import covered
from tests.screening.learned_of import learned_of, said_in
from tests.screening.lessons import DOUBTED_FROM
from tests.screening.near_pairs import PAIRS
from tests.screening.recording import Recorder
from tests.screening.scoring import items

FRESH = Path(__file__).parent / "corpus" / "fresh"
WORDS = sorted({word for pair in PAIRS for word in pair["lacks"].split()})
LABELLED = "Parent SSN: 531-24-8806"
UNNAMED = "Maria Lopez, room 4, 531-24-8806"
ASKS = "Please bring a copy of the green card."
OF_NOTHING = bytes(learned.DIGEST)
HARDLY, SELDOM, OFTEN, SURELY = -9.0, -1.0, -0.4, 9.0  # of all marks alike: likelihoods of 0, 0.27, 0.40 and 1
UNSURE = "Our records show we have no copy of your student's visa. Please bring it on Monday."
UNSURE_ALL_THE_SAME = (
    ("Citizenship mark of the child", TextKind.FORM_FIELD),
    ('studnet_nm;socail_sec;lunch_pin\n"Farrow, Piper";606-71-3952;4410', TextKind.CSV_ROW),
    ("Parcel 536-91-0427 arrived for room 9. His mother will call back tomorrow.", TextKind.NOTE),
)
whatever_weighs = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def weighing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of weights that is read from now on."""
    monkeypatch.setattr(learned, "WEIGHTS", tmp_path / "weights.bin")
    learned._weights.cache_clear()
    yield tmp_path / "weights.bin"
    learned._weights.cache_clear()


def all_alike(file: Path, bias: float) -> None:
    alike = learned.Weights(array("b", bytes(SIZE)), 0.0, bias)
    file.write_bytes(learned.written(alike, alike, alike, dict.fromkeys(Mode, alike), of=OF_NOTHING))
    learned._weights.cache_clear()


def place(finding: Finding) -> tuple[str, str, int]:
    return finding.category, finding.mode, finding.start


def sure_of(text: str, kind: TextKind = TextKind.NOTE) -> int:
    return len(screen_text(text, kind))


def test_what_words_speak_against_is_doubted_and_a_number_under_its_own_label_is_not(weighing: Path) -> None:
    all_alike(weighing, HARDLY)
    assert (sure_of(LABELLED), sure_of(UNNAMED), sure_of(ASKS)) == (1, 0, 0)
    for text in (UNNAMED, ASKS):
        (doubted,) = with_doubts(text, TextKind.NOTE)
        assert doubted.doubted and doubted.confidence == DOUBTED and learned.WHY in doubted.why


def test_words_are_doubted_sooner_than_a_form_s_field_and_a_number_sooner_than_words(weighing: Path) -> None:
    field = "Upload the green card (optional)"
    all_alike(weighing, HARDLY)
    assert (sure_of(UNNAMED), sure_of(ASKS), sure_of(field, TextKind.FORM_FIELD)) == (0, 0, 0)
    all_alike(weighing, SELDOM)
    assert (sure_of(UNNAMED), sure_of(ASKS), sure_of(field, TextKind.FORM_FIELD)) == (0, 0, 1)
    all_alike(weighing, OFTEN)
    assert (sure_of(UNNAMED), sure_of(ASKS), sure_of(field, TextKind.FORM_FIELD)) == (0, 1, 1)


def test_what_words_speak_for_stays_as_it_is(weighing: Path) -> None:
    all_alike(weighing, SURELY)
    for text in (LABELLED, UNNAMED, ASKS):
        assert screen_text(text, TextKind.NOTE) == screen_text(text, TextKind.NOTE, weighs=False)


def test_of_what_rules_are_not_sure_that_is_held_about_which_words_mostly_held_one(weighing: Path) -> None:
    all_alike(weighing, OFTEN)
    assert screen_text(UNSURE, TextKind.EMAIL) == screen_text(UNSURE, TextKind.EMAIL, weighs=False) == ()
    all_alike(weighing, SURELY)
    for screen in (screen_text, with_doubts):
        (held,) = screen(UNSURE, TextKind.EMAIL)
        assert held.confidence == LEAST and learned.WHY_HELD in held.why and not held.doubted


@pytest.mark.parametrize("text, kind", UNSURE_ALL_THE_SAME)
def test_no_words_make_rules_surer_of_a_field_a_row_and_another_s_number(
    weighing: Path, text: str, kind: TextKind
) -> None:
    assert screen_text(text, kind, least=DOUBTED_FROM, weighs=False)
    all_alike(weighing, SURELY)
    assert screen_text(text, kind) == ()


def test_what_is_typed_at_a_gate_is_held_by_rules_alone(weighing: Path) -> None:
    all_alike(weighing, SURELY)
    (typed,) = strictly(UNSURE, TextKind.EMAIL, title="")
    assert typed.confidence < LEAST and learned.WHY_HELD not in typed.why


def test_what_is_only_likely_hides_nothing_that_its_paragraph_says_by_itself(weighing: Path) -> None:
    read = "Boletín de la biblioteca: esta semana leemos un cuento de una mariposa que cruza la frontera sin visa.\n\n"
    page = read + "We have heard about DACA. Please text me your child's full Social Security number by noon. Coach Jo"
    all_alike(weighing, SURELY)
    told = {(it.category, it.mode) for it in screen_text(page, TextKind.EMAIL, weighs=False)}
    assert told == {(Category.IMMIGRATION_STATUS, Mode.VALUE), (Category.SSN, Mode.SOLICIT)}
    assert told <= {(it.category, it.mode) for it in screen_text(page, TextKind.EMAIL)}


def test_what_is_hardly_named_is_not_held_whatever_is_asked_for(weighing: Path) -> None:
    hardly = "The religious-absence code should work as the key, and the visa of the play too."
    all_alike(weighing, SURELY)
    for least in (0.0, LEAST):
        held = [it for it in screen_text(hardly, TextKind.NOTE, least=least) if learned.WHY_HELD in it.why]
        rules = screen_text(hardly, TextKind.NOTE, least=DOUBTED, weighs=False)
        assert {place(it) for it in held} <= {place(it) for it in rules}


def test_words_and_letters_and_the_stretch_and_its_mode_count_alike_and_a_sure_place_alone(weighing: Path) -> None:
    (it,) = screen_text(ASKS, TextKind.NOTE, weighs=False)
    reading = Reading(fold(ASKS), TextKind.NOTE, "", [], strict=False)
    for biases, odds in (((1.0, 2.0, -3.0, 5.0, -4.0), 1.25), ((4.0, 3.0, -9.0, -9.0, -9.0), 3.5)):
        words, letters, stretch, *by_mode = (learned.Weights(array("b", bytes(SIZE)), 0.0, bias) for bias in biases)
        kept = learned.written(words, letters, stretch, dict(zip(Mode, by_mode, strict=True)), of=OF_NOTHING)
        weighing.write_bytes(kept)
        learned._weights.cache_clear()
        assert it.mode is Mode.SOLICIT
        assert learned.likelihood(reading, it, Counter()) == pytest.approx(1 / (1 + math.exp(-odds)))


def test_nothing_is_weighed_at_a_gate_in_the_form_builder_a_table_and_where_a_text_is_made_anonymous(
    weighing: Path,
) -> None:
    all_alike(weighing, HARDLY)
    (held,) = strictly(UNNAMED, TextKind.NOTE, title="")
    assert learned.WHY not in held.why
    asked = banned_field("Social Security number")
    assert asked is not None and learned.WHY not in asked.why
    asks = FormDefinition("Enrolment", "Registrar", (Field("f1", "Immigration status (optional)"),))
    assert check_form(asks, Scope(date(2026, 8, 1))).verdict is Verdict.BLOCK
    rows = "name,ssn\nMaria Lopez,531-24-8806\nAna Diaz,531-24-8807"
    assert sure_of(rows, TextKind.CSV_ROW) == len(screen_text(rows, TextKind.CSV_ROW, weighs=False)) > 0
    assert list(kept_out_of(UNNAMED)) == [(UNNAMED.index("531"), len(UNNAMED))]
    assert Reason.STATUS in tells_of_few("Her mother is undocumented.", Roster([]), least=10)


def test_where_a_text_is_covered_what_is_doubted_is_covered_too(weighing: Path) -> None:
    all_alike(weighing, HARDLY)
    assert "undocumented" not in covered("Her mother is undocumented.")


def test_what_is_told_from_a_half_is_told_though_tenths_do_not_add_up_to_one() -> None:
    text = "118-04-2201에서"
    (rules,) = screen_text(text, TextKind.NOTE, weighs=False)
    assert rules.confidence < LEAST
    assert len(with_doubts(text, TextKind.NOTE)) == 1


@whatever_weighs
@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_what_is_found_some_rule_found_and_what_rules_are_sure_of_is_found_or_doubted(words: list[str]) -> None:
    text = " ".join(words)
    sure, heard = (set(map(place, screen_text(text, TextKind.NOTE, least=it, weighs=False))) for it in (LEAST, DOUBTED))
    told, doubted = set(map(place, screen_text(text, TextKind.NOTE))), set(map(place, with_doubts(text, TextKind.NOTE)))
    assert told <= heard
    assert sure | told <= doubted


def test_of_two_that_overlap_the_surer_by_rules_stays_though_it_is_doubted(weighing: Path) -> None:
    answers = '{"guardian":{"name":"R. Cho","status":"visa overstay"}}'
    (rules,) = screen_text(answers, TextKind.FORM_ANSWERS, weighs=False)
    all_alike(weighing, SELDOM)
    (doubted,) = with_doubts(answers, TextKind.FORM_ANSWERS)
    assert (doubted.category, doubted.start, doubted.doubted) == (rules.category, rules.start, True)


def test_of_clean_texts_that_taught_nothing_most_are_let_be_in_which_rules_find_something() -> None:
    clean = [it for name in ("ag", "ak") for it in items([FRESH / f"texts_{name}.jsonl"])]
    alarming = [it for it in clean if screen_text(it.text, it.kind, weighs=False)]
    assert sum(1 for it in alarming if screen_text(it.text, it.kind)) < len(alarming) / 2


@pytest.mark.parametrize("torn", [b"", b"?", None])
def test_weights_that_are_not_whole_are_refused(weighing: Path, torn: bytes | None) -> None:
    all_alike(weighing, SURELY)
    if torn is None:
        weighing.unlink()
    else:
        weighing.write_bytes(weighing.read_bytes()[:-1] + torn)
    with pytest.raises(RuntimeError, match="script/learn"):
        screen_text(ASKS, TextKind.NOTE)


def test_weights_of_another_format_are_refused_as_such(weighing: Path) -> None:
    all_alike(weighing, SURELY)
    weighing.write_bytes(weighing.read_bytes().replace(b" weights 5\n", b" weights 4\n"))
    with pytest.raises(RuntimeError, match="another format: make them anew with script/learn"):
        screen_text(ASKS, TextKind.NOTE)


def test_of_the_same_words_no_test_may_hold_what_another_lets_be() -> None:
    (it,) = screen_text(ASKS, TextKind.NOTE, weighs=False)
    mark, recorder = (Marked((1,), (2,), (3,), Mode.VALUE), 0.4), Recorder()
    recorder._keep({mark: (it, True)}, "it asks")
    recorder._keep({mark: (it, True)}, "it asks here too")
    assert recorder.torn == []
    recorder._keep({mark: (it, False)}, "nobody asks")
    assert recorder.torn == ["nobody asks"]


def test_the_weights_were_learned_of_these_very_texts() -> None:
    """Of the texts, the pairs and the tests that are here, and of what rules find in them (learned_of.py)."""
    assert learned._weights().of == learned_of(), (
        "weights.bin was learned of other texts, or by other rules, than are here: run script/learn"
    )


def test_of_tests_what_they_say_and_of_which_kind_is_learned_of_and_not_how_they_are_written() -> None:
    asks = 'def test_it_asks() -> None:\n    assert screen_text("Bring the green card.", TextKind.NOTE)\n'
    renamed = '"""Of cards."""\n\ndef test_a_card() -> None:\n    """It is asked for."""\n    ' + (
        'asked = "Bring the green card."  # by a note\n    assert screen_text(asks, TextKind.NOTE)\n'
    )
    assert said_in(asks) == said_in(renamed) == ["Bring the green card.", "NOTE"]
    assert said_in(asks.replace("NOTE", "EMAIL")) != said_in(asks) != said_in(asks.replace("green", "red"))
