-- The trained classifiers of each version of a bot, one a language. A model is named by the hash of what it was trained on.
CREATE TABLE bot_models (
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    key TEXT NOT NULL,
    model BLOB NOT NULL,
    PRIMARY KEY (bot, version, key)
);
