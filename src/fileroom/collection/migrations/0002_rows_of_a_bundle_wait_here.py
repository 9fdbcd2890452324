"""Where a bundle's rows wait while it is written. Emptied before every commit, so they are not worth a line of log."""

from django.db import migrations

TABLES = {
    "bundle_orgs": "row integer, named boolean, ended boolean, identifier text, name text, source_id text, type text",
    "bundle_academic_sessions": "row integer, named boolean, ended boolean, end_date date, parent_source_id text, "
    "source_id text, start_date date, title text",
    "bundle_courses": "row integer, named boolean, ended boolean, course_code text, source_id text, title text",
    "bundle_classes": "row integer, named boolean, ended boolean, course_source_id text, school_source_id text, "
    "source_id text, term_source_ids text, title text",
    "bundle_users": "row integer, named boolean, ended boolean, agent_source_ids text, email text, family_name text, "
    "given_name text, grades text, middle_name text, org_source_ids text, preferred_family_name text, "
    "preferred_given_name text, role text, source_id text, user_ids text, "
    "student boolean, employee boolean, contact boolean, ssid text, grade text, search_name text",
    "bundle_roles": "row integer, named boolean, ended boolean, begin_date date, end_date date, org_source_id text, "
    "role text, source_id text, user_source_id text",
    "bundle_demographics": "row integer, named boolean, ended boolean, birth_date date, source_id text",
    "bundle_enrollments": "row integer, named boolean, ended boolean, begin_date date, class_source_id text, "
    "end_date date, role text, school_source_id text, source_id text, user_source_id text",
    "bundle_absent": "enrolment_id uuid, student_id uuid, missing bigint, enrolled bigint",
    "bundle_aside": "file text, source_id text",
    "bundle_assignment": "id uuid, employee_id uuid, school_id uuid, role text, file text, row integer, from_on date, "
    "to_on date",
    "bundle_class_term": "row integer, term_id uuid",
    "bundle_outcome": "file text, row integer, what text",
    "bundle_place": "file text, row integer, user_source_id text, role text, school_id uuid, from_on date, to_on date",
    "bundle_spell": "student_id uuid, school_id uuid, file text, row integer, begin_on date",
}


class Migration(migrations.Migration):
    dependencies = [("collection", "0001_absence_waits_for_a_person")]

    operations = [
        migrations.RunSQL(f"CREATE UNLOGGED TABLE {name} ({columns})", f"DROP TABLE {name}", hints={"no_model": True})
        for name, columns in TABLES.items()
    ]
