-- The people whom channel instances can write to of themselves. The keys are the addresses in capitals, as they are compared.

CREATE TABLE people (
    written_at bigint NOT NULL,
    reachable boolean NOT NULL,
    instance text NOT NULL,
    id text NOT NULL,
    principal_key text,
    principal_name text,
    email_key text,
    email text,
    name text,
    conversation text,
    details bytea,
    PRIMARY KEY (instance, id)
);
CREATE INDEX people_by_principal ON people (instance, principal_key, written_at) WHERE principal_key IS NOT NULL;
CREATE INDEX people_by_email ON people (instance, email_key, written_at) WHERE email_key IS NOT NULL;
