"""Tools of artificial intelligence that are asked about students' data, and what was asked of each. No text is kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models.rows import Row
from fileroom.programmes.models.vendors import Operator

NAME_LENGTH, WORDS_LENGTH, CODE_LENGTH = 120, 400, 40


class AiTool(Row):
    """A tool. `operator`: the company whose it is; null: nobody has a contract for it. `receives`: kinds of record
    (law.facts.RecordKind) that may go to it. `trains`: what it is given trains it, as the company says. `passes_on`: to
    whom; `keeps`: how long.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        APPROVED = "approved"
        STOPPED = "stopped"

    name = models.CharField(max_length=NAME_LENGTH, unique=True)
    operator = models.ForeignKey(Operator, on_delete=models.PROTECT, null=True)
    does = models.CharField(max_length=WORDS_LENGTH)
    receives = models.JSONField(default=list)
    trains = models.BooleanField()
    passes_on = models.CharField(max_length=WORDS_LENGTH, blank=True)
    keeps = models.CharField(max_length=WORDS_LENGTH, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    until_on = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField()
    entry = models.UUIDField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_tool_that_is_approved_says_by_whom_and_until_when",
                condition=Q(state="draft", decided_at=None, decided_by=None, decided_entry=None)
                | (
                    ~Q(state="draft")
                    & Q(decided_at__isnull=False, decided_by__isnull=False, decided_entry__isnull=False)
                    & (Q(state="stopped") | Q(until_on__isnull=False))
                ),
            )
        ]


class ToolAnswer(Row):
    """Somebody asked whether a text may go to a tool: what kind of text, and what was answered. The text is not kept.

    `text_digest`: of the text and this row's own id: the same form with another text is another question.

    This is the register of what went out de-identified (Ed. Code 49076(c)): the next is weighed with it.
    """

    tool = models.ForeignKey(AiTool, on_delete=models.PROTECT)
    kind = models.CharField(max_length=CODE_LENGTH)
    answer = models.CharField(max_length=CODE_LENGTH)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    text_digest = models.CharField(max_length=64, blank=True)
    entry = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["tool", "asked_at"], name="answer_by_tool_and_time")]
