-- The row of a conversation is rewritten with each turn, and touches no index only where no indexed column has changed. The time of the
-- change to the millisecond stood in this index beside the coarse one, so that every turn wrote to both of the table's indexes.
DROP INDEX conversations_changed;
CREATE INDEX conversations_changed ON conversations (changed_about);
