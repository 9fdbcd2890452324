"""The sources the rules rest on, with how sure we are of each, mirrored from the law tables' own tags."""

from __future__ import annotations

from datetime import date

from fileroom.law.kernel.citation import memory, verified

EDUCATION = "statutory text of 26 Sept 2026"
OTHER_CODES = "statutory text of April-May 2026"
LII = "Cornell LII text of 34 CFR Part 99, retrieved 2026-05-23"
REGULATION = "district regulations that restate it (S5)"

# Education Code
EC_234_7_A = verified("Ed. Code 234.7(a)", "EC234.7", against=EDUCATION, effective=date(2025, 9, 20))  # AB 49, urgency
EC_234_7_A2 = verified("Ed. Code 234.7(a)(2)", "EC234.7", against=EDUCATION, effective=date(2025, 9, 20))
EC_234_7_B = verified("Ed. Code 234.7(b)", "EC234.7", against=EDUCATION, effective=date(2025, 9, 20))
EC_234_7_C = verified("Ed. Code 234.7(c)", "EC234.7", against=EDUCATION, effective=date(2025, 9, 20))
EC_234_7_I = verified("Ed. Code 234.7(i)", "EC234.7", against=EDUCATION, effective=date(2025, 9, 20))
EC_49061_A = verified("Ed. Code 49061(a)", "EC49061", against=EDUCATION, effective=date(2012, 1, 1))
EC_49061_B = verified("Ed. Code 49061(b)", "EC49061", against=EDUCATION, effective=date(2012, 1, 1))
EC_49062 = verified("Ed. Code 49062", "EC49062", against=EDUCATION)
EC_49063_B = verified("Ed. Code 49063(b)", "EC49063", against=EDUCATION, effective=date(2018, 1, 1))
EC_49064 = verified("Ed. Code 49064", "EC49064", against=EDUCATION, effective=date(2019, 1, 1))
EC_49068_6 = verified("Ed. Code 49068.6", "EC49068.6", against=EDUCATION)
EC_49069_7 = verified("Ed. Code 49069.7", "EC49069.7", against=EDUCATION, effective=date(2020, 1, 1))
EC_49075 = verified("Ed. Code 49075", "EC49075", against=EDUCATION, effective=date(2001, 1, 1))
EC_49076 = verified("Ed. Code 49076(a)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_1A = verified("Ed. Code 49076(a)(1)(A)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_1E = verified("Ed. Code 49076(a)(1)(E)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_1F = verified("Ed. Code 49076(a)(1)(F)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_1L = verified("Ed. Code 49076(a)(1)(L)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_2G = verified("Ed. Code 49076(a)(2)(G)(ii)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_3 = verified("Ed. Code 49076(a)(3)", "EC49076", against=EDUCATION, effective=date(2017, 1, 1))
EC_49076_7 = verified("Ed. Code 49076.7", "EC49076.7", against=EDUCATION, effective=date(2016, 1, 1))
EC_49077 = verified("Ed. Code 49077", "EC49077", against=EDUCATION, effective=date(2019, 1, 1))
EC_49602 = verified("Ed. Code 49602", "EC49602", against=EDUCATION)
EC_56041_5 = verified("Ed. Code 56041.5", "EC56041.5", against=REGULATION)

# Regulations, title 5
R_431 = verified("5 CCR 431", "R431", against=REGULATION)
R_432_LIST = verified("5 CCR 432(b)", "R432", against="2024 register, permanent list")
R_432_LOG = verified("5 CCR 432", "R432", against=REGULATION)
R_433 = verified("5 CCR 433", "R433", against=REGULATION)
R_435 = verified("5 CCR 435", "R435", against=REGULATION)
R_437_B = verified("5 CCR 437(b)", "R437", against="2022 register")
R_437_C = verified("5 CCR 437(c), 16027", "R437", against="2022 register")
R_437_D = verified("5 CCR 437(d)", "R437", against="2022 register")

# The board's own policy, which the district may change
BP_5125 = verified(
    "Board Policy 5125; 5 CCR 431", "B1", against="the model policy, which each district adopts for itself"
)

# Other codes
FC_3025 = verified("Fam. Code 3025", "FC3025", against=OTHER_CODES)
FC_6323_5 = verified("Fam. Code 6323.5(c)(2)", "FC6323.5", against=OTHER_CODES, effective=date(2023, 1, 1))
FC_6323_5_PROTOCOL = verified("Fam. Code 6323.5(c)(1)", "FC6323.5", against=OTHER_CODES, effective=date(2023, 1, 1))
FC_6323_5_SCOPE = verified("Fam. Code 6323.5(a)", "FC6323.5", against=OTHER_CODES, effective=date(2023, 1, 1))
CCP_1985_3 = verified("Code Civ. Proc. 1985.3, 1985.4", "CCP1985.3", against=OTHER_CODES)
PENAL_11167_5 = verified("Penal Code 11167.5", "PEN11167.5", against="a secondary source (S18)")
# That it reaches the list of who asked is our reading.
PENAL_11167_5_LOG = memory("Penal Code 11167.5; Ed. Code 49076(a)(1)(N)", "PEN11167.5", confidence="low")
GC_6207 = verified("Gov. Code 6207", "GC6205", against="an older edition (S9)")
WIC_361 = memory("Welf. & Inst. Code 361, 726", "WIC16010", confidence="high")

# Federal
CFR_99_3_STUDENT = verified("34 CFR 99.3, 99.5(a)", "A9", against="a Google Books scan of 34 CFR 99.5")
CFR_99_3_RECORDS = verified("34 CFR 99.3, 99.8", "A4", against="U.S. Department of Education answers and guidance")
CFR_99_3_PARENT = verified("34 CFR 99.3", "A7", against="U.S. Department of Education answers and a letter of 2009")
CFR_99_4 = verified("34 CFR 99.4", "A8", against="articles that quote it")
CFR_99_5_B = verified("34 CFR 99.5(b)", "A10", against="a Google Books scan of 34 CFR 99.5")
CFR_99_10 = verified("34 CFR 99.10", "B1", against="EDGAR Part 99 Subpart B, archived copy")
CFR_99_10_E = memory("34 CFR 99.10(e)", "B4", confidence="high")
CFR_99_12 = memory("34 CFR 99.12(a)", "B7", confidence="high")
CFR_99_30 = verified("34 CFR 99.30", "C1", against=LII)
CFR_99_31_A1 = verified("34 CFR 99.31(a)(1)", "D1", against=LII)
CFR_99_31_A8 = verified("34 CFR 99.31(a)(8)", "D9", against=LII)
CFR_99_31_A9 = verified("34 CFR 99.31(a)(9)", "D10", against=LII)
CFR_99_31_A12 = verified("34 CFR 99.31(a)(12)", "D15", against=LII)
CFR_99_31_C = verified("34 CFR 99.31(c)", "A14", against=LII)
CFR_99_32_A = verified("34 CFR 99.32(a)", "E7", against=LII)
CFR_99_32_C = verified("34 CFR 99.32(c)", "E9", against=LII)
CFR_99_33 = verified("34 CFR 99.33", "E11", against=LII)
USC_1232G_B2B = verified("20 USC 1232g(b)(2)(B)", "D11", against="ED draft guidance on the Uninterrupted Scholars Act")
USC_1758_D = memory("42 USC 1758(d); 7 CFR 245.6(a)", "F13", confidence="high")
USC_7011_5 = memory("20 USC 7011(5)", "F22", confidence="high")
