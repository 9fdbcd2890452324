"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest
from fileroom.programmes.models.officers import FamilyNotice, GuideEdition, GuidePosting, OwnSteps
from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.training import TrainingCompletion
from fileroom.programmes.models.vendors import Contract, DeletionRequest, Operator

__all__ = [
    "AdoptedPolicy",
    "Contract",
    "DeletionRequest",
    "EnforcementReport",
    "EnforcementRequest",
    "FamilyNotice",
    "GuideEdition",
    "GuidePosting",
    "Operator",
    "OwnSteps",
    "PolicySnapshot",
    "TrainingCompletion",
]
