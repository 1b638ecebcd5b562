-- manifest --------------------------------------------------------------------------------------
-- What a night made, signed by the portal. A night that is restarted ends anew and gets a further
-- edition; the earlier one stays.
create table night_manifest (
  night_id bigint not null references night,
  edition int not null,
  sha256 char(64) not null references blob,
  signature bytea not null,
  ended_at timestamptz not null,
  signed_at timestamptz not null,
  primary key (night_id, edition)
);
create index night_manifest_sha256_ix on night_manifest (sha256);
-- The list of artefacts, in parts, so that no list stands in memory as a whole.
create table night_manifest_part (
  night_id bigint not null,
  edition int not null,
  position int not null,
  sha256 char(64) not null references blob,
  lines int not null,
  primary key (night_id, edition, position),
  foreign key (night_id, edition) references night_manifest on delete cascade
);
create index night_manifest_part_sha256_ix on night_manifest_part (sha256);

create function night_manifest_is_final() returns trigger language plpgsql as
  $$ begin
    raise exception 'a signed manifest never changes';
  end $$;
create trigger night_manifest_final before update on night_manifest
  for each row execute function night_manifest_is_final();
