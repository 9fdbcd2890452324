"""The addresses about companies and their tools: contracts, breaches, deletion, social media, and their own links."""

from __future__ import annotations

from django.urls import path

from fileroom.web import (
    company_answers,
    company_declares,
    company_questions,
    deletion_desk,
    deletions,
    demands,
    social_media,
    social_media_companies,
    social_media_family,
    social_media_items,
    tools,
    vendor_acts,
    vendor_breaches,
    vendors,
)

ADDRESSES = [
    path("tools/", tools.tools, name="tools"),
    path("tools/new/", tools.new_tool, name="new_tool"),
    path("tools/ask/", tools.ask_tool, name="ask_tool"),
    path("tools/<uuid:tool_id>/decide/", tools.decide_tool, name="decide_tool"),
    path("programmes/social-media/", social_media.social_media, name="social_media"),
    path("programmes/social-media/propose/", social_media.propose_program, name="propose_program"),
    path("programmes/social-media/gatherers/", social_media.name_gatherer, name="name_gatherer"),
    path("programmes/social-media/gatherers/<uuid:gatherer_id>/end/", social_media.end_gatherer, name="end_gatherer"),
    path("programmes/social-media/notice/", social_media.make_social_media_notice, name="make_social_media_notice"),
    path(
        "programmes/social-media/notice/sent/", social_media.social_media_notice_sent, name="social_media_notice_sent"
    ),
    path("programmes/social-media/papers/<uuid:paper_id>/", social_media.social_media_paper, name="social_media_paper"),
    path(
        "programmes/social-media/companies/",
        social_media_companies.new_social_media_company,
        name="new_social_media_company",
    ),
    path(
        "programmes/social-media/companies/<uuid:vendor_id>/end/",
        social_media_companies.end_social_media_company,
        name="end_social_media_company",
    ),
    path(
        "programmes/social-media/companies/<uuid:vendor_id>/destroyed/",
        social_media_companies.social_media_company_destroyed,
        name="social_media_company_destroyed",
    ),
    path(
        "programmes/social-media/told/<uuid:told_id>/",
        social_media_companies.tell_social_media_company,
        name="tell_social_media_company",
    ),
    path(
        "programmes/social-media/told/<uuid:told_id>/sent/",
        social_media_companies.social_media_company_told,
        name="social_media_company_told",
    ),
    path(
        "programmes/social-media/told/<uuid:told_id>/destroyed/",
        social_media_companies.social_media_told_destroyed,
        name="social_media_told_destroyed",
    ),
    path("programmes/social-media/gathered/", social_media_items.social_media_gathered, name="social_media_gathered"),
    path(
        "programmes/social-media/items/<uuid:item_id>/", social_media_items.social_media_item, name="social_media_item"
    ),
    path(
        "programmes/social-media/items/<uuid:item_id>/counter/",
        social_media_items.social_media_counter,
        name="social_media_counter",
    ),
    path("programmes/social-media/items/<uuid:item_id>/destroy/", social_media_items.destroy_item, name="destroy_item"),
    path(
        "programmes/social-media/wishes/<uuid:wish_id>/", social_media_items.social_media_wish, name="social_media_wish"
    ),
    path("programmes/social-media/<uuid:program_id>/step/", social_media.take_program_step, name="take_program_step"),
    path("social-media/", social_media_family.social_media_public, name="social_media_public"),
    path("company-asks/", company_questions.company_asks, name="company_asks"),
    path("company-asks/<uuid:question_id>/", company_questions.company_question, name="company_question"),
    path("company-asks/<uuid:question_id>/answer/", company_questions.answer_company, name="answer_company"),
    path("company-asks/<uuid:question_id>/paper/", company_questions.company_paper, name="company_paper"),
    path("deletions/<uuid:deletion_id>/", deletion_desk.deletion, name="deletion"),
    path("deletions/<uuid:deletion_id>/issue/", deletion_desk.issue_letter, name="issue_letter"),
    path("deletions/<uuid:deletion_id>/letter/", deletion_desk.deletion_letter, name="deletion_letter"),
    path("deletions/new/", deletions.ask_for_leaver, name="ask_for_leaver"),
    path("deletions/<uuid:deletion_id>/close/", deletion_desk.close_deletion, name="close_deletion"),
    path("deletions/<uuid:deletion_id>/police/", deletion_desk.police_told, name="police_told"),
    path("deletions/<uuid:deletion_id>/sent/", deletion_desk.letter_sent, name="letter_sent"),
    path("deletions/<uuid:deletion_id>/stays/", deletion_desk.leave_it_there, name="leave_it_there"),
    path("deletions/<uuid:deletion_id>/counsel/", deletion_desk.deletion_for_counsel, name="deletion_for_counsel"),
    path("vendors/app/", vendors.app_wanted, name="app_wanted"),
    path("vendors/<uuid:operator_id>/", vendors.vendor, name="vendor"),
    path("vendors/<uuid:operator_id>/holds/", vendor_acts.describe, name="describe_vendor"),
    path("vendors/<uuid:operator_id>/contract/", vendor_acts.new_contract, name="new_contract"),
    path("vendors/<uuid:operator_id>/declared/", vendor_acts.declare, name="declare_ai"),
    path("vendors/<uuid:operator_id>/ask/", vendor_acts.ask_company, name="ask_company"),
    path("vendors/<uuid:operator_id>/question/", vendor_acts.company_question_letter, name="company_question_letter"),
    path("vendors/<uuid:operator_id>/left/", vendors.vendor_left, name="vendor_left"),
    path("vendors/<uuid:operator_id>/breach/", vendor_acts.breach_told, name="breach_told"),
    path("vendors/<uuid:operator_id>/demand/", demands.new_demand, name="new_demand"),
    path("contracts/<uuid:contract_id>/", vendor_acts.vendor_contract, name="vendor_contract"),
    path("contracts/<uuid:contract_id>/notice/", vendor_acts.notice, name="vendor_notice"),
    path("contracts/<uuid:contract_id>/end/", vendor_acts.end_contract, name="end_contract"),
    path("contracts/<uuid:contract_id>/returned/", vendor_acts.note_return, name="note_return"),
    path("contracts/<uuid:contract_id>/proof/<uuid:proof_id>/", vendor_acts.return_proof, name="return_proof"),
    path("breaches/<uuid:breach_id>/", vendor_breaches.vendor_breach, name="vendor_breach"),
    path("breaches/<uuid:breach_id>/incident/", vendor_breaches.pass_breach_on, name="pass_breach_on"),
    path("demands/<uuid:demand_id>/", demands.demand, name="demand"),
    path("demands/<uuid:demand_id>/remind/", demands.remind, name="remind_company"),
    path("demands/<uuid:demand_id>/time/", demands.give_time, name="give_time"),
    path("demands/<uuid:demand_id>/close/", demands.close_demand, name="close_demand"),
    path("demands/<uuid:demand_id>/letter/", demands.demand_letter, name="demand_letter"),
    path("demands/<uuid:demand_id>/proof/<uuid:proof_id>/", demands.demand_proof, name="demand_proof"),
    path("declare/<str:token>/", company_declares.company_declares, name="company_declares"),
    path("answer/<str:token>/", company_answers.company_answer, name="company_answer"),
    path("vendors/", vendors.vendors, name="vendors"),
    path("vendors/new/", vendors.new_vendor, name="new_vendor"),
    path("companies/", vendors.companies, name="companies"),
]
