-- Accounts whose person another system vouches for, and accounts that see to some bots only.

ALTER TABLE accounts ADD COLUMN issuer TEXT;
ALTER TABLE accounts ADD COLUMN subject TEXT;
ALTER TABLE accounts ADD COLUMN bots TEXT;
CREATE UNIQUE INDEX accounts_by_subject ON accounts (issuer, subject) WHERE subject IS NOT NULL;

-- What scripts bring to the admin API instead of a session: the token's hash, and what it may do.
CREATE TABLE access_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    rights TEXT NOT NULL,
    bots TEXT,
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) WITHOUT ROWID;

-- Written once with each conversation, not with its turns: counts of one channel would else read every state.
CREATE INDEX conversations_channel ON conversations (id, instance);
