-- Systems that call, the tokens they were given (as hashes), what they and operators did, and the files that they sent.

CREATE TABLE api_clients (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    domains TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    secret BLOB NOT NULL,
    previous_secret BLOB,
    previous_until INTEGER
) WITHOUT ROWID;
CREATE UNIQUE INDEX api_clients_by_name ON api_clients (name) WHERE revoked_at IS NULL;

CREATE TABLE api_tokens (
    hash BLOB NOT NULL PRIMARY KEY,
    client TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX api_tokens_by_end ON api_tokens (expires_at);
CREATE INDEX api_tokens_of_client ON api_tokens (client);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT,
    details TEXT
);

CREATE TABLE files (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE INDEX files_by_age ON files (kept_at);
