-- Hot tables lead with the conversation's key. Payloads are UTF-8 JSON, times Unix milliseconds.

-- States are long and rewritten with each turn: a table with row ids keeps them in one leaf page, where a table without them would
-- spill each into overflow pages of its own.
CREATE TABLE conversations (
    conversation BLOB NOT NULL UNIQUE,
    instance TEXT NOT NULL,
    external_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    lost_epoch INTEGER,
    began_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    format INTEGER NOT NULL,
    state BLOB NOT NULL
);

CREATE TABLE episodes (
    conversation BLOB NOT NULL,
    number INTEGER NOT NULL,
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT,
    reason TEXT,
    PRIMARY KEY (conversation, number)
) WITHOUT ROWID;

CREATE TABLE events (
    conversation BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    at INTEGER NOT NULL,
    format INTEGER NOT NULL,
    data BLOB NOT NULL,
    fault BLOB,
    PRIMARY KEY (conversation, sequence)
) WITHOUT ROWID;

CREATE TABLE seen (
    conversation BLOB NOT NULL,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation, source, key)
) WITHOUT ROWID;

CREATE TABLE outbox (
    conversation BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    status INTEGER NOT NULL,
    awaited INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_have_arrived INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    due_at INTEGER,
    answered_by INTEGER,
    reason TEXT,
    format INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (conversation, sequence, position)
) WITHOUT ROWID;

-- Both stay as small as what is under way; statements name the condition literally, or SQLite does not take the index.
CREATE INDEX outbox_open ON outbox (conversation, sequence, position) WHERE status < 10;
CREATE INDEX outbox_answered ON outbox (conversation, answered_by) WHERE answered_by IS NOT NULL;

CREATE TABLE bot_versions (
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    source BLOB NOT NULL,
    PRIMARY KEY (bot, version)
) WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
