"""The gate of each text that somebody may write freely on a page, or why there is none (test_written)."""

from __future__ import annotations

BROUGHT = "fileroom.collection.bundles.services.bring"
BUILDER = "fileroom.collection.register.services.register"
CALENDAR = "fileroom.programmes.calendar.bringing.bring_calendar"
COMPLETIONS = "fileroom.programmes.training.imports.bring_completions"
COUNTER = "fileroom.collection.services.collect"
DELETION = "fileroom.programmes.vendors.deletions.ask"
MAPPED = "fileroom.collection.rosters.mapped.import_one"
STAFF_ADDRESS = "fileroom.programmes.incidents.staff_letters.write_to"
INCIDENT_LIST = "fileroom.programmes.incidents.reaching.import_list"
INCIDENT_SENT = "fileroom.programmes.incidents.sending.sent"
INCIDENT_REPORT = "fileroom.programmes.incidents.services.report"
INCIDENT_WRITE = "fileroom.programmes.incidents.services.write"
INCIDENT = "fileroom.programmes.incidents.services.fault_of"
HOME = "fileroom.collection.cards.services.enter"
OPENED_HOME = "fileroom.disclosure.true_address.open_true_address"
LIFTED = "fileroom.collection.orders.lifting.propose"
ORDER = "fileroom.collection.orders.services.file_order"  # as the court wrote it, but what does harm (decision 0034)
GUIDE = "fileroom.programmes.enforcement.guide.note_edition"
OFFICER = "fileroom.programmes.enforcement.services.write"
OWN_STEPS = "fileroom.programmes.enforcement.own_steps.write"
PAPER = "fileroom.collection.register.services.register_paper"
SENTENCE = "fileroom.web.written.nothing_private"
NOTICE = "fileroom.programmes.settings.services.say"
TRANSLATION = "fileroom.programmes.notices.languages.attach"
RELEASE = "fileroom.web.written.nothing_kept_out"
MARK = "fileroom.disclosure.marks.marking.put_on"
OWN_COPY = "fileroom.disclosure.services.inspect"
SECOND_LOOK = "fileroom.disclosure.marks.asking.ask_look"
ANYWAY = "fileroom.disclosure.opened_anyway.open_anyway"
POLICY = "fileroom.programmes.policy.adopted.enter_policy"
COUNTED = "fileroom.programmes.incidents.reaching.count"
SOCIAL_MEDIA = "fileroom.programmes.social_media.gathering.gather"
SOCIAL_MEDIA_STEP = "fileroom.programmes.social_media.services.take_step"
CERTIFICATE = "fileroom.programmes.vendors.proofs.looked_into"
SOCIAL_MEDIA_TERMS = "fileroom.programmes.social_media.vendors.enter_vendor"
SOCIAL_MEDIA_WISH = "fileroom.programmes.social_media.wishes.fields_of"
LOOKED_UP = "nothing: it is looked up and kept nowhere"
READ_AND_FORGOTTEN = "nothing: it is read once, answered, and kept nowhere"
BY_ITS_FIELDS = "nothing by itself: each of its free fields is looked at by its own validator"
CHOSEN = "nothing: one of a list, an id or a day, and anything else is refused or ignored"
SIGNS_IN = "nothing: it is compared with what is known, and kept nowhere but as a slow hash"

FIELDS = {
    "agent_form.py:WrittenForm": OFFICER,
    "incident_form.py:words_field": INCIDENT,
    "incident_sent.py:SentForm": INCIDENT_SENT,
    "directory.py:BarForm": RELEASE,
    "directory.py:PolicyForm": RELEASE,
    "filing.py:_widget": COUNTER,
    "filing.py:filing_form": COUNTER,
    "home_addresses.py:_line": HOME,
    "order_form.py:OrderForm": RELEASE,
    "open_link.py:CodeForm": SIGNS_IN,
    "welcome.py:PasswordForm": SIGNS_IN,
    "papers.py:CheckForm": LOOKED_UP,
    "school_calendar.py:ListForm": CALENDAR,
    "written.py:Name": RELEASE,
    "written.py:Sentence": SENTENCE,
}
INPUTS = {
    "accounts/list.html:q": LOOKED_UP,
    "account/login.html:login": SIGNS_IN,
    "account/login.html:password": SIGNS_IN,
    "custodians/office.html:name": LOOKED_UP,
    "delegations/register.html:name": LOOKED_UP,
    "tokens/register.html:name": LOOKED_UP,
    "desk.html:q": LOOKED_UP,
    "accounts/caseload.html:of": LOOKED_UP,
    "enforcement/family.html:of": LOOKED_UP,
    "enforcement/guide.html:address": GUIDE,
    "enforcement/guide.html:languages": GUIDE,
    "enforcement/own_steps.html:number": OWN_STEPS,
    "enforcement/own_steps.html:office": OWN_STEPS,
    "enforcement/own_steps.html:office_es": OWN_STEPS,
    "enforcement/own_steps.html:say_{{ text.language }}": OWN_STEPS,
    "enforcement/own_steps.html:say_far_{{ text.language }}": OWN_STEPS,
    "enforcement/own_steps.html:steps_{{ text.language }}": OWN_STEPS,
    "family/social_media_item.html:correction": SOCIAL_MEDIA_WISH,
    "forms/builder.html:help": BUILDER,
    "forms/builder.html:label": BUILDER,
    "forms/builder.html:options": BUILDER,
    "forms/builder.html:placeholder": BUILDER,
    "forms/builder.html:title": BUILDER,
    "forms/paper.html:file": PAPER,
    "forms/paper.html:title": PAPER,
    "imports/imports.html:file": BROUGHT,
    "imports/mapping.html:file": MAPPED,
    "incidents/incident.html:lessons": INCIDENT,
    "incidents/incident.html:text": INCIDENT,
    "incidents/papers.html:cost": CHOSEN,
    "incidents/papers.html:doing_en": INCIDENT,
    "incidents/papers.html:doing_es": INCIDENT,
    "incidents/papers.html:happened_en": INCIDENT,
    "incidents/papers.html:happened_es": INCIDENT,
    "incidents/people.html:city": STAFF_ADDRESS,
    "incidents/people.html:postal_code": STAFF_ADDRESS,
    "incidents/people.html:state": STAFF_ADDRESS,
    "incidents/people.html:street": STAFF_ADDRESS,
    "incidents/prints.html:code": LOOKED_UP,
    "incidents/reached.html:accounts": LOOKED_UP,
    "incidents/reached.html:addresses": COUNTED,
    "incidents/reached.html:begun_at": CHOSEN,
    "incidents/reached.html:ended_at": CHOSEN,
    "incidents/reached.html:list": INCIDENT_LIST,
    "incidents/reported.html:text": INCIDENT,
    "law/contents.html:q": LOOKED_UP,
    "notices/languages.html:file": TRANSLATION,
    "notices/languages.html:speak": CHOSEN,
    "notices/languages.html:students": CHOSEN,
    "notices/school.html:q": LOOKED_UP,
    "notices/settings.html:{{ it.code }}": NOTICE,
    "orders/order.html:file": LIFTED,
    "orders/orders.html:code": LOOKED_UP,
    "orders/order.html:pages": CHOSEN,
    "policy/text.html:number": POLICY,
    "policy/text.html:text": POLICY,
    "social_media/company.html:page": CHOSEN,
    "social_media/company.html:words": SOCIAL_MEDIA_TERMS,
    "social_media/gather.html:found_at": SOCIAL_MEDIA,
    "social_media/gather.html:pertains": SOCIAL_MEDIA,
    "social_media/gather.html:said": SOCIAL_MEDIA,
    "social_media/item.html:correction": SOCIAL_MEDIA_WISH,
    "social_media/gathered.html:how": SOCIAL_MEDIA_TERMS,
    "social_media/programme.html:q": LOOKED_UP,
    "social_media/programme.html:reference": SOCIAL_MEDIA_STEP,
    "social_media/programme.html:what_for": SOCIAL_MEDIA_STEP,
    "marks/before.html:because": SECOND_LOOK,
    "marks/on_record.html:because": MARK,
    "marks/own_copy.html:because": OWN_COPY,
    "social_media/programme.html:what_for_es": SOCIAL_MEDIA_STEP,
    "public/answer.html:file": CERTIFICATE,
    "public/welcome.html:username": CHOSEN,
    "records/untrained.html:reason": ANYWAY,
    "students/address.html:reason": OPENED_HOME,
    "students/address.html:to_on": CHOSEN,
    "students/search.html:q": LOOKED_UP,
    "students/their_word.html:said_on": CHOSEN,
    "tools/ask.html:file": READ_AND_FORGOTTEN,
    "tools/ask.html:text": READ_AND_FORGOTTEN,
    "tools/new.html:does": RELEASE,
    "tools/new.html:keeps": RELEASE,
    "tools/new.html:name": RELEASE,
    "tools/new.html:passes_on": RELEASE,
    "tools/table.html:file": READ_AND_FORGOTTEN,
    "training/list.html:file": COMPLETIONS,
    "training/list.html:rows": COMPLETIONS,
    "vendors/act.html:file": CERTIFICATE,
    "vendors/contract.html:page": CHOSEN,
    "vendors/contract.html:words": SENTENCE,
}
READERS = dict.fromkeys(
    (
        "absent.py", "choices.py", "collecting.py", "counsel.py", "custodians.py", "custody.py",
        "declarations.py", "delegations.py", "demands.py", "enforcement.py", "enforcement_reports.py",
        "essentials.py", "family_notices.py", "language.py", "ledger.py", "letters.py", "links.py", "milestones.py",
        "notices_family.py", "once.py", "order_lists.py", "outgoing.py", "possible_orders.py", "purpose.py",
        "quarantine.py", "reading.py", "regulation.py", "social_media_counsel.py", "taken_lists.py", "training.py",
        "training_desk.py", "training_gate.py", "who_is_who.py",
    ),
    CHOSEN,
)  # fmt: skip
READERS |= dict.fromkeys(
    (
        "accounts.py", "board_packets.py", "caseloads.py", "company_questions.py", "deletion_desk.py",
        "company_declares.py", "directory.py", "family_accounts.py", "former.py", "lists.py", "police_first.py",
        "tokens.py", "vendor_breaches.py",
    ),
    BY_ITS_FIELDS,
)  # fmt: skip
READERS |= {
    "agent.py": OFFICER,
    "anyway.py": ANYWAY,
    "company_answers.py": SENTENCE,
    "deletions.py": DELETION,
    "desk.py": OWN_COPY,
    "filing.py": COUNTER,
    "form_builder.py": BUILDER,
    "form_register.py": PAPER,
    "guide.py": GUIDE,
    "home_addresses.py": HOME,
    "imports.py": BROUGHT,
    "incident_acts.py": INCIDENT_WRITE,
    "incident_people.py": INCIDENT_LIST,
    "incident_letters.py": STAFF_ADDRESS,
    "incidents.py": INCIDENT_REPORT,
    "mapping.py": MAPPED,
    "marks.py": MARK,
    "middleware.py": "nothing: it reads no field, and sees whether the request can be read at all",
    "notice_languages.py": TRANSLATION,
    "notices.py": NOTICE,
    "opening.py": "nothing: numbers that somebody has counted, compared and noted as numbers",
    "open_link.py": SIGNS_IN,
    "welcome.py": SIGNS_IN,
    "order_acts.py": LIFTED,
    "orders.py": ORDER,
    "own_steps.py": OWN_STEPS,
    "papers.py": LOOKED_UP,
    "policy_page.py": POLICY,
    "releasing.py": RELEASE,
    "school_calendar.py": CALENDAR,
    "social_media.py": SOCIAL_MEDIA_STEP,
    "social_media_companies.py": SOCIAL_MEDIA_TERMS,
    "social_media_family.py": SOCIAL_MEDIA_WISH,
    "social_media_items.py": SOCIAL_MEDIA,
    "vendor_acting.py": SENTENCE,
    "tool_asking.py": READ_AND_FORGOTTEN,
    "tools.py": RELEASE,
    "training_list.py": COMPLETIONS,
}
