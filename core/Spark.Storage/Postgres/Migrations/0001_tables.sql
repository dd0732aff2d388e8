-- Hot tables lead with the conversation's key. Payloads are UTF-8 JSON as bytes, times Unix milliseconds by the nodes' clocks; only leases
-- run by the database's clock. Columns of a fixed length stand first, so that nothing is lost to alignment.

-- A state is rewritten with each turn. It stays in the row as far as a page allows (a state out of line costs four writes more), and
-- pages keep room for the next version, so that no index has to be touched: changed_about, the only indexed column that changes, does so
-- every seventeen minutes at most.
CREATE TABLE conversations (
    sequence bigint NOT NULL,
    began_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    changed_about bigint NOT NULL GENERATED ALWAYS AS (changed_at >> 20) STORED,
    epoch integer NOT NULL,
    lost_epoch integer,
    owner smallint NOT NULL,
    format smallint NOT NULL,
    conversation bytea NOT NULL PRIMARY KEY,
    instance text NOT NULL,
    external_id text NOT NULL,
    state bytea NOT NULL
) WITH (fillfactor = 60, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
ALTER TABLE conversations ALTER COLUMN state SET STORAGE EXTERNAL;
CREATE INDEX conversations_changed ON conversations (changed_about, changed_at, conversation);

CREATE TABLE episodes (
    number integer NOT NULL,
    began_at bigint NOT NULL,
    ended_at bigint,
    conversation bytea NOT NULL,
    bot text NOT NULL,
    version text NOT NULL,
    outcome text,
    reason text,
    PRIMARY KEY (conversation, number)
) WITH (fillfactor = 80);
CREATE INDEX episodes_ended ON episodes (ended_at) WHERE ended_at IS NOT NULL;

-- The effects of a turn are stored once, with its event, a line each; their rows in the outbox stay small.
CREATE TABLE events (
    sequence bigint NOT NULL,
    cause bigint NOT NULL,
    at bigint NOT NULL,
    node bigint NOT NULL,
    format smallint NOT NULL,
    conversation bytea NOT NULL,
    data bytea NOT NULL,
    effects bytea,
    fault bytea,
    PRIMARY KEY (conversation, sequence)
) WITH (toast_tuple_target = 8160);
ALTER TABLE events ALTER COLUMN data SET STORAGE EXTERNAL, ALTER COLUMN effects SET STORAGE EXTERNAL, ALTER COLUMN fault SET STORAGE EXTERNAL;
-- Rows come in the order of time: they enter this index at its end, and leave it at its beginning.
CREATE INDEX events_at ON events (at);

-- key is a hash of the key's source and text: as short for a long id as for a short one.
CREATE TABLE seen (
    sequence bigint NOT NULL,
    at bigint NOT NULL,
    conversation bytea NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (conversation, key)
);
CREATE INDEX seen_at ON seen (at);

CREATE TABLE outbox (
    sequence bigint NOT NULL,
    cause bigint NOT NULL,
    created_at bigint NOT NULL,
    node bigint NOT NULL,
    due_at bigint,
    answered_by bigint,
    position integer NOT NULL,
    epoch integer NOT NULL,
    attempts integer NOT NULL,
    status smallint NOT NULL,
    lane boolean NOT NULL,
    awaited boolean NOT NULL,
    may_have_arrived boolean NOT NULL DEFAULT false,
    late boolean NOT NULL DEFAULT false,
    conversation bytea NOT NULL,
    reason text,
    PRIMARY KEY (conversation, sequence, position)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
-- All three stay as small as what is under way, or in trouble; statements name the condition literally.
CREATE INDEX outbox_open ON outbox (conversation, sequence, position) WHERE status < 10;
CREATE INDEX outbox_answered ON outbox (conversation, answered_by) WHERE answered_by IS NOT NULL;
CREATE INDEX outbox_troubled ON outbox (created_at, conversation, sequence, position) WHERE status IN (11, 12);

CREATE TABLE timers (
    wake_at bigint NOT NULL,
    conversation bytea NOT NULL PRIMARY KEY
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX timers_wake ON timers (wake_at);

-- A row stays as long as open effects name it: to find what the dead have left, it is enough to find a dead one. What is put into
-- nobody's hands goes to node 0, whose lease has always run out.
CREATE TABLE nodes (
    id bigint NOT NULL PRIMARY KEY,
    name text NOT NULL,
    format integer NOT NULL,
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE revision (
    single boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (single),
    revision bigint NOT NULL
) WITH (fillfactor = 50);
INSERT INTO revision (revision) VALUES (1);

CREATE TABLE bot_versions (
    kept_at bigint NOT NULL,
    bot text NOT NULL,
    version text NOT NULL,
    source bytea NOT NULL,
    PRIMARY KEY (bot, version)
);

CREATE TABLE publications (
    bot text NOT NULL PRIMARY KEY,
    version text NOT NULL
);

CREATE TABLE settings (
    name text NOT NULL PRIMARY KEY,
    value bytea NOT NULL
) WITH (fillfactor = 50);
