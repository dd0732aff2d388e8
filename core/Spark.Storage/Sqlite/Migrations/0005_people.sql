-- The people whom channel instances can write to of themselves. The keys are the addresses in capitals, as they are compared.

CREATE TABLE people (
    instance TEXT NOT NULL,
    id TEXT NOT NULL,
    principal_key TEXT,
    principal_name TEXT,
    email_key TEXT,
    email TEXT,
    name TEXT,
    conversation TEXT,
    details BLOB,
    reachable INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (instance, id)
) WITHOUT ROWID;
CREATE INDEX people_by_principal ON people (instance, principal_key, written_at) WHERE principal_key IS NOT NULL;
CREATE INDEX people_by_email ON people (instance, email_key, written_at) WHERE email_key IS NOT NULL;
