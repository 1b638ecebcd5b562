-- Each file costs the disk about as much, however small (ADR 0033, 0058, 0059). A small one is kept in
-- its row; documents that a night makes lie in bundles, one behind the other. Where all of these are
-- null the bytes are a file of their own, as all were before.
alter table blob
  add column bytes bytea,
  add column bundle uuid,
  add column place bigint,
  add check ((bundle is null) = (place is null)),
  add check (bytes is null or bundle is null);
create index blob_bundle on blob (bundle) where bundle is not null;
