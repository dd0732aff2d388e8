-- What bots know of people in all their conversations. A row without a value says that it was cleared, so that an older word of another
-- conversation does not bring it back.

CREATE TABLE person_variables (
    at bigint NOT NULL,
    until bigint,
    person text NOT NULL,
    bot text NOT NULL,
    name text NOT NULL,
    value bytea,
    PRIMARY KEY (person, bot, name)
);
CREATE INDEX person_variables_until ON person_variables (until) WHERE until IS NOT NULL;
