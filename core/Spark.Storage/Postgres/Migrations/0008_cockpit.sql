-- Who may sign in to the cockpit, who is signed in, and what designers have not published yet.

CREATE TABLE accounts (
    created_at bigint NOT NULL,
    is_disabled boolean NOT NULL,
    name text NOT NULL PRIMARY KEY,
    display text NOT NULL,
    role text NOT NULL,
    password bytea NOT NULL
);

CREATE TABLE sessions (
    created_at bigint NOT NULL,
    used_at bigint NOT NULL,
    id bytea NOT NULL PRIMARY KEY,
    account text NOT NULL,
    csrf text NOT NULL
);

-- The files of a bot while somebody works on them; the number rises with each save, so that nobody overwrites what they have not seen.
CREATE TABLE drafts (
    number bigint NOT NULL,
    saved_at bigint NOT NULL,
    bot text NOT NULL PRIMARY KEY,
    saved_by text NOT NULL,
    files bytea NOT NULL
);

-- Channel instances and connections that the environment file does not name; their settings are sealed.
CREATE TABLE instances (
    name text NOT NULL PRIMARY KEY,
    data bytea NOT NULL
);

-- Written once with each episode, not with its turns: operators list episodes by their beginning.
CREATE INDEX episodes_began ON episodes (began_at, conversation, number);
