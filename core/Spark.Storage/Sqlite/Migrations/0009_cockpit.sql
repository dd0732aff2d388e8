-- Who may sign in to the cockpit, who is signed in, and what designers have not published yet.

CREATE TABLE accounts (
    name TEXT NOT NULL PRIMARY KEY,
    display TEXT NOT NULL,
    role TEXT NOT NULL,
    password BLOB NOT NULL,
    is_disabled INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The files of a bot while somebody works on them; the number rises with each save, so that nobody overwrites what they have not seen.
CREATE TABLE drafts (
    bot TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    files BLOB NOT NULL
) WITHOUT ROWID;

-- Channel instances and connections that the environment file does not name; their settings are sealed.
CREATE TABLE instances (
    name TEXT NOT NULL PRIMARY KEY,
    data BLOB NOT NULL
) WITHOUT ROWID;

-- Written once with each episode, not with its turns: operators list episodes by their beginning.
CREATE INDEX episodes_began ON episodes (began_at, conversation, number);
