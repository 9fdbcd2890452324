"""The stable codes of duties and limits (contracts.md §1)."""

from __future__ import annotations

from fileroom.law.facts.words import Word


class DutyCode(Word):
    LOG_REQUEST = "log_request"
    LOG_RELEASE = "log_release"
    VERIFY_IDENTITY = "verify_identity"
    STATE_INTEREST = "state_interest"
    LIMIT_TO_RELEVANT = "limit_to_relevant"
    REDACT_OTHER_STUDENTS = "redact_other_students"
    NO_REDISCLOSURE_NOTICE = "no_redisclosure_notice"
    NOTIFY_PARENT_BEFORE = "notify_parent_before"
    NOTIFY_PARENT_AFTER = "notify_parent_after"
    DO_NOT_NOTIFY_PARENT = "do_not_notify_parent"
    KEEP_UNDER_SEAL = "keep_under_seal"
    NOTIFY_SUPERINTENDENT = "notify_superintendent"
    REPORT_TO_BOARD = "report_to_board"
    DOCUMENT_ENCOUNTER = "document_encounter"
    COUNSEL_REVIEW = "counsel_review"
    RECEIPT_TO_SUBMITTER = "receipt_to_submitter"
    RETAIN_CONSENT = "retain_consent"
    COPY_ON_REQUEST = "copy_on_request"
    HOLD_DESTRUCTION = "hold_destruction"
    SECURE_DESTRUCTION = "secure_destruction"
    INTERPRET_ON_REQUEST = "interpret_on_request"
    COLLECT_SEPARATELY = "collect_separately"
    LIMIT_TO_FORM = "limit_to_form"
    ALERT_POLICE_FIRST = "alert_police_first"


class Limit(Word):
    RELEVANT_RECORDS_ONLY = "relevant_records_only"
    VIEW_ONLY = "view_only"
    OTHER_STUDENTS_REDACTED = "other_students_redacted"
    SCOPE_OF_THE_ORDER = "scope_of_the_order"
    RECORDS_NAMED_IN_THE_CONSENT = "records_named_in_the_consent"
    METHOD_NOT_DOCUMENT = "method_not_document"
    ON_THAT_FORM_ONLY = "on_that_form_only"
