-- Attempts to open tickets go with the retention of their conversations, and are found by their age.

CREATE INDEX escalations_began ON escalations (began_at);
