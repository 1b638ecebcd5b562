-- A small file costs the disk as much as a large one: it is kept in its row (ADR 0058). Where this is
-- null the bytes are in the store's folder, as all were before.
alter table blob add column bytes bytea;
