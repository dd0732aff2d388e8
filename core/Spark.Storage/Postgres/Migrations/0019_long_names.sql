-- Channels and desks give ids of any length, and a row of a B-tree ends at 2.7 kB: a link to a conversation with a longer id was refused. A
-- hash has one length. Only erasure and export look for links by their conversation, and the statements stay as they were.
DROP INDEX links_of_conversation;
CREATE INDEX links_of_conversation ON links USING hash (conversation_id);
