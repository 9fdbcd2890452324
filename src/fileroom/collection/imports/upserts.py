"""Tables that take their rows straight from a file: what each column is taken from, as data.

Each becomes two statements: one changes rows that differ, one adds rows that are not there. Both note the bundle's
row in `bundle_outcome`, so that new, changed and unchanged rows can be counted.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column, the SQL it is taken from (`b` is the bundle's row), and its value where a new row says nothing.

    NULL from the bundle means "not said" and leaves the table's value alone, unless `exact`.
    """

    name: str
    taken_from: str
    otherwise: str = "''"
    exact: bool = False

    @property
    def updated(self) -> str:
        return self.taken_from if self.exact else f"coalesce({self.taken_from}, t.{self.name})"

    @property
    def inserted(self) -> str:
        return self.taken_from if self.exact else f"coalesce({self.taken_from}, {self.otherwise})"


@dataclass(frozen=True)
class Upsert:
    """One table's rows from one file, matched by source id. `inserted_only`: columns a later bundle does not touch."""

    table: str
    file: str
    staged: str
    columns: tuple[Column, ...]
    joins: str = ""
    where: str = "true"
    inserted_only: tuple[Column, ...] = ()

    def change(self) -> str:
        """UPDATE the rows that differ."""
        names = [column.name for column in self.columns]
        given = ", ".join(column.updated for column in self.columns)
        here = ", ".join(f"t.{name}" for name in names)
        return (
            f"WITH changed AS (UPDATE {self.table} t SET ({', '.join(names)}) = ROW({given}) "
            f"FROM {self.staged} b {self.joins} WHERE t.source_id = b.source_id AND NOT b.ended AND {self.where} "
            f"AND ROW({here}) IS DISTINCT FROM ROW({given}) RETURNING b.row, b.named) "
            f"INSERT INTO bundle_outcome SELECT '{self.file}', row, 'changed' FROM changed WHERE named"
        )

    def add(self) -> str:
        """INSERT the rows that are not there."""
        columns = (*self.columns, *self.inserted_only)
        return (
            f"WITH new AS (INSERT INTO {self.table} (id, source_id, {', '.join(c.name for c in columns)}) "
            f"SELECT gen_random_uuid(), b.source_id, {', '.join(c.inserted for c in columns)} "
            f"FROM {self.staged} b {self.joins} WHERE NOT b.ended AND {self.where} "
            f"AND NOT EXISTS (SELECT FROM {self.table} t WHERE t.source_id = b.source_id) RETURNING source_id) "
            f"INSERT INTO bundle_outcome SELECT '{self.file}', b.row, 'new' "
            f"FROM new JOIN {self.staged} b USING (source_id) WHERE b.named"
        )


NULL = "NULL"
NAMED_BY_ID = "b.source_id"  # a title that is in doubt waits, and the row is known by its id until it is mended
SPELL = (
    # OneRoster's endDate is the first day after; a row without days lasts as long as its class's term.
    Column("from_on", "coalesce(b.begin_date, term.from_on)", exact=True),
    Column(
        "to_on",
        "coalesce(CASE WHEN b.end_date IS NOT NULL THEN greatest(b.end_date - 1, b.begin_date) END, term.to_on)",
        exact=True,
    ),
)
IN_SECTION = (
    "JOIN people_section s ON s.source_id = b.class_source_id LEFT JOIN people_term term ON term.id = s.term_id"
)

SCHOOLS = Upsert(
    "people_school",
    "orgs",
    "bundle_orgs",
    (
        Column("name", "b.name"),
        Column("cds_code", "CASE WHEN b.identifier ~ '^[0-9]{14}$' THEN b.identifier END", NULL),
    ),
    where="lower(b.type) = 'school'",
)
ORGS = Upsert(
    "collection_org",
    "orgs",
    "bundle_orgs",
    (Column("name", "b.name"), Column("kind", "lower(b.type)")),
    where="lower(b.type) <> 'school'",
)
TERMS = Upsert(
    "people_term",
    "academicSessions",
    "bundle_academic_sessions",
    (
        Column("name", "b.title"),
        Column("from_on", "b.start_date", exact=True),
        Column("to_on", "b.end_date", exact=True),
    ),
)
COURSES = Upsert(
    "collection_course",
    "courses",
    "bundle_courses",
    (
        Column("title", "CASE WHEN b.named THEN b.title END", NAMED_BY_ID),
        Column("code", "CASE WHEN b.named THEN b.course_code END"),
    ),
)
SECTIONS = Upsert(
    "people_section",
    "classes",
    "bundle_classes",
    (
        Column("school_id", "school.id", exact=True),
        Column("term_id", "term.term_id", exact=True),
        Column("title", "CASE WHEN b.named THEN b.title END", NAMED_BY_ID),
        Column("course", "course.title"),
    ),
    joins="JOIN people_school school ON school.source_id = b.school_source_id "
    "LEFT JOIN bundle_class_term term ON term.row = b.row "
    "LEFT JOIN collection_course course ON course.source_id = b.course_source_id",
)
STUDENTS = Upsert(
    "people_student",
    "users",
    "bundle_users",
    (
        Column("ssid", "b.ssid", NULL),
        Column("legal_given", "b.given_name"),
        Column("legal_middle", "b.middle_name"),
        Column("legal_family", "b.family_name"),
        # A preferred name entered here outlives a file that has none.
        Column("preferred_given", "nullif(b.preferred_given_name, '')"),
        Column("preferred_family", "nullif(b.preferred_family_name, '')"),
        Column("grade", "b.grade"),
    ),
    where="b.student",
    inserted_only=(Column("search_name", "b.search_name"),),
)
EMPLOYEES = Upsert(
    "people_employee",
    "users",
    "bundle_users",
    (Column("given", "b.given_name"), Column("family", "b.family_name"), Column("email", "b.email")),
    where="b.employee",
    inserted_only=(Column("certificated", "false", exact=True),),
)
CONTACTS = Upsert(
    "people_contact",
    "users",
    "bundle_users",
    (Column("given", "b.given_name"), Column("middle", "b.middle_name"), Column("family", "b.family_name")),
    where="b.contact",
    inserted_only=(Column("search_name", "b.search_name"),),
)
SECTION_STUDENTS = Upsert(
    "people_sectionstudent",
    "enrollments",
    "bundle_enrollments",
    (Column("section_id", "s.id", exact=True), Column("student_id", "p.id", exact=True), *SPELL),
    joins=f"{IN_SECTION} JOIN people_student p ON p.source_id = b.user_source_id",
    where="lower(b.role) = 'student'",
)
SECTION_TEACHERS = Upsert(
    "people_sectionteacher",
    "enrollments",
    "bundle_enrollments",
    (Column("section_id", "s.id", exact=True), Column("employee_id", "p.id", exact=True), *SPELL),
    joins=f"{IN_SECTION} JOIN people_employee p ON p.source_id = b.user_source_id",
    where="lower(b.role) = 'teacher'",
)
