"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.policy import AdoptedPolicy, PolicySnapshot

__all__ = ["AdoptedPolicy", "PolicySnapshot"]
