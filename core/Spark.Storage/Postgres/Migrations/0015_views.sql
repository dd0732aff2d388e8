-- Views of the conversations' list that people have saved: the query of the page's address. An owner without a name is everybody.
CREATE TABLE views (
    owner text NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    PRIMARY KEY (owner, name)
);

-- Counts of any time and any filter read one index and no row. It is written when an episode begins and when it ends, not with each turn.
ALTER TABLE episodes ADD COLUMN instance text NOT NULL DEFAULT '';
UPDATE episodes e SET instance = c.instance FROM conversations c WHERE c.conversation = e.conversation;
DROP INDEX episodes_began;
CREATE INDEX episodes_began ON episodes (began_at, conversation, number) INCLUDE (outcome, ended_at, instance, bot, type);
