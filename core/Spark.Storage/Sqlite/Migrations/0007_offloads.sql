-- The names by which far systems (a desk that was given a conversation, a link that was sent) find back to our conversations.

CREATE TABLE links (
    connection TEXT NOT NULL,
    external_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    instance TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    PRIMARY KEY (connection, external_id)
) WITHOUT ROWID;
CREATE INDEX links_at ON links (at);
