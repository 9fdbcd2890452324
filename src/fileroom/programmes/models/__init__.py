"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.enforcement import EnforcementReport, EnforcementRequest

__all__ = ["EnforcementReport", "EnforcementRequest"]
