-- By what operators find episodes: the texts of each, from the beginning of each of their words on. Number 0 is what all episodes of a
-- conversation are found by: its person, and its name on the channel.
CREATE TABLE search_words (
    conversation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (conversation, number, word)
) WITHOUT ROWID;
CREATE INDEX search_words_word ON search_words (word, conversation, number);

-- Whoever deletes an episode deletes its words; with its last episode a conversation is listed no more.
CREATE TRIGGER episodes_gone AFTER DELETE ON episodes BEGIN
    DELETE FROM search_words WHERE conversation = old.conversation AND number = old.number;
    DELETE FROM search_words WHERE conversation = old.conversation AND number = 0
        AND NOT EXISTS (SELECT 1 FROM episodes WHERE conversation = old.conversation);
END;

-- Conversations from before are given their words page by page; the index is as small as what is left of them.
ALTER TABLE conversations ADD COLUMN has_words INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversations_wordless ON conversations (id) WHERE has_words = 0;
