"""The statements that destroy keys, and those that tell which are destroyed."""

from __future__ import annotations

SHRED = """
    WITH going AS (SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[]) AS g (key_id, event, at)),
    gone AS (DELETE FROM {data_key} d USING going WHERE d.id = going.key_id RETURNING d.id)
    INSERT INTO {shred} (data_key_id, event_id, at)
    SELECT gone.id, going.event, going.at FROM gone JOIN going ON going.key_id = gone.id"""
SHRED_CLASS = """
    UPDATE {class_key} SET wrapped = NULL, kek_id = NULL, shredded_at = %s
    WHERE student IS NOT DISTINCT FROM %s AND class = %s AND shredded_at IS NULL RETURNING id"""
SHRED_KEYS_OF_CLASS = """
    WITH gone AS (DELETE FROM {data_key} WHERE class_key_id = %s RETURNING id)
    INSERT INTO {shred} (data_key_id, event_id, at) SELECT id, %s, %s FROM gone"""
SHREDS = "SELECT data_key_id, at FROM {shred} ORDER BY data_key_id"
# What the ledger must know of: each destroyed key's event, and whether that event has a receipt that stands.
SHREDDED_BY = """
    SELECT s.data_key_id, s.event_id, r.event_id IS NOT NULL AND r.cancelled_at IS NULL
    FROM {shred} s LEFT JOIN {release} r ON r.event_id = s.event_id ORDER BY s.data_key_id"""
