"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.deletions import DeletionRequest, Demand, DemandAnswer
from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest
from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.training import TrainingCompletion
from fileroom.programmes.models.vendors import AiUse, AppWanted, Contract, Operator, VendorBreach

__all__ = [
    "AdoptedPolicy",
    "AiUse",
    "AppWanted",
    "Contract",
    "DeletionRequest",
    "Demand",
    "DemandAnswer",
    "EnforcementReport",
    "EnforcementRequest",
    "Operator",
    "PolicySnapshot",
    "TrainingCompletion",
    "VendorBreach",
]
