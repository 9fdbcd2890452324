"""WHOSE: host name to district schema, transactions, the embedded server. Knows no domain."""

from fileroom.hosting.current import BadDistrictName, NoDistrict, current_district, serving
from fileroom.hosting.transactions import (
    Nested,
    district_transaction,
    durable,
    durable_transaction,
    on_commit,
    on_rollback,
    planned_cursor,
    savepoint,
)

__all__ = [
    "BadDistrictName",
    "Nested",
    "NoDistrict",
    "current_district",
    "district_transaction",
    "durable",
    "durable_transaction",
    "on_commit",
    "on_rollback",
    "planned_cursor",
    "savepoint",
    "serving",
]
