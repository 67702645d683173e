-- Comparisons of source, ledger and target. The same SQL for H2 2.x and PostgreSQL 15+.

CREATE TABLE reconciliation (
    id UUID PRIMARY KEY,
    flow VARCHAR(100) NOT NULL,
    heal BOOLEAN NOT NULL,
    delete_up_to INTEGER,
    status VARCHAR(12) NOT NULL,
    why VARCHAR NOT NULL,
    source_keys BIGINT NOT NULL,
    ledger_keys BIGINT NOT NULL,
    target_keys BIGINT NOT NULL,
    created_by VARCHAR(100) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX reconciliation_by_flow ON reconciliation (flow, created_at);

-- The keys of each side while they are compared; emptied afterwards. Side: S(ource), L(edger), T(arget).
CREATE TABLE reconcile_key (
    run UUID NOT NULL,
    side VARCHAR(1) NOT NULL,
    record_key VARCHAR(200) NOT NULL,
    version VARCHAR,
    PRIMARY KEY (run, side, record_key)
);

CREATE TABLE reconcile_finding (
    run UUID NOT NULL,
    kind VARCHAR(10) NOT NULL,
    record_key VARCHAR(200) NOT NULL,
    -- what the ledger held when it was compared; a deletion is as old as that
    version VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    healed BOOLEAN NOT NULL,
    PRIMARY KEY (run, kind, record_key)
);
