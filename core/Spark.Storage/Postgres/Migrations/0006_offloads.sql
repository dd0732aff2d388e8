-- The names by which far systems (a desk that was given a conversation, a link that was sent) find back to our conversations.
CREATE TABLE links (
    at bigint NOT NULL,
    lines integer NOT NULL,
    connection text NOT NULL,
    external_id text NOT NULL,
    instance text NOT NULL,
    conversation_id text NOT NULL,
    PRIMARY KEY (connection, external_id)
);
CREATE INDEX links_at ON links (at);

-- What goes to a desk leaves in a lane of its own, beside that of the channel.
ALTER TABLE outbox ADD COLUMN desk boolean NOT NULL DEFAULT false;
