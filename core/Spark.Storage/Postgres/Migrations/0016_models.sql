-- The trained classifiers of each version of a bot, one a language. A model is named by the hash of what it was trained on.
CREATE TABLE bot_models (
    bot text NOT NULL,
    version text NOT NULL,
    key text NOT NULL,
    model bytea NOT NULL,
    PRIMARY KEY (bot, version, key)
);
-- Its bytes are weights, which hold nothing that could be packed.
ALTER TABLE bot_models ALTER COLUMN model SET STORAGE EXTERNAL;
