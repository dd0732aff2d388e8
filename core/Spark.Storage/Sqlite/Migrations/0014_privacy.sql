-- What was shared of a conversation goes with it. Episodes go by the time that their bot is kept for.

CREATE INDEX links_of_conversation ON links (instance, conversation_id);
CREATE INDEX episodes_of_bot ON episodes (bot, ended_at) WHERE ended_at IS NOT NULL;
