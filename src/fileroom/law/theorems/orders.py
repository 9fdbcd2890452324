"""Orders on file: what alone ends one here, whose act that is, and whom it never is; and who collects the child."""

from __future__ import annotations

from fileroom.law.casework.children_collected import (
    A_PARENT_WITH_CUSTODY,
    CARES_FOR_THE_CHILD,
    COLLECTS,
    KEPT_FROM_THE_CHILD,
)
from fileroom.law.casework.counsel_speaks import HAS_AN_ACCOUNT, IS_COUNSEL, SPEAKS
from fileroom.law.casework.orders_lifted import BY_ANOTHER, CONFIRMS, ENDED_BY_A_COURT, MAY_CONFIRM, PROPOSES
from fileroom.law.casework.orders_reviewed import ON_AN_ORDER, RESTRAINED_BY_ONE, REVIEWS, WORKS_WITH_THE_STUDENT
from fileroom.law.casework.ruling_out import RULES_OUT
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.theorems.shapes import follows_a_grant, granted, never_while_open, never_without

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "no_order_is_lifted_because_its_end_has_passed",
        "Nobody proposes or confirms that an order no longer holds because its last day is past: without a court's"
        " paper that ends or changes it, or counsel's word, the answer is never a grant.",
        PROPOSES | CONFIRMS,
        ENDED_BY_A_COURT,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "an_order_is_lifted_by_two_people",
        "Nobody confirms that an order no longer holds but the Superintendent's designee or the custodian of the"
        " student's records, and never who proposed it.",
        CONFIRMS,
        MAY_CONFIRM & BY_ANOTHER,
    ),
    never_without(
        "only_who_works_with_the_student_has_an_order_looked_at_or_lifted",
        "Nobody looks at an order before its last day, or proposes that it no longer holds, but a custodian of records"
        " or an administrator who works with the student.",
        PROPOSES | REVIEWS,
        WORKS_WITH_THE_STUDENT,
    ),
    never_while_open(
        "whom_an_order_restrains_has_no_say_in_it",
        "Nobody whom an order restrains, or may for all that is known restrain, looks at it, or proposes or confirms"
        " that it no longer holds.",
        ON_AN_ORDER & RESTRAINED_BY_ONE,
    ),
    never_without(
        "nobody_says_alone_that_somebody_is_not_whom_an_order_restrains",
        "What an order takes is given back by no one person: who rules somebody out is another than who spoke first,"
        " and works with the student.",
        RULES_OUT,
        WORKS_WITH_THE_STUDENT & BY_ANOTHER,
    ),
    never_without(
        "nobody_speaks_for_counsel_who_has_an_account",
        "What was sent to counsel is answered by nobody else where counsel has an account here, whoever keeps the"
        " file.",
        SPEAKS & HAS_AN_ACCOUNT,
        IS_COUNSEL,
    ),
    granted(
        "an_order_that_a_court_has_ended_is_lifted",
        "Where a court's paper ends an order, who works with the student may always propose that, and another may"
        " always confirm it: nobody is kept from the file by an order that is no more.",
        ENDED_BY_A_COURT & ~RESTRAINED_BY_ONE,
        (PROPOSES & WORKS_WITH_THE_STUDENT) | (CONFIRMS & MAY_CONFIRM & BY_ANOTHER),
    ),
    never_while_open(
        "whom_an_order_may_keep_from_the_child_does_not_collect_it",
        "The child goes home with nobody whom an order keeps from it, or may for all that is known keep from it.",
        COLLECTS & KEPT_FROM_THE_CHILD,
    ),
    never_without(
        "a_child_goes_home_with_a_parent_or_whoever_is_in_a_parents_place",
        "By the counter's word alone the child goes home with nobody but a parent who has custody, or whoever cares for"
        " the child in the parents' place, each known to be who they say.",
        COLLECTS,
        A_PARENT_WITH_CUSTODY,
        CARES_FOR_THE_CHILD,
    ),
    granted(
        "a_parent_whom_no_order_names_collects_the_child",
        "A parent with custody whom no order keeps from the child always collects it: an order binds whom it names.",
        COLLECTS & A_PARENT_WITH_CUSTODY & ~KEPT_FROM_THE_CHILD,
    ),
    follows_a_grant(
        "whom_an_order_protects_is_called",
        "Whoever may look at an order before its last day, or confirm that it no longer holds, calls whom it protects.",
        DutyCode.CALL_PROTECTED_PARENT,
        REVIEWS | CONFIRMS,
    ),
)
