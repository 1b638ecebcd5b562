-- archive -------------------------------------------------------------------------------------
-- Sealed originals lifted to PAdES-BASELINE-LTA: each row is a further file, the original stays.
create table archived_letter (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  signed_letter_id bigint not null references signed_letter,
  number int not null,
  sha256 char(64) not null references blob,
  level varchar(40) not null,
  lifted_at timestamptz not null,
  renew_before timestamptz not null,
  run_id bigint not null references run,
  -- One night makes one file of a letter, however often it is restarted.
  unique (signed_letter_id, number)
);
create index archived_letter_sha256_ix on archived_letter (sha256);

create function archived_letter_is_final() returns trigger language plpgsql as
  $$ begin
    raise exception 'an archived letter never changes';
  end $$;
create trigger archived_letter_final before update or delete on archived_letter
  for each row execute function archived_letter_is_final();
