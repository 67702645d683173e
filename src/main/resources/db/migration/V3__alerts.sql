-- What has been said of each group of dead letters on each channel. The same SQL for H2 2.x and PostgreSQL 15+.
CREATE TABLE alert (
    fingerprint VARCHAR(32) NOT NULL,
    channel VARCHAR(60) NOT NULL,
    flow VARCHAR(100) NOT NULL,
    reason VARCHAR(20) NOT NULL,
    title VARCHAR(300) NOT NULL,
    told_at TIMESTAMP WITH TIME ZONE NOT NULL,
    -- when the last letter died that was counted in what was said
    told_last TIMESTAMP WITH TIME ZONE NOT NULL,
    open BOOLEAN NOT NULL,
    PRIMARY KEY (fingerprint, channel)
);
