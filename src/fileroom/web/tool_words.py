"""The words of the pages about AI tools: kinds of text, states, and why a text may not go."""

from __future__ import annotations

from fileroom.programmes.tools.answers import Answer, RecordKind, Why

KINDS = {
    RecordKind.BUSINESS_RECORD: "It tells of no student, family or employee",
    RecordKind.GRADES: "School work, grades, feedback",
    RecordKind.ATTENDANCE: "Attendance",
    RecordKind.CONTACT_AND_HOUSEHOLD: "The family: who they are and how they are reached",
    RecordKind.DISCIPLINE: "Behavior and discipline",
    RecordKind.HEALTH: "Health",
    RecordKind.IEP_OR_504_PLAN: "An IEP or a 504 plan, or what goes into one",
}
RECEIVES = {
    RecordKind.BUSINESS_RECORD: "Texts that tell of nobody: newsletters, plans, minutes",
    RecordKind.DEIDENTIFIED: "Texts without the people in them, as Fileroom writes them",
    RecordKind.GRADES: "Students’ work, grades and feedback, with names",
    RecordKind.ATTENDANCE: "Attendance, with names",
    RecordKind.CONTACT_AND_HOUSEHOLD: "Families and how they are reached",
    RecordKind.DISCIPLINE: "Behavior and discipline, with names",
    RecordKind.HEALTH: "Health, with names",
    RecordKind.IEP_OR_504_PLAN: "IEPs and 504 plans, with names",
}
ANSWERS = {
    Answer.DEIDENTIFIED: ("may", "May go, without the people in it"),
    Answer.DEIDENTIFY_FIRST: ("more", "Take the people out first"),
    Answer.MAY: ("may", "May go as it stands"),
    Answer.NO: ("no", "Do not give it to the tool"),
    Answer.READ_FIRST: ("more", "Read it once more first"),
}
OF_THE_LAW = {"must": "May go", "may": "May go", "no": "Do not give it to the tool", "more": "Needs more"}
WHY = {
    Why.FEW: "What is left fits too few students: a grade that few are in. Leave the grade out, and ask again.",
    Why.KEPT_OUT: "It holds what no file may hold, such as a Social Security number. That goes nowhere.",
    Why.NAMED: "It tells of somebody: a name, a number or an address stands in it.",
    Why.NOT_APPROVED: "The tool is not approved today. Ask the Superintendent’s designee; until then it gets nothing.",
    Why.NOT_WITHOUT: "The tool is not approved for what Fileroom has taken the people out of: nothing goes there so.",
    Why.NOT_FOR_THIS: "The tool is not approved for texts of this kind with names in them.",
    Why.RARE: "It tells of what happens to few. Whoever knows the school knows who it is, though nobody is named. "
    "Leave it out, and ask again.",
    Why.READ_IT: "Read the text below as somebody at your school would. Then say whether anybody in it can be found.",
    Why.STATUS: "It tells what may indicate a family’s citizenship or immigration status: where somebody was born, "
    "which language a home speaks, a program for newcomers. Leave it out, and ask again.",
}
OF_A_TABLE = WHY | {
    Why.FEW: "Too few students share what is left: a grade, a school, a year, or the table itself has too few rows. "
    "Leave a column out, or take more students, and ask again.",
    Why.NAMED: "In what is left a name, a number or an address is found. Leave that column out, and ask again.",
    Why.READ_IT: "Read the table below as somebody at your school would. Then say whether anybody in it can be found.",
}
CITES = {
    Why.FEW: "34 CFR 99.31(b)(1)",
    Why.KEPT_OUT: "Ed. Code 49076.7, 234.7(a)",
    Why.NAMED: "34 CFR 99.31(b)(1)",
    Why.RARE: "34 CFR 99.31(b)(1)",
    Why.STATUS: "Ed. Code 234.7",
}
COUNTED = {
    Answer.MAY: "may go",
    Answer.DEIDENTIFIED: "without the people",
    Answer.DEIDENTIFY_FIRST: "sent back to be read",
    Answer.READ_FIRST: "said to tell of nobody, to be read",
    Answer.NO: "no",
}
