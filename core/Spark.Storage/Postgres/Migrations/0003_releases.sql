-- Every publication of a bot, with its note; the last one of a bot answers new episodes.

CREATE TABLE releases (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    bot text NOT NULL,
    version text NOT NULL,
    note text NOT NULL,
    move text NOT NULL,
    origin text NOT NULL
);
CREATE INDEX releases_of_bot ON releases (bot, number);

INSERT INTO releases (bot, version, note, at, move, origin)
SELECT p.bot, p.version, '', coalesce((SELECT v.kept_at FROM bot_versions v WHERE v.bot = p.bot AND v.version = p.version), 0), 'finish', 'folder'
FROM publications p ORDER BY p.bot;
