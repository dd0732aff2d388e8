-- How many conversations still hold each version of a bot: the page of the bots asks, and read all episodes there ever were for it.
CREATE INDEX episodes_open ON episodes (bot, version) WHERE ended_at IS NULL;
