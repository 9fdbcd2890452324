"""Addresses of the pages. Every route names its gate or says why it is public (tests/house/test_routes.py)."""

from django.urls import path

from fileroom.web import (
    absent,
    counsel,
    desk,
    filing,
    home,
    language,
    law_book,
    law_changes,
    ledger,
    log,
    purpose,
    releasing,
    sign_in,
    today,
    who_is_who,
)

handler400 = "fileroom.web.middleware.unreadable"
handler404 = "fileroom.web.middleware.missing"
handler500 = "fileroom.web.middleware.broken"

urlpatterns = [
    path("", today.today, name="today"),
    path("sign-in/", sign_in.login, name="account_login"),
    path("sign-out/", sign_in.logout, name="account_logout"),
    path("language/", language.set_language, name="set_language"),
    path("leave/", home.quick_exit, name="quick_exit"),
    path("absent/", absent.absent, name="absent"),
    path("absent/<uuid:absence_id>/", absent.settle, name="absent_settle"),
    path("students/", desk.students, name="students"),
    path("students/<uuid:student_id>/", desk.student, name="student"),
    path("students/<uuid:student_id>/purpose/", purpose.student_purpose, name="student_purpose"),
    path("students/<uuid:student_id>/birth-date/", desk.student_birth_date, name="student_birth_date"),
    path("students/<uuid:student_id>/people/", who_is_who.student_people, name="student_people"),
    path("students/<uuid:student_id>/looked/", log.looked, name="student_who_has_looked"),
    path("students/<uuid:student_id>/sealed/", log.sealed, name="student_under_seal"),
    path("students/<uuid:student_id>/file/", filing.file_document, name="file_document"),
    path("relationships/<uuid:relationship_id>/verify/", who_is_who.verify, name="verify_relationship"),
    path("records/<uuid:record_id>/", desk.record, name="record"),
    path("records/<uuid:record_id>/document/", desk.record_document, name="record_document"),
    path("records/<uuid:record_id>/release/", releasing.release_copy, name="release_copy"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/sealed/", log.sealed_of_no_student, name="ledger_sealed"),
    path("ledger/verify/", ledger.ledger_verify, name="ledger_verify"),
    path("ledger/explain/", ledger.ledger_explain, name="ledger_explain"),
    path("ledger/checkpoint/", ledger.ledger_checkpoint, name="ledger_checkpoint"),
    path("district/", desk.district, name="district"),
    path("law/", law_book.contents, name="law"),
    path("law/figures/", law_book.figures, name="law_figures"),
    path("law/catalogue/", law_book.catalogue, name="law_catalogue"),
    path("law/theorems/", law_book.theorems, name="law_theorems"),
    path("law/changes/", law_changes.changes, name="law_changes"),
    path("law/policy/", law_book.policy, name="law_policy"),
    path("law/<slug:room>/<slug:name>/", law_book.chapter, name="law_chapter"),
    path("counsel/", counsel.desk, name="counsel"),
    path("counsel/sign/", counsel.sign, name="counsel_sign"),
    path("counsel/choose/", counsel.choose, name="counsel_choose"),
    path("family/", home.home, name="family"),
    path("family/<uuid:student_id>/", home.file, name="family_file"),
    path("family/<uuid:student_id>/looked/", home.looked, name="family_looked"),
    path("family/<uuid:student_id>/proof/", home.proof, name="family_proof"),
    path("family/records/<uuid:record_id>/", home.record, name="family_record"),
    path("family/records/<uuid:record_id>/document/", home.document, name="family_document"),
]
