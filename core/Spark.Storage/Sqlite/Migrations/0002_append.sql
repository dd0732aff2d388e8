-- A turn dirties few pages: what it logs is appended, what has ended leaves every index, keys that rise with time rise in their table.

ALTER TABLE conversations RENAME TO conversations_1;
ALTER TABLE episodes RENAME TO episodes_1;
ALTER TABLE events RENAME TO events_1;
ALTER TABLE seen RENAME TO seen_1;
ALTER TABLE outbox RENAME TO outbox_1;
DROP INDEX outbox_open;
DROP INDEX outbox_answered;

-- States are long and rewritten with each turn: a table with row ids keeps them in one leaf page, where a table without them would
-- spill each into overflow pages of its own.
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    instance TEXT NOT NULL,
    external_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    lost_epoch INTEGER,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    last_event INTEGER NOT NULL,
    format INTEGER NOT NULL,
    state BLOB NOT NULL
);

CREATE TABLE episodes (
    conversation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT,
    reason TEXT,
    PRIMARY KEY (conversation, number)
) WITHOUT ROWID;

-- Only appended, and deleted from the old end. A conversation's log is the chain from its last event over "previous" (0: none before);
-- a chain ends where rows were deleted. The effects' payloads lie here, in one array; their rows of the outbox are the
-- "effect_count" ones from "first_effect" on.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    first_effect INTEGER NOT NULL,
    effect_count INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    at INTEGER NOT NULL,
    node INTEGER NOT NULL,
    format INTEGER NOT NULL,
    data BLOB NOT NULL,
    effects BLOB,
    fault BLOB
);

CREATE TABLE seen (
    key TEXT NOT NULL,
    source TEXT NOT NULL,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (key, source, conversation)
) WITHOUT ROWID;

-- Rows name the conversation by its key, so that open ones are found and paged by their address without a look at the conversation.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    conversation BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    event INTEGER NOT NULL,
    in_lane INTEGER NOT NULL,
    status INTEGER NOT NULL,
    awaited INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_have_arrived INTEGER NOT NULL,
    is_late INTEGER NOT NULL,
    node INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    answered_by INTEGER,
    reason TEXT
);

CREATE TABLE timers (
    conversation INTEGER PRIMARY KEY,
    due_at INTEGER NOT NULL
);

CREATE TABLE nodes (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    format INTEGER NOT NULL,
    lease INTEGER NOT NULL
);

CREATE TABLE publications (
    bot TEXT NOT NULL PRIMARY KEY,
    version TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE revision (
    number INTEGER NOT NULL
);

INSERT INTO revision (number) VALUES (0);

CREATE TEMP TABLE placed AS
SELECT
    row_number() OVER (ORDER BY e.at, c.rowid, e.sequence) AS id,
    c.rowid AS conversation,
    e.conversation AS key,
    e.sequence AS sequence
FROM events_1 e JOIN conversations_1 c ON c.conversation = e.conversation;
CREATE UNIQUE INDEX temp.placed_by_sequence ON placed (key, sequence);

CREATE TEMP TABLE placed_effects AS
SELECT
    row_number() OVER (ORDER BY p.id, o.position) AS id,
    p.id AS event,
    o.*,
    CAST(o.data AS TEXT) AS json
FROM outbox_1 o JOIN placed p ON p.key = o.conversation AND p.sequence = o.sequence;
CREATE INDEX temp.placed_effects_by_event ON placed_effects (event, position);

INSERT INTO conversations (id, key, instance, external_id, sequence, owner, epoch, lost_epoch, began_at, changed_at, last_event, format, state)
SELECT
    c.rowid, c.conversation, c.instance, c.external_id, c.sequence, c.owner, c.epoch, c.lost_epoch, c.began_at, c.changed_at,
    coalesce((SELECT p.id FROM placed p WHERE p.key = c.conversation AND p.sequence = c.sequence), 0), c.format, c.state
FROM conversations_1 c;

INSERT INTO episodes (conversation, number, bot, version, began_at, ended_at, outcome, reason)
SELECT c.rowid, e.number, e.bot, e.version, e.began_at, e.ended_at, e.outcome, e.reason
FROM episodes_1 e JOIN conversations_1 c ON c.conversation = e.conversation;

INSERT INTO events (id, conversation, sequence, previous, first_effect, effect_count, cause, at, node, format, data, effects, fault)
SELECT
    p.id, p.conversation, p.sequence,
    coalesce((SELECT b.id FROM placed b WHERE b.key = p.key AND b.sequence = p.sequence - 1), 0),
    coalesce((SELECT min(f.id) FROM placed_effects f WHERE f.event = p.id), 0),
    (SELECT count(*) FROM placed_effects f WHERE f.event = p.id),
    e.cause, e.at, 0, e.format, e.data,
    (SELECT CAST('[' || group_concat(f.json, ',') || ']' AS BLOB)
     FROM (SELECT json FROM placed_effects WHERE event = p.id ORDER BY position) f),
    e.fault
FROM placed p JOIN events_1 e ON e.conversation = p.key AND e.sequence = p.sequence
ORDER BY p.id;

INSERT INTO seen (key, source, conversation, sequence, at)
SELECT s.key, s.source, c.rowid, s.sequence, s.at
FROM seen_1 s JOIN conversations_1 c ON c.conversation = s.conversation;

INSERT INTO outbox (
    id, conversation, sequence, position, event, in_lane, status, awaited, epoch, cause, attempts, may_have_arrived, is_late, node,
    created_at, due_at, answered_by, reason)
SELECT
    f.id, f.conversation, f.sequence, f.position, f.event, json_extract(f.json, '$.effect') <> 'action', f.status, f.awaited, f.epoch, f.cause,
    f.attempts, f.may_have_arrived, 0, 0, f.created_at, f.due_at, f.answered_by, f.reason
FROM placed_effects f
ORDER BY f.id;

DROP TABLE placed_effects;
DROP TABLE placed;
DROP TABLE outbox_1;
DROP TABLE seen_1;
DROP TABLE events_1;
DROP TABLE episodes_1;
DROP TABLE conversations_1;

-- All stay as small as what is under way, or as what an operator has to see to; statements name the condition literally, or SQLite does
-- not take the index.
CREATE INDEX outbox_open ON outbox (conversation, sequence, position) WHERE status < 10;
CREATE INDEX outbox_failed ON outbox (conversation, sequence, position) WHERE status IN (11, 12);
CREATE INDEX outbox_answered ON outbox (conversation, answered_by) WHERE answered_by IS NOT NULL;
CREATE INDEX timers_due ON timers (due_at);
