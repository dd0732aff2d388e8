-- Accounts whose person another system vouches for, and accounts that see to some bots only.

ALTER TABLE accounts ADD COLUMN issuer text;
ALTER TABLE accounts ADD COLUMN subject text;
ALTER TABLE accounts ADD COLUMN bots text;
CREATE UNIQUE INDEX accounts_by_subject ON accounts (issuer, subject) WHERE subject IS NOT NULL;

-- What scripts bring to the admin API instead of a session: the token's hash, and what it may do.
CREATE TABLE access_tokens (
    id text PRIMARY KEY,
    name text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    rights text NOT NULL,
    bots text,
    made_by text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
