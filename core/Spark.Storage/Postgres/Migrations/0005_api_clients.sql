-- Systems that call, the tokens they were given (as hashes), what they and operators did, and the files that they sent.

CREATE TABLE api_clients (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    permissions text NOT NULL,
    domains text NOT NULL,
    created_at bigint NOT NULL,
    revoked_at bigint,
    secret bytea NOT NULL,
    previous_secret bytea,
    previous_until bigint
);
CREATE UNIQUE INDEX api_clients_by_name ON api_clients (name) WHERE revoked_at IS NULL;

CREATE TABLE api_tokens (
    hash bytea NOT NULL PRIMARY KEY,
    client text NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX api_tokens_by_end ON api_tokens (expires_at);
CREATE INDEX api_tokens_of_client ON api_tokens (client);

CREATE TABLE audit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    what text NOT NULL,
    subject text,
    details text
);

CREATE TABLE files (
    id text NOT NULL PRIMARY KEY,
    kept_at bigint NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL
);
CREATE INDEX files_by_age ON files (kept_at);
