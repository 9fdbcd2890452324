"""The goals of the sieve, held on the open corpus: texts it was tuned to, so that a later change may not lose them.

What is held here is less than what was reached and no less than the goals. On fresh texts, of which most have been read
since or are learned from, each writer's are held to what was reached.
"""

from __future__ import annotations

import pytest

from fileroom.screening.gate import with_doubts
from tests.screening.scoring import OPEN, Score, items, report, score

FILES = sorted(OPEN.glob("*.jsonl"))
FRESH = OPEN.parent / "fresh"
NOISES, FOREIGN = ("ocr",), ("es", "zh", "vi", "tl", "ko")


@pytest.fixture(scope="module")
def run() -> Score:
    """The open corpus, screened once."""
    assert [file.stem for file in FILES] == list(REACHED), "texts that are not here are held to nothing"
    return score(items(FILES))


def test_of_all_findings_so_many_are_right_and_so_few_are_missed(run: Score) -> None:
    assert run.whole.f1 >= 0.93, report(run, misses=True)


def test_hardly_anything_that_must_be_held_back_is_let_through(run: Score) -> None:
    assert run.let_through_share <= 0.05, run.let_through


def test_hardly_a_clean_text_is_held_back(run: Score) -> None:
    assert run.alarm_share() <= 0.015 + 1e-9, dict(run.alarmed)


def test_notices_and_essays_speak_of_these_things_and_are_let_be(run: Score) -> None:
    assert run.alarm_share("notices_and_policies", "essays_and_literature") <= 0.03, dict(run.alarmed)


def test_a_social_security_number_is_found_and_little_else_is_taken_for_one(run: Score) -> None:
    tally = run.groups["category", "ssn"]
    assert tally.recall >= 0.95 and tally.precision >= 0.95


@pytest.mark.parametrize("noise", NOISES)
def test_a_bad_scan_hides_little(run: Score, noise: str) -> None:
    assert run.groups["noise", noise].recall >= 0.85


@pytest.mark.parametrize("language", FOREIGN)
def test_in_other_languages_little_is_missed(run: Score, language: str) -> None:
    assert run.groups["language", language].recall >= 0.92


# What each set was brought to, less a little: F1, let through, false alarms on clean texts.
REACHED = {
    "texts_a": (0.99, 0.01, 0.01), "texts_b": (0.98, 0.02, 0.01), "texts_c": (0.94, 0.06, 0.01),
    "texts_d": (0.96, 0.03, 0.01), "texts_e": (0.95, 0.05, 0.02), "texts_f": (0.98, 0.01, 0.01),
    "texts_h": (0.97, 0.02, 0.01),
}  # fmt: skip


@pytest.mark.parametrize("name", REACHED)
def test_no_writer_s_texts_are_judged_worse_than_they_were(name: str) -> None:
    run = score(items([OPEN / f"{name}.jsonl"]))
    f1, let_through, alarms = REACHED[name]
    assert run.whole.f1 >= f1, report(run, misses=True)
    assert run.let_through_share <= let_through, run.let_through
    assert run.alarm_share() <= alarms, dict(run.alarmed)


# What each fresh set reached, less a little: F1, let through, false alarms. What is HELD_BACK (lessons.py) nobody who
# makes rules has read, and nothing is learned of it.
OF_EACH_WRITER = {
    "texts_g": (0.96, 0.03, 0.01), "texts_i": (0.98, 0.02, 0.01), "texts_j": (0.97, 0.04, 0.01),
    "texts_k": (0.95, 0.08, 0.01), "texts_l": (0.92, 0.07, 0.01), "texts_m": (0.87, 0.05, 0.06),
    "texts_n": (0.89, 0.10, 0.01), "texts_o": (0.95, 0.04, 0.01), "texts_p": (0.96, 0.04, 0.03),
    "texts_q": (0.97, 0.04, 0.01), "texts_r": (0.88, 0.07, 0.02), "texts_s": (0.90, 0.06, 0.01),
    "texts_t": (0.94, 0.05, 0.01), "texts_u": (0.97, 0.01, 0.01), "texts_v": (0.96, 0.03, 0.01),
    "texts_w": (0.98, 0.01, 0.02), "texts_x": (0.98, 0.01, 0.01), "texts_y": (0.97, 0.01, 0.01),
    "texts_z": (0.96, 0.01, 0.02), "texts_aa": (0.96, 0.01, 0.01), "texts_ab": (0.99, 0.01, 0.01),
    "texts_ac": (0.98, 0.01, 0.01), "texts_ad": (0.95, 0.02, 0.03), "texts_ae": (0.00, 0.01, 0.01),
    "texts_af": (0.97, 0.03, 0.01), "texts_ag": (0.00, 0.01, 0.01), "texts_ah": (0.97, 0.01, 0.01),
    "texts_ai": (0.95, 0.01, 0.07), "texts_aj": (0.00, 0.01, 0.01), "texts_ak": (0.00, 0.01, 0.01),
    "texts_al": (0.97, 0.03, 0.01), "texts_am": (0.96, 0.04, 0.03), "texts_an": (0.98, 0.01, 0.01),
    "texts_ao": (0.98, 0.01, 0.01), "texts_ap": (0.00, 0.01, 0.01), "texts_aq": (0.00, 0.01, 0.01),
    "texts_ar": (0.00, 0.01, 0.01), "texts_as": (0.00, 0.01, 0.01), "texts_at": (0.99, 0.01, 0.01),
    "texts_au": (0.98, 0.02, 0.01), "texts_av": (0.99, 0.01, 0.01), "texts_aw": (0.99, 0.01, 0.01),
    "texts_ax": (0.00, 0.01, 0.01), "texts_ay": (0.00, 0.01, 0.01), "texts_az": (0.00, 0.01, 0.01),
    "texts_ba": (0.00, 0.01, 0.01), "texts_bb": (0.97, 0.05, 0.01), "texts_bc": (0.95, 0.01, 0.01),
    "texts_bd": (0.99, 0.01, 0.01), "texts_be": (0.98, 0.01, 0.01), "texts_bf": (0.98, 0.01, 0.01),
    "texts_bg": (0.00, 0.01, 0.01), "texts_bh": (0.00, 0.01, 0.01), "texts_bi": (0.00, 0.01, 0.01),
    "texts_bj": (0.00, 0.01, 0.01), "texts_bk": (0.96, 0.02, 0.02), "texts_bl": (0.98, 0.01, 0.01),
    "texts_bm": (0.97, 0.03, 0.01), "texts_bn": (0.00, 0.01, 0.01), "texts_bo": (0.00, 0.01, 0.02),
    "texts_bp": (0.00, 0.01, 0.01), "texts_bq": (0.00, 0.01, 0.01), "texts_br": (0.00, 0.01, 0.03),
    "texts_bs": (0.00, 0.01, 0.01), "texts_bt": (0.00, 0.01, 0.01), "texts_bu": (0.94, 0.07, 0.02),
    "texts_bv": (0.97, 0.02, 0.01), "texts_bw": (0.94, 0.08, 0.03), "texts_bx": (0.96, 0.01, 0.01),
    "texts_by": (0.98, 0.02, 0.01), "texts_bz": (0.97, 0.02, 0.01), "texts_ca": (0.98, 0.03, 0.01),
    "texts_cb": (0.95, 0.02, 0.01), "texts_ce": (0.95, 0.06, 0.01), "texts_cf": (0.96, 0.04, 0.01),
    "texts_cg": (0.96, 0.02, 0.01), "texts_ch": (0.95, 0.05, 0.01), "texts_ci": (0.92, 0.06, 0.01),
    "texts_cc": (0.99, 0.01, 0.01), "texts_dd": (0.99, 0.01, 0.01), "texts_ee": (1.00, 0.01, 0.01),
    "texts_ff": (0.98, 0.01, 0.01), "texts_gg": (0.99, 0.01, 0.01), "texts_hh": (0.97, 0.01, 0.01),
    "texts_jj": (1.00, 0.01, 0.01), "texts_kk": (0.98, 0.01, 0.01), "texts_ll": (0.98, 0.01, 0.01),
    "texts_nn": (0.99, 0.01, 0.01), "texts_oo": (0.94, 0.03, 0.02), "texts_pp": (0.98, 0.01, 0.01),
    "texts_qq": (0.94, 0.01, 0.01), "texts_rr": (0.00, 0.01, 0.01), "texts_ss": (0.00, 0.01, 0.01),
    "texts_tt": (0.95, 0.02, 0.02), "texts_uu": (0.99, 0.01, 0.01), "texts_vv": (0.97, 0.01, 0.01),
    "texts_ww": (0.98, 0.01, 0.01), "texts_xx": (0.98, 0.01, 0.01), "texts_yy": (0.99, 0.01, 0.01),
    "texts_zz": (0.97, 0.01, 0.01), "texts_cj": (0.92, 0.09, 0.04), "texts_ck": (0.93, 0.09, 0.01),
    "texts_cl": (0.95, 0.03, 0.02), "texts_cm": (0.94, 0.04, 0.01), "texts_cn": (0.97, 0.05, 0.01),
    "texts_co": (0.95, 0.05, 0.02), "texts_cp": (0.99, 0.02, 0.01), "texts_cq": (0.98, 0.03, 0.01),
    "texts_cr": (0.95, 0.03, 0.03), "texts_cs": (0.90, 0.08, 0.01), "texts_ct": (0.96, 0.04, 0.01),
    "texts_cu": (0.96, 0.02, 0.04), "texts_cv": (0.95, 0.03, 0.02), "texts_cw": (0.97, 0.02, 0.02),
    "texts_cx": (0.97, 0.02, 0.01), "texts_cy": (0.96, 0.02, 0.01), "texts_cz": (0.97, 0.04, 0.01),
    "texts_da": (0.91, 0.11, 0.01), "texts_db": (0.91, 0.12, 0.02), "texts_dc": (0.97, 0.04, 0.01),
    "texts_de": (0.94, 0.04, 0.03), "texts_df": (0.95, 0.04, 0.01), "texts_dg": (0.96, 0.08, 0.01),
    "texts_dh": (0.96, 0.04, 0.01), "texts_di": (0.95, 0.05, 0.01), "texts_dj": (0.90, 0.09, 0.01),
    "texts_dk": (0.95, 0.08, 0.01), "texts_dl": (0.93, 0.07, 0.02), "texts_dm": (0.94, 0.06, 0.04),
    "texts_dn": (0.95, 0.09, 0.01), "texts_do": (0.93, 0.10, 0.01), "texts_dp": (0.95, 0.03, 0.02),
    "texts_dq": (0.95, 0.08, 0.01), "texts_dr": (0.89, 0.17, 0.01), "texts_ds": (0.95, 0.09, 0.01),
    "texts_dt": (0.97, 0.02, 0.01), "texts_du": (0.95, 0.05, 0.04), "texts_dv": (0.95, 0.05, 0.01),
    "texts_dw": (0.96, 0.03, 0.01), "texts_dx": (0.95, 0.03, 0.01), "texts_dy": (0.98, 0.01, 0.01),
    "texts_dz": (0.96, 0.06, 0.01), "texts_ea": (0.95, 0.07, 0.01), "texts_eb": (0.97, 0.03, 0.01),
    "texts_ec": (0.98, 0.01, 0.01), "texts_ed": (0.97, 0.03, 0.01), "texts_ef": (0.98, 0.01, 0.02),
    "texts_eg": (0.95, 0.04, 0.01), "texts_eh": (0.90, 0.12, 0.02), "texts_ei": (0.96, 0.04, 0.01),
    "texts_ej": (0.96, 0.01, 0.01), "texts_ek": (0.94, 0.03, 0.02), "texts_el": (0.95, 0.05, 0.01),
    "texts_em": (0.94, 0.04, 0.01), "texts_en": (0.94, 0.05, 0.01),
}  # fmt: skip


def test_each_fresh_text_that_is_here_is_held_to_what_was_reached() -> None:
    assert {file.stem for file in FRESH.glob("*.jsonl")} == OF_EACH_WRITER.keys()


@pytest.mark.parametrize("name", OF_EACH_WRITER)
def test_of_fresh_texts_no_more_is_missed_or_alarmed_for_nothing_than_was_reached(name: str) -> None:
    run = score(items([FRESH / f"{name}.jsonl"]))
    f1, let_through, alarms = OF_EACH_WRITER[name]
    assert run.whole.f1 >= f1, report(run)
    assert run.let_through_share <= let_through
    assert run.alarm_share() <= alarms


def test_hardly_a_text_is_let_be_that_must_be_held_and_of_which_nobody_is_asked() -> None:
    must_be_held = [it for it in items(FRESH.glob("*.jsonl")) if it.expect]
    unasked = [it.id for it in must_be_held if not with_doubts(it.text, it.kind)]
    assert len(unasked) / len(must_be_held) <= 0.024, unasked
