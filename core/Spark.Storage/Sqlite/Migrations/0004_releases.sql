-- Every publication of a bot, with its note; the last one of a bot answers new episodes.

CREATE TABLE releases (
    number INTEGER PRIMARY KEY,
    bot TEXT NOT NULL,
    version TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    move TEXT NOT NULL,
    origin TEXT NOT NULL
);
CREATE INDEX releases_of_bot ON releases (bot, number);

INSERT INTO releases (bot, version, note, at, move, origin)
SELECT p.bot, p.version, '', coalesce((SELECT v.kept_at FROM bot_versions v WHERE v.bot = p.bot AND v.version = p.version), 0), 'finish', 'folder'
FROM publications p ORDER BY p.bot;
