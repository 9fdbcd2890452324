"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.delegations import Delegation
from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest
from fileroom.programmes.models.notices import (
    AdoptedRegulation,
    AnnualNotice,
    DistrictSetting,
    ElectronicWish,
    LanguageCount,
    NoticeToFamily,
    PublishedPaper,
)
from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.training import TrainingCompletion
from fileroom.programmes.models.vendors import Contract, DeletionRequest, Operator

__all__ = [
    "AdoptedPolicy",
    "AdoptedRegulation",
    "AnnualNotice",
    "Contract",
    "Delegation",
    "DeletionRequest",
    "DistrictSetting",
    "ElectronicWish",
    "EnforcementReport",
    "EnforcementRequest",
    "LanguageCount",
    "NoticeToFamily",
    "Operator",
    "PolicySnapshot",
    "PublishedPaper",
    "TrainingCompletion",
]
