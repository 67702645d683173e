-- Pulls that are held, and backfills beside the live pull. The same SQL for H2 2.x and PostgreSQL 15+.

-- A flow that is not to be read: paused by a person, or stopped because its source's answers cannot be trusted.
CREATE TABLE pull_hold (
    flow VARCHAR(100) PRIMARY KEY,
    cause VARCHAR(10) NOT NULL,
    why VARCHAR NOT NULL,
    held_by VARCHAR(100) NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE backfill (
    id UUID PRIMARY KEY,
    flow VARCHAR(100) NOT NULL,
    begins TIMESTAMP WITH TIME ZONE NOT NULL,
    ends TIMESTAMP WITH TIME ZONE NOT NULL,
    a_second INTEGER NOT NULL,
    status VARCHAR(12) NOT NULL,
    why VARCHAR NOT NULL,
    records BIGINT NOT NULL,
    created_by VARCHAR(100) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX backfill_by_flow ON backfill (flow, created_at);
