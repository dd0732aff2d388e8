-- By what operators find episodes: the texts of each, from the beginning of each of their words on. Number 0 is what all episodes of a
-- conversation are found by: its person, and its name on the channel.
CREATE TABLE search_words (
    number integer NOT NULL,
    conversation bytea NOT NULL,
    word text COLLATE "C" NOT NULL,
    PRIMARY KEY (conversation, number, word)
);
CREATE INDEX search_words_word ON search_words (word, conversation, number);

-- Whoever deletes an episode deletes its words, also a node that does not know of them; with its last episode a conversation is listed no more.
CREATE FUNCTION forget_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_words w USING gone g WHERE w.conversation = g.conversation
        AND (w.number = g.number OR (w.number = 0 AND NOT EXISTS (SELECT FROM episodes e WHERE e.conversation = g.conversation)));
    RETURN NULL;
END
$$;
CREATE TRIGGER episodes_gone AFTER DELETE ON episodes REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_search_words();

-- Conversations from before, and of nodes that do not know of words, are given theirs page by page; the index is as small as what is left of them.
ALTER TABLE conversations ADD COLUMN has_words boolean NOT NULL DEFAULT false;
CREATE INDEX conversations_wordless ON conversations (conversation) WHERE NOT has_words;
