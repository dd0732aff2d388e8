-- A bot that is switched off answers with its dialog for that.

ALTER TABLE publications ADD COLUMN is_off INTEGER NOT NULL DEFAULT 0;
