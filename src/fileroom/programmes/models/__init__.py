"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.accounts import Invitation, RoleGiven
from fileroom.programmes.models.company_questions import CompanyQuestion
from fileroom.programmes.models.delegations import Delegation
from fileroom.programmes.models.deletions import DeletionRequest, Demand, DemandAnswer
from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest
from fileroom.programmes.models.essentials import EssentialList
from fileroom.programmes.models.incidents import (
    Incident,
    IncidentList,
    IncidentNotice,
    IncidentPerson,
    IncidentPrint,
    IncidentScope,
    IncidentSent,
)
from fileroom.programmes.models.notices import (
    AdoptedRegulation,
    AnnualNotice,
    DistrictSetting,
    ElectronicWish,
    LanguageCensus,
    LanguageCount,
    NoticeToFamily,
    PublishedPaper,
)
from fileroom.programmes.models.officers import FamilyNotice, GuideEdition, GuidePosting, OwnSteps
from fileroom.programmes.models.packets import BoardPacket
from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.social_media import (
    SocialMediaCounselWord,
    SocialMediaGatherer,
    SocialMediaItem,
    SocialMediaNotice,
    SocialMediaProgram,
    SocialMediaStep,
    SocialMediaVendor,
    SocialMediaVendorNotice,
    SocialMediaWish,
)
from fileroom.programmes.models.tools import AiTool, ToolAnswer
from fileroom.programmes.models.training import TrainingCompletion
from fileroom.programmes.models.vendors import AiQuestion, AiUse, AppWanted, Contract, Operator, VendorBreach
from fileroom.programmes.models.watch import ReadingAlarm

__all__ = [
    "AdoptedPolicy",
    "AdoptedRegulation",
    "AiQuestion",
    "AiTool",
    "AiUse",
    "AnnualNotice",
    "AppWanted",
    "BoardPacket",
    "CompanyQuestion",
    "Contract",
    "Delegation",
    "DeletionRequest",
    "Demand",
    "DemandAnswer",
    "DistrictSetting",
    "ElectronicWish",
    "EnforcementReport",
    "EnforcementRequest",
    "EssentialList",
    "FamilyNotice",
    "GuideEdition",
    "GuidePosting",
    "Incident",
    "IncidentList",
    "IncidentNotice",
    "IncidentPerson",
    "IncidentPrint",
    "IncidentScope",
    "IncidentSent",
    "Invitation",
    "LanguageCensus",
    "LanguageCount",
    "NoticeToFamily",
    "Operator",
    "OwnSteps",
    "PolicySnapshot",
    "PublishedPaper",
    "ReadingAlarm",
    "RoleGiven",
    "SocialMediaCounselWord",
    "SocialMediaGatherer",
    "SocialMediaItem",
    "SocialMediaNotice",
    "SocialMediaProgram",
    "SocialMediaStep",
    "SocialMediaVendor",
    "SocialMediaVendorNotice",
    "SocialMediaWish",
    "ToolAnswer",
    "TrainingCompletion",
    "VendorBreach",
]
