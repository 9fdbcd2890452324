"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest
from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.social_media import (
    SocialMediaGatherer,
    SocialMediaItem,
    SocialMediaNotice,
    SocialMediaProgram,
    SocialMediaStep,
    SocialMediaVendor,
    SocialMediaVendorNotice,
    SocialMediaWish,
)
from fileroom.programmes.models.training import TrainingCompletion
from fileroom.programmes.models.vendors import Contract, DeletionRequest, Operator

__all__ = [
    "AdoptedPolicy",
    "Contract",
    "DeletionRequest",
    "EnforcementReport",
    "EnforcementRequest",
    "Operator",
    "PolicySnapshot",
    "SocialMediaGatherer",
    "SocialMediaItem",
    "SocialMediaNotice",
    "SocialMediaProgram",
    "SocialMediaStep",
    "SocialMediaVendor",
    "SocialMediaVendorNotice",
    "SocialMediaWish",
    "TrainingCompletion",
]
