-- Few pages for a turn (decision 0009): the log is appended and read backwards along its chain, what a turn wants done is stored once with
-- its event, rows of the outbox are small, and only those that are open or in trouble are in an index.

ALTER TABLE conversations RENAME TO conversations_1;
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    conversation BLOB NOT NULL UNIQUE,
    instance TEXT NOT NULL,
    external_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    lost_epoch INTEGER,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_about INTEGER NOT NULL,
    format INTEGER NOT NULL,
    last_event INTEGER NOT NULL,
    state BLOB NOT NULL
);
INSERT INTO conversations (conversation, instance, external_id, sequence, owner, epoch, lost_epoch, began_at, changed_at, changed_about, format, last_event, state)
SELECT conversation, instance, external_id, sequence, owner, epoch, lost_epoch, began_at, changed_at, changed_at >> 20, format, 0, state FROM conversations_1;
DROP TABLE conversations_1;

-- For lists, the newest first. It is written every seventeen minutes of a conversation at most.
CREATE INDEX conversations_changed ON conversations (changed_about);

-- previous is the row of the event before in the same conversation; 0 for none. effects: a line of JSON each, by position.
ALTER TABLE events RENAME TO events_1;
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    at INTEGER NOT NULL,
    node INTEGER NOT NULL,
    format INTEGER NOT NULL,
    data BLOB NOT NULL,
    effects BLOB,
    fault BLOB,
    trace TEXT
);
CREATE TEMP TABLE order_1 AS
SELECT row_number() OVER (ORDER BY e.at, e.conversation, e.sequence) AS id, c.id AS conversation, e.conversation AS key, e.sequence
FROM events_1 e JOIN conversations c ON c.conversation = e.conversation;
CREATE UNIQUE INDEX order_1_key ON order_1 (conversation, sequence);
INSERT INTO events (id, conversation, sequence, previous, cause, at, node, format, data, effects, fault)
SELECT o.id, o.conversation, o.sequence,
    coalesce((SELECT p.id FROM order_1 p WHERE p.conversation = o.conversation AND p.sequence < o.sequence ORDER BY p.sequence DESC LIMIT 1), 0),
    e.cause, e.at, 0, e.format, e.data,
    (SELECT CAST(group_concat(CAST(data AS TEXT), char(10)) AS BLOB)
        FROM (SELECT x.data FROM outbox x WHERE x.conversation = o.key AND x.sequence = o.sequence ORDER BY x.position)),
    e.fault
FROM order_1 o JOIN events_1 e ON e.conversation = o.key AND e.sequence = o.sequence ORDER BY o.id;
UPDATE conversations SET last_event = coalesce((SELECT o.id FROM order_1 o WHERE o.conversation = conversations.id ORDER BY o.sequence DESC LIMIT 1), 0);

-- id = row of the event * 1024 + position: from one the other is found, and rows are appended in the order of time.
ALTER TABLE outbox RENAME TO outbox_1;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    status INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    awaited INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    node INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_have_arrived INTEGER NOT NULL DEFAULT 0,
    late INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    answered_by INTEGER,
    reason TEXT
);
INSERT INTO outbox (id, conversation, sequence, position, status, lane, awaited, epoch, cause, node, attempts, may_have_arrived, created_at, due_at, answered_by, reason)
SELECT o.id * 1024 + x.position, o.conversation, o.sequence, x.position, x.status, json_extract(CAST(x.data AS TEXT), '$.effect') <> 'action', x.awaited, x.epoch, x.cause, 0,
    x.attempts, x.may_have_arrived, x.created_at, x.due_at, x.answered_by, x.reason
FROM order_1 o JOIN outbox_1 x ON x.conversation = o.key AND x.sequence = o.sequence ORDER BY o.id, x.position;
DROP TABLE outbox_1;
DROP TABLE events_1;
DROP TABLE order_1;

-- Statements name these conditions literally, or SQLite does not take the index.
CREATE INDEX outbox_open ON outbox (conversation, sequence, position) WHERE status < 10;
CREATE INDEX outbox_answered ON outbox (conversation, answered_by) WHERE answered_by IS NOT NULL;
CREATE INDEX outbox_troubled ON outbox (id) WHERE status IN (11, 12);
CREATE INDEX outbox_troubled_address ON outbox (conversation, sequence, position) WHERE status IN (11, 12);

-- Keys of channels rise with time: ordered by them, the newest lie together.
ALTER TABLE seen RENAME TO seen_1;
CREATE TABLE seen (
    key TEXT NOT NULL,
    source TEXT NOT NULL,
    conversation INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (key, source, conversation)
) WITHOUT ROWID;
INSERT INTO seen SELECT s.key, s.source, c.id, s.sequence, s.at FROM seen_1 s JOIN conversations c ON c.conversation = s.conversation;
DROP TABLE seen_1;

ALTER TABLE episodes RENAME TO episodes_1;
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
INSERT INTO episodes SELECT c.id, e.number, e.bot, e.version, e.began_at, e.ended_at, e.outcome, e.reason FROM episodes_1 e JOIN conversations c ON c.conversation = e.conversation;
DROP TABLE episodes_1;

-- Moments at which conversations are to be looked at, one each.
CREATE TABLE timers (
    conversation INTEGER PRIMARY KEY,
    wake_at INTEGER NOT NULL
);
CREATE INDEX timers_wake ON timers (wake_at);

CREATE TABLE publications (
    bot TEXT NOT NULL PRIMARY KEY,
    version TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE revision (
    single INTEGER NOT NULL PRIMARY KEY CHECK (single = 1),
    revision INTEGER NOT NULL
);
INSERT INTO revision VALUES (1, 1);
