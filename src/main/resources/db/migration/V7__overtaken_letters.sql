-- Letters that closed by themselves, and finding those that did not. The same SQL for H2 2.x and PostgreSQL 15+.

-- in words, why a letter closed without a replay and without a person
ALTER TABLE dead_letter ADD COLUMN closed VARCHAR;
CREATE INDEX dead_letter_by_status ON dead_letter (status, id);
