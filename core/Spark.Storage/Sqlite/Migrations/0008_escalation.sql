-- What administrators set while the host runs. Secrets lie sealed, with the id of their key beside them; the key lies outside the database.

CREATE TABLE configuration (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    edition INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    key_id TEXT,
    data BLOB NOT NULL,
    sealed BLOB,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;

CREATE TABLE configuration_history (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    edition INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (kind, name, edition)
) WITHOUT ROWID;

-- The attempts to open tickets. The number is the guard: two who have seen the same attempts cannot both begin the next.
CREATE TABLE escalations (
    conversation BLOB NOT NULL,
    number INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    ended_at INTEGER,
    correlation TEXT NOT NULL,
    result TEXT,
    ticket TEXT,
    ticket_id TEXT,
    ticket_url TEXT,
    reason TEXT,
    PRIMARY KEY (conversation, number),
    UNIQUE (conversation, sequence, position)
) WITHOUT ROWID;

ALTER TABLE episodes ADD COLUMN type TEXT;
ALTER TABLE episodes ADD COLUMN category TEXT;
ALTER TABLE episodes ADD COLUMN ticket TEXT;
ALTER TABLE episodes ADD COLUMN ticket_url TEXT;
