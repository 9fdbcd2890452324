"""Workbooks: what stands in a very hidden sheet, a cell's note, a formula, a number format, a name, split strings."""

from __future__ import annotations

from tests.screening.corpus.documents import document
from tests.screening.corpus.open.documents_office_book import Cell, Sheet, book


@document(
    "seating_plan_hidden.xlsx",
    outcome="findings",
    decision="block",
    expect=[("protected_list", "value", "very hidden sheet")],
    slice="xlsx",
)
def seating_plan_hidden() -> bytes:
    """A seating plan; a sheet that no menu shows lists children by where they come from."""
    shown = Sheet("Tables", [["Table", "Seat", "Pupil"], [1, 1, "Lindqvist, P."], [1, 2, "Omar, S."]])
    kept = Sheet(
        "do_not_open",
        [["Students of Iraqi and Afghan origin", ""], ["Omar, S.", "88 Linden #4"], ["Nazari, F.", "17 Orchard"]],
        state="veryHidden",
    )
    return book([shown, kept])


@document(
    "uniform_fund_payees.xlsx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "header row B1"), ("ssn", "value", "number format B2:B3")],
    slice="xlsx",
)
def uniform_fund_payees() -> bytes:
    """Eight-digit numbers in the cells; the format gives back the nought with which each begins."""
    rows: list[list[Cell]] = [
        ["Parent", "SSN", "Refund"],
        ["Castellanos, I.", 41528093, 35],
        ["Yoon, D.", 27416688, 20],
    ]
    return book([Sheet("Refunds", rows, formatted=frozenset({"B2", "B3"}))], number_format="000-00-0000")


@document(
    "attendance_calls.xlsx",
    outcome="findings",
    decision="block",
    expect=[("immigration_status", "value", "cell comment C2"), ("a_number", "value", "formula D3")],
    slice="xlsx",
)
def attendance_calls() -> bytes:
    """A call log: a note on a cell tells of a deportation, a formula carries a number that it does not show."""
    rows: list[list[Cell]] = [
        ["Date", "Pupil", "Reason", "Ref"],
        ["10/2", "Bautista, L.", "family matter", ""],
        ["10/3", "Haddad, N.", "dentist", ""],
    ]
    sheet = Sheet(
        "Calls",
        rows,
        notes={"C2": "Grandma: both parents were deported over the weekend, kids are with her."},
        formulas={"D3": ('IF(B3="","A-Number 215 772 940","")', "")},
    )
    return book([sheet])


@document(
    "club_rosters_split.xlsx",
    outcome="findings",
    decision="block",
    expect=[("ssn", "solicit", "shared string in runs, header C1"), ("ssn_last4", "solicit", "defined name")],
    slice="xlsx",
)
def club_rosters_split() -> bytes:
    """A heading broken into runs by its colours, and a name given to a column that says what it is for."""
    heading = "<r><t>Soc</t></r><r><rPr><b/></rPr><t>ial Sec</t></r><r><t>urity No.</t></r>"
    sheet = Sheet("Chess", [["Name", "Grade", heading, "PIN"], ["Abernathy, J.", 6, "", ""], ["Sok, V.", 7, "", ""]])
    return book([sheet], names=[("parent_ssn_last4", "Chess!$D$2:$D$40")])


@document("period4_roster.xlsx", outcome="clean", decision="allow", slice="xlsx")
def period4_roster() -> bytes:
    """A roster: nine-digit student numbers, state identifiers, a mark called Citizenship, a subject called SS."""
    rows: list[list[Cell]] = [
        ["Student ID", "SSID", "Name", "SS mark", "Citizenship", "Locker"],
        [318447260, 7712045518, "Achterberg, Lena", "B+", "O", "219-04"],
        [318447279, 7712045604, "Baptiste, Jude", "A", "S", "219-11"],
        [318447301, 7712046117, "Chea, Sreyleak", "B", "S", "220-02"],
        [318447315, 7712046230, "Dominguez, Ari", "C+", "N", "220-09"],
    ]
    sheet = Sheet("P4 World History", rows, notes={"E5": "Talk with Ari about turning in the green card for soccer."})
    return book([sheet], names=[("ssid_column", "'P4 World History'!$B$2:$B$5")])


@document("cafeteria_vendor_ledger.xlsx", outcome="clean", decision="allow", slice="xlsx")
def cafeteria_vendor_ledger() -> bytes:
    """Vendors, routing numbers and invoices, the old year on a hidden sheet."""
    ledger: list[list[Cell]] = [
        ["Vendor", "Routing", "Invoice", "Last 4 of card", "Amount"],
        ["Valley Dairy", 121000358, "447-21-9038", "4471", 1284],
        ["Sunrise Tortilla", 122105278, "447-22-0017", "4471", 912],
    ]
    old = Sheet("2022", [["Invoice", "Amount"], ["446-18-7720", 300], ["446-18-7734", 128]], state="hidden")
    total = {"E4": ("SUM(E2:E3)", "2196")}
    return book([Sheet("Ledger", [*ledger, ["Total", "", "", "", ""]], formulas=total), old])
