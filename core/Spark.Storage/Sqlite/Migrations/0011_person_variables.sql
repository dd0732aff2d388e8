-- What bots know of people in all their conversations. A row without a value says that it was cleared, so that an older word of another
-- conversation does not bring it back.

CREATE TABLE person_variables (
    person TEXT NOT NULL,
    bot TEXT NOT NULL,
    name TEXT NOT NULL,
    value BLOB,
    at INTEGER NOT NULL,
    until INTEGER,
    PRIMARY KEY (person, bot, name)
) WITHOUT ROWID;
CREATE INDEX person_variables_until ON person_variables (until) WHERE until IS NOT NULL;
