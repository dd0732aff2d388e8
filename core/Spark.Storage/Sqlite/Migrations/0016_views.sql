-- Views of the conversations' list that people have saved: the query of the page's address. An owner without a name is everybody.
CREATE TABLE views (
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    PRIMARY KEY (owner, name)
) WITHOUT ROWID;

-- Counts of any time and any filter read one index and no row. It is written when an episode begins and when it ends, not with each turn.
ALTER TABLE episodes ADD COLUMN instance TEXT NOT NULL DEFAULT '';
UPDATE episodes SET instance = coalesce((SELECT c.instance FROM conversations c WHERE c.id = conversation), '');
DROP INDEX episodes_began;
DROP INDEX conversations_channel;
CREATE INDEX episodes_began ON episodes (began_at, conversation, number, outcome, ended_at, instance, bot, type);
