"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot
from fileroom.programmes.models.vendors import DeletionRequest

__all__ = ["AdoptedPolicy", "DeletionRequest", "PolicySnapshot"]
