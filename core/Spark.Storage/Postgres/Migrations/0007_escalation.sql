-- What administrators set while the host runs. Secrets lie sealed, with the id of their key beside them; the key lies outside the database.

CREATE TABLE configuration (
    edition bigint NOT NULL,
    changed_at bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    key_id text,
    data bytea NOT NULL,
    sealed bytea,
    PRIMARY KEY (kind, name)
);

CREATE TABLE configuration_history (
    edition bigint NOT NULL,
    changed_at bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (kind, name, edition)
);

-- The attempts to open tickets. The number is the guard: two who have seen the same attempts cannot both begin the next.
CREATE TABLE escalations (
    sequence bigint NOT NULL,
    began_at bigint NOT NULL,
    ended_at bigint,
    number integer NOT NULL,
    position integer NOT NULL,
    conversation bytea NOT NULL,
    correlation text NOT NULL,
    result text,
    ticket text,
    ticket_id text,
    ticket_url text,
    reason text,
    PRIMARY KEY (conversation, number),
    UNIQUE (conversation, sequence, position)
);

ALTER TABLE episodes ADD COLUMN type text, ADD COLUMN category text, ADD COLUMN ticket text, ADD COLUMN ticket_url text;
