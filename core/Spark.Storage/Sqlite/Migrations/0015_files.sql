-- Files belong to conversations, know their size, and lie in pieces, so that no write and no read holds a whole one.

CREATE TABLE file_pieces (
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (file, number)
);

INSERT INTO file_pieces (file, number, content) SELECT id, 0, content FROM files;

CREATE TABLE kept_files (
    id TEXT NOT NULL PRIMARY KEY,
    conversation BLOB,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    kept_at INTEGER NOT NULL,
    is_whole INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO kept_files (id, name, media_type, size, kept_at, is_whole)
SELECT id, name, media_type, length(content), kept_at, 1 FROM files;

DROP TABLE files;
ALTER TABLE kept_files RENAME TO files;
CREATE INDEX files_by_age ON files (kept_at, size);
CREATE INDEX files_of_conversation ON files (conversation, kept_at) WHERE conversation IS NOT NULL;

-- Whoever deletes a file deletes all of it.
CREATE TRIGGER files_gone AFTER DELETE ON files BEGIN
    DELETE FROM file_pieces WHERE file = old.id;
END;
