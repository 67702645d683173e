-- Records that need a person, and their replays. The same SQL for H2 2.x and PostgreSQL 15+.

CREATE TABLE dead_letter (
    id UUID PRIMARY KEY,
    -- the delivery from the dead queue that wrote this row last: the same one again changes nothing
    arrival UUID NOT NULL,
    flow VARCHAR(100) NOT NULL,
    record_key VARCHAR(200) NOT NULL,
    stated VARCHAR NOT NULL,
    sequence BIGINT NOT NULL,
    correlation_id VARCHAR(128) NOT NULL,
    trace VARCHAR(60) NOT NULL,
    fingerprint VARCHAR(32) NOT NULL,
    title VARCHAR(300) NOT NULL,
    reason VARCHAR(20) NOT NULL,
    detail VARCHAR NOT NULL,
    errors VARCHAR NOT NULL,
    attempts VARCHAR NOT NULL,
    mapping_hash VARCHAR(64) NOT NULL,
    format VARCHAR(8) NOT NULL,
    -- which key encrypted the payloads; empty where they stand plain
    payload_key VARCHAR(64) NOT NULL,
    payload BYTEA NOT NULL,
    edited BYTEA,
    edited_by VARCHAR(100),
    edited_at TIMESTAMP WITH TIME ZONE,
    died_at TIMESTAMP WITH TIME ZONE NOT NULL,
    occurrences INTEGER NOT NULL,
    status VARCHAR(12) NOT NULL,
    replay_id UUID,
    discard_reason VARCHAR
);
CREATE INDEX dead_letter_by_time ON dead_letter (died_at, id);
CREATE INDEX dead_letter_by_group ON dead_letter (fingerprint, status);
CREATE INDEX dead_letter_by_record ON dead_letter (flow, record_key);

CREATE TABLE replay (
    id UUID PRIMARY KEY,
    status VARCHAR(12) NOT NULL,
    cause VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    created_by VARCHAR(100) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    a_second INTEGER NOT NULL,
    canary INTEGER NOT NULL,
    stop_at DOUBLE PRECISION NOT NULL,
    -- what had ended and died when somebody resumed it in spite of that
    forgiven_ended INTEGER NOT NULL,
    forgiven_dead INTEGER NOT NULL
);

CREATE TABLE replay_item (
    replay_id UUID NOT NULL REFERENCES replay (id),
    place INTEGER NOT NULL,
    letter_id UUID NOT NULL,
    flow VARCHAR(100) NOT NULL,
    record_key VARCHAR(200) NOT NULL,
    sequence BIGINT NOT NULL,
    outcome VARCHAR(12) NOT NULL,
    PRIMARY KEY (replay_id, place)
);
CREATE INDEX replay_item_by_record ON replay_item (replay_id, flow, record_key);
CREATE INDEX replay_item_by_outcome ON replay_item (replay_id, outcome, place);

CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    who VARCHAR(100) NOT NULL,
    action VARCHAR(60) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    detail VARCHAR NOT NULL
);
