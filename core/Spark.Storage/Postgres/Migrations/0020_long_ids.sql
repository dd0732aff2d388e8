-- Channels give ids of any length, and a row of a B-tree ends at 2.7 kB: somebody with a longer one could not be remembered, and a turn with
-- a bot that remembers them was refused. What has more than 2,000 bytes is known by its hash, as the names of links are; the id itself
-- stands beside it, because it is by the id that a channel writes to people.
ALTER TABLE people ADD COLUMN whole_id text;

-- Of what has fitted until now.
UPDATE people SET whole_id = id, id = 'sha256:' || encode(sha256(convert_to(id, 'UTF8')), 'hex') WHERE octet_length(id) > 2000;
UPDATE people SET principal_key = 'sha256:' || encode(sha256(convert_to(principal_key, 'UTF8')), 'hex') WHERE octet_length(principal_key) > 2000;
UPDATE people SET email_key = 'sha256:' || encode(sha256(convert_to(email_key, 'UTF8')), 'hex') WHERE octet_length(email_key) > 2000;
UPDATE person_variables SET person = 'sha256:' || encode(sha256(convert_to(person, 'UTF8')), 'hex') WHERE octet_length(person) > 2000;
