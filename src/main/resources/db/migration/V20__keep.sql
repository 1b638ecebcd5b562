-- Who looks for what refers to a blob finds it by an index, in every table there is by now.
do $$ declare
  r record;
begin
  for r in
    select c.conrelid::regclass::text as tab, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'blob'::regclass
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
  loop
    execute format('create index %I on %s (%I)', r.tab || '_' || r.col || '_ix', r.tab, r.col);
  end loop;
end $$;

-- retention -----------------------------------------------------------------------------------
-- What must be kept though its time has come.
create table legal_hold (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  learner_id bigint references learner,
  reason varchar(500) not null check (reason <> ''),
  placed_by varchar(300) not null,
  placed_at timestamptz not null,
  lifted_by varchar(300),
  lifted_at timestamptz,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index legal_hold_ux on legal_hold (tenant_id, coalesce(learner_id, 0))
  where lifted_at is null;
comment on column legal_hold.learner_id is 'null: everything of the institution';

-- What a run threw away; a part of its ledger.
create table reclaimed (
  run_id bigint not null references run,
  what varchar(40) not null,
  items bigint not null,
  bytes bigint not null,
  primary key (run_id, what)
);

-- anchor --------------------------------------------------------------------------------------
-- How far each institution's audit trail had come, under a time-stamp.
create table audit_anchor (
  tenant_id bigint not null references tenant,
  number bigint not null,
  hash char(64) not null,
  night date not null,
  statement text not null,
  token bytea not null,
  run_id bigint not null,
  primary key (tenant_id, number)
);
comment on column audit_anchor.number is 'of the newest event then';
comment on column audit_anchor.statement is 'exactly what the time-stamp is over';
comment on column audit_anchor.run_id is 'runs are forgotten, anchors never: no foreign key';

create function audit_anchor_is_final() returns trigger language plpgsql as
  $$ begin raise exception 'an anchor never changes'; end $$;
create trigger audit_anchor_final before update or delete on audit_anchor
  for each row execute function audit_anchor_is_final();
create trigger audit_anchor_kept before truncate on audit_anchor
  for each statement execute function audit_anchor_is_final();
