-- Files belong to conversations, know their size, and lie in pieces, so that no write and no read holds a whole one.

ALTER TABLE files ADD COLUMN conversation bytea;
ALTER TABLE files ADD COLUMN size bigint;
ALTER TABLE files ADD COLUMN is_whole boolean NOT NULL DEFAULT true;
UPDATE files SET size = length(content);
ALTER TABLE files ALTER COLUMN size SET NOT NULL;
ALTER TABLE files ALTER COLUMN is_whole DROP DEFAULT;

-- Whoever deletes a file deletes all of it.
CREATE TABLE file_pieces (
    file text NOT NULL REFERENCES files ON DELETE CASCADE,
    number integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (file, number)
);

-- Most of what people send is packed already.
ALTER TABLE file_pieces ALTER COLUMN content SET STORAGE EXTERNAL;

INSERT INTO file_pieces (file, number, content) SELECT id, 0, content FROM files;
ALTER TABLE files DROP COLUMN content;

DROP INDEX files_by_age;
CREATE INDEX files_by_age ON files (kept_at, size);
CREATE INDEX files_of_conversation ON files (conversation, kept_at) WHERE conversation IS NOT NULL;
