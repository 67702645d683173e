-- What the target holds of each record, and the delivery not yet settled. One row a record, for ever.
-- The same SQL for H2 2.x and PostgreSQL 15+.

CREATE TABLE flow (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name VARCHAR(100) NOT NULL UNIQUE
);

CREATE TABLE mapping_version (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow_id INTEGER NOT NULL REFERENCES flow (id),
    hash VARCHAR(64) NOT NULL,
    first_used TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (flow_id, hash)
);

-- No foreign keys and no index but the primary key: this table is written twice for every record delivered.
CREATE TABLE ledger (
    flow_id INTEGER NOT NULL,
    record_key VARCHAR(200) NOT NULL,
    revision INTEGER NOT NULL,
    target_id VARCHAR,
    -- held: what the target holds
    held_sequence BIGINT,
    held_stated VARCHAR,
    held_hash BYTEA,
    held_mapping INTEGER,
    held_at TIMESTAMP WITH TIME ZONE,
    -- claim: a delivery not yet settled; holder is null once it was released
    claim_sequence BIGINT,
    claim_stated VARCHAR,
    claim_hash BYTEA,
    claim_mapping INTEGER,
    claim_key BYTEA,
    claim_unsure BOOLEAN,
    claim_holder VARCHAR(100),
    claim_at TIMESTAMP WITH TIME ZONE,
    claim_correlation VARCHAR(128),
    PRIMARY KEY (flow_id, record_key)
);

CREATE TABLE checkpoint (
    name VARCHAR(200) PRIMARY KEY,
    since VARCHAR NOT NULL,
    walk VARCHAR NOT NULL,
    revision BIGINT NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE lease (
    name VARCHAR(200) PRIMARY KEY,
    holder VARCHAR(100) NOT NULL,
    held_until TIMESTAMP WITH TIME ZONE NOT NULL
);
