"""The ledger's statements. Names come from `tables`; values are always parameters."""

from __future__ import annotations

from fileroom.ledger.events import COUNTED
from fileroom.ledger.tables import CHECKPOINT, EVENT, LEAF, OPEN, TILE

COLUMNS = (
    "id, act, student, record, part, account, role, door, client, purpose, outcome, rules, law_digest, at, sealed,"
    " salt, mac"
)
INSERT_EVENT = f"INSERT INTO {EVENT} ({COLUMNS}) VALUES ({', '.join(['%s'] * 17)}) RETURNING id"
# The same of many, a column to an array.
_TYPES = (
    "uuid", "text", "uuid", "uuid", "text", "uuid", "text", "text", "text", "text", "text", "text", "text",
    "timestamptz", "boolean", "bytea", "bytea",
)  # fmt: skip
_ARRAYS = ", ".join(f"%s::{kind}[]" for kind in _TYPES)
INSERT_EVENTS = f"INSERT INTO {EVENT} ({COLUMNS}) SELECT * FROM unnest({_ARRAYS}) RETURNING id"
COPY_EVENTS = f"COPY {EVENT} ({COLUMNS}) FROM STDIN"

# An event's values in the order of events.FIELDS, as one text: no legitimate value holds the separator.
SEPARATOR = "\x1f"
ROW = """concat_ws(chr(31), coalesce(e.id::text, ''), coalesce(e.act, ''), coalesce(e.student::text, ''),
    coalesce(e.record::text, ''), coalesce(e.part, ''), coalesce(e.account::text, ''), coalesce(e.role, ''),
    coalesce(e.door, ''), coalesce(e.client, ''), coalesce(e.purpose, ''), coalesce(e.outcome, ''),
    coalesce(e.rules, ''), coalesce(e.law_digest, ''),
    coalesce(to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''),
    CASE WHEN e.sealed THEN 'sealed' ELSE 'open' END)"""
NO_LEAF = f"NOT EXISTS (SELECT FROM {LEAF} l WHERE l.event = e.id)"

# Sequencing
LEAD = "SELECT pg_try_advisory_xact_lock(%s)"
LAST_CHECKPOINT = f"""SELECT size, root, note, index_root, labels, sealed_size, sealed_root, salt, entries, arrived, at
    FROM {CHECKPOINT} ORDER BY size DESC LIMIT 1"""
ARRIVED_BEFORE = f"SELECT arrived FROM {CHECKPOINT} WHERE at <= %s ORDER BY size DESC LIMIT 1"
PENDING = f"""SELECT e.arrival, {ROW}, e.salt, e.mac FROM {EVENT} e
    WHERE e.sealed = %s AND e.arrival > %s AND {NO_LEAF} ORDER BY e.at, e.id"""
COPY_LEAVES = f"COPY {LEAF} (log, position, event, label, number, hash, head) FROM STDIN"
COPY_TILES = f"COPY {TILE} (log, level, number, hashes, root) FROM STDIN"
INSERT_CHECKPOINT = f"""INSERT INTO {CHECKPOINT}
    (size, root, note, index_root, labels, sealed_size, sealed_root, salt, entries, arrived, at)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
LEAVES_FROM = (
    f"SELECT position, label, number, hash, head FROM {LEAF} WHERE log = %s AND position >= %s ORDER BY position"
)
# The last entry of every label, by hopping from label to label along the index instead of reading the whole log.
HEADS = f"""WITH RECURSIVE last AS (
    (SELECT label, number, head FROM {LEAF} WHERE log = %s AND label IS NOT NULL AND position < %s
        ORDER BY label DESC, number DESC LIMIT 1)
    UNION ALL
    SELECT before.label, before.number, before.head FROM last CROSS JOIN LATERAL (
        SELECT label, number, head FROM {LEAF} WHERE log = %s AND label < last.label AND position < %s
        ORDER BY label DESC, number DESC LIMIT 1) before)
    SELECT label, number, head FROM last"""

# Tiles and proofs
LEAF_HASHES = f"SELECT hash FROM {LEAF} WHERE log = %s AND position >= %s AND position < %s ORDER BY position"
TILE_ROOTS = f"""SELECT root FROM {TILE} WHERE log = %s AND level = %s AND number >= %s AND number < %s
    ORDER BY number"""
TILE_HASHES = f"SELECT hashes FROM {TILE} WHERE log = %s AND level = %s AND number = %s"
LEAF_OF = f"SELECT log, position, number, hash FROM {LEAF} WHERE event = %s"
ENTRIES_OF_LABEL = f"""SELECT l.position, l.number, {ROW}, e.salt FROM {LEAF} l LEFT JOIN {EVENT} e ON e.id = l.event
    WHERE l.log = 'open' AND l.label = %s AND l.position < %s ORDER BY l.number"""

# Pages
_NOTED = f"""SELECT e.id, e.act, e.student, e.record, e.part, e.account, e.role, e.door, e.client,
    e.purpose, e.outcome, e.rules, e.law_digest, e.at, e.sealed, l.number, l.position
    FROM {EVENT} e LEFT JOIN {LEAF} l ON l.event = e.id"""
ENTRIES_OF_STUDENT = f"""{_NOTED}
    WHERE e.student = %s AND e.sealed = %s AND (%s::boolean IS NULL OR (e.act = 'record:collected') = %s)
    ORDER BY e.at DESC, e.id DESC LIMIT %s"""
# Those of doors that are not somebody's are apart: whoever tries every door drives nothing else from the page.
SEALED_OF_NO_STUDENT = f"""{_NOTED}
    WHERE e.student IS NULL AND e.sealed AND (e.act = 'door:refused') = %s
        AND (%s::uuid IS NULL OR (e.at, e.id) < (SELECT at, id FROM {EVENT} WHERE id = %s))
    ORDER BY e.at DESC, e.id DESC LIMIT %s"""
# A page of one log of a student: the entries beyond `turn` (an entry; of none, from the newest on), and, beside each,
# what holds of all of them but for `but`. The newest leaf's number stands whatever became of its event.
_PAGE = f"""WITH mine AS (
    {_NOTED}
    WHERE e.student = %(student)s AND e.sealed = %(sealed)s
), turn AS (SELECT at, id FROM mine WHERE id = %(turn)s),
newest AS (SELECT coalesce(max(number), 0) AS number FROM {LEAF} WHERE log = %(log)s AND label = %(label)s),
page AS (
    SELECT * FROM mine
    WHERE id <> %(but)s AND (NOT EXISTS (SELECT FROM turn) OR (at, id) {{beyond}} (SELECT at, id FROM turn))
    ORDER BY at {{order}}, id {{order}} LIMIT %(most)s
), total AS (
    SELECT count(*) FILTER (WHERE id <> %(but)s) AS entries, min(at) FILTER (WHERE id <> %(but)s) AS since,
           (SELECT number FROM newest) AS last, count(number) AS numbered, count(DISTINCT number) AS numbers,
           min(number) AS first, EXISTS (SELECT FROM turn) AS turned
    FROM mine
)
SELECT entries, since, turned,
       numbered = last AND numbers = last AND coalesce(first = 1, last = 0) AS whole, page.*
FROM total LEFT JOIN page ON true ORDER BY page.at DESC, page.id DESC"""
OLDER = _PAGE.format(beyond="<", order="DESC")
NEWER = _PAGE.format(beyond=">", order="ASC")
LATEST = f"""SELECT id FROM {EVENT} WHERE student = %s AND at BETWEEN %s AND %s AND account = %s AND purpose = %s
    AND act = ANY(%s) AND part = ANY(%s) ORDER BY at DESC, id DESC LIMIT 1"""
OPENED_BY = f"""SELECT EXISTS (SELECT FROM {EVENT} WHERE account = %s AND record = ANY(%s) AND at >= %s
    AND act IN ('record:inspected', 'record:copied'))"""
# By the students alone: all that was ever shown has an index by its time too, which would be walked whole.
# Whoever commits later arrived later: what is noted of one student is noted by one act after another.
DONE_SINCE = f"""SELECT record FROM (SELECT record, account, act, outcome, arrival FROM {EVENT} WHERE student = ANY(%s)
    AND record = ANY(%s) OFFSET 0) done GROUP BY record
    HAVING max(arrival) FILTER (WHERE account = %s AND act = %s AND outcome = ANY(%s))
    > coalesce(max(arrival) FILTER (WHERE act = %s), 0)"""
LISTED_TO = f"""SELECT count(*) FROM (SELECT student FROM {EVENT} WHERE act = 'student:listed' AND at >= %s
    AND account = %s AND record = ANY(%s) UNION SELECT unnest(%s::uuid[])) students"""
AT_OF = f"SELECT at FROM {EVENT} WHERE id = %s"
STUDENTS_OF = f"""SELECT student, max(at) FROM {EVENT} WHERE id = ANY(%s) AND act = %s AND student IS NOT NULL
    GROUP BY student"""
OF_PART = f"SELECT id FROM {EVENT} WHERE id = ANY(%s) AND act = %s AND part = %s"
WRITTEN_SINCE = f"SELECT id FROM {EVENT} WHERE id = ANY(%s) AND at >= %s"
ENTRY_OF = f"SELECT id FROM {EVENT} WHERE student = %s AND at = %s AND record = %s AND act = %s LIMIT 1"
LAST_AT = f"SELECT max(at) FROM {EVENT} WHERE student = ANY(%s) AND record = %s AND act = %s"
IS_IN_LOG = f"SELECT 1 FROM {EVENT} WHERE id = %s AND student = %s AND sealed = %s"
LATEST_CHECK = f"""SELECT id, at FROM {EVENT} WHERE act = 'ledger:checked' AND account IS NOT NULL
    ORDER BY arrival DESC LIMIT 1"""
LAST_RESTORED = f"SELECT at FROM {EVENT} WHERE act = 'backup:restored' ORDER BY at DESC LIMIT 1"
COUNT_PENDING = f"SELECT count(*) FROM {EVENT} e WHERE NOT e.sealed AND e.arrival > %s AND {NO_LEAF}"

# Verification. A page of rows comes as one text of lines and tabs: a message of the protocol for each row costs more
# than all its hashes. No genuine value holds a tab or a line's end; in one that does they become what no MAC fits.
LINE = f"""concat_ws(chr(9), l.position, coalesce(l.event::text, '\\N'), coalesce(encode(l.label, 'hex'), '\\N'),
    coalesce(l.number::text, '\\N'), encode(l.hash, 'hex'), coalesce(encode(l.head, 'hex'), '\\N'),
    translate({ROW}, E'\\t\\n', E'\\x1e\\x1e'), coalesce(encode(e.salt, 'hex'), '\\N'),
    coalesce(encode(e.mac, 'hex'), '\\N'))"""
NEXT_LEAF = f"SELECT min(position) FROM {LEAF} WHERE log = %s AND position >= %s"
# Each event is fetched by its index: a join would read all events for each page, once there are many.
WALK = f"""SELECT string_agg({LINE}, chr(10) ORDER BY l.position) FROM {LEAF} l
    LEFT JOIN LATERAL (SELECT * FROM {EVENT} WHERE id = l.event LIMIT 1) e ON true
    WHERE l.log = %s AND l.position BETWEEN %s AND %s"""
CHECKPOINTS_FROM = f"""SELECT size, root, note, index_root, labels, sealed_size, sealed_root, salt, entries, arrived, at
    FROM {CHECKPOINT} WHERE size > %s ORDER BY size LIMIT %s"""
TILES_BETWEEN = f"""SELECT number, hashes, root FROM {TILE}
    WHERE log = %s AND level = %s AND number >= %s AND number < %s ORDER BY number"""
TILES_TOO_MANY = f"""SELECT level, number FROM {TILE} WHERE log = %s
    AND (level < 0 OR number < 0 OR (number + 1) * power(256::numeric, level + 1) > %s)"""
OF_NO_LOG = f"""SELECT log, position FROM {LEAF} WHERE log NOT IN ('open', 'sealed')
    UNION ALL SELECT log, number FROM {TILE} WHERE log NOT IN ('open', 'sealed')"""
SEALED_SIZES = f"SELECT DISTINCT sealed_size FROM {CHECKPOINT}"
UNSEQUENCED = f"""COPY (SELECT {ROW}, encode(e.salt, 'hex'), encode(e.mac, 'hex'), e.arrival FROM {EVENT} e
    WHERE {NO_LEAF} ORDER BY e.at, e.id) TO STDOUT"""
EVENT_IDS = f"""SELECT string_agg(replace(id::text, '-', ''), '' ORDER BY id) FROM
    (SELECT id FROM {EVENT} WHERE %s::uuid IS NULL OR id > %s ORDER BY id LIMIT %s) page"""
# The walk reads one row of each id, as the pages' joins do not: what stands twice is looked for by itself.
TWICE = f"""SELECT 'event', l.log, l.position, e.id FROM (SELECT id FROM {EVENT} GROUP BY id HAVING count(*) > 1) e
    LEFT JOIN LATERAL (SELECT log, position FROM {LEAF} WHERE event = e.id ORDER BY log, position LIMIT 1) l ON true
    UNION ALL SELECT 'leaf', min(log), max(position), event FROM {LEAF}
        WHERE event IS NOT NULL GROUP BY event HAVING count(*) > 1
    UNION ALL SELECT 'tile', log, NULL, NULL FROM {TILE} GROUP BY log, level, number HAVING count(*) > 1
    UNION ALL SELECT 'checkpoint', '{OPEN}', greatest(size, 1) - 1, NULL FROM {CHECKPOINT}
        GROUP BY size HAVING count(*) > 1"""
EVENTS_AMONG = f"SELECT id FROM {EVENT} WHERE id = ANY(%s)"
DESTRUCTIONS_AMONG = f"SELECT id, act, part FROM {EVENT} WHERE id = ANY(%s)"
NUMBERED_AMONG = f"SELECT event FROM {LEAF} WHERE event = ANY(%s)"
OF_ACT = f"""COPY (SELECT {ROW}, encode(e.salt, 'hex'), encode(e.mac, 'hex') FROM {EVENT} e
    WHERE e.act = %s AND (e.record = %s OR %s) ORDER BY e.at, e.id) TO STDOUT"""
ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
# Few acts among many, counted by the index that has these alone: the list has to stand here as it stands there.
_ACTS = ", ".join(f"'{act.value}'" for act in COUNTED)
_COUNTED = f"{EVENT} WHERE act IN ({_ACTS})"
COUNTED_BY_RULES = f"SELECT rules, count(*) FROM {_COUNTED} AND act = ANY(%s) AND at >= %s AND at < %s GROUP BY rules"
COUNTED_FOR = f"SELECT count(*) FROM {_COUNTED} AND act = ANY(%s) AND at >= %s AND at < %s AND purpose = %s"
COUNTED_BUT = f"""SELECT count(*) FROM {_COUNTED} AND act = ANY(%s) AND at >= %s AND at < %s
    AND NOT EXISTS (SELECT FROM {{beside}} b WHERE b.entry = {EVENT}.id)"""
LAST_OF = f"SELECT max(at) FROM {_COUNTED} AND act = %s"
NEWEST_PARTS = f"""SELECT DISTINCT ON (record) record, part FROM {EVENT}
    WHERE student IS NULL AND act = %s AND record IS NOT NULL ORDER BY record, at DESC"""
