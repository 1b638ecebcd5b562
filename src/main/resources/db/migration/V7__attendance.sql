-- attendance ----------------------------------------------------------------------------------
-- A learner's days on site, one log for each rotation; the preceptor attests it once.
create table attendance_log (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  rotation_id bigint not null unique references rotation,
  changed_at timestamptz not null,
  attested_at timestamptz,
  attested_by varchar(300),
  reopened_at timestamptz,
  reopened_by varchar(300),
  reopen_reason varchar(500),
  version int not null,
  check ((attested_at is null) = (attested_by is null))
);
create table attendance_day (
  log_id bigint not null references attendance_log,
  day date not null,
  minutes smallint not null check (minutes between 30 and 1440),
  primary key (log_id, day)
);

-- An attested log never changes (AT-4); it may only be opened again, by somebody and for a reason.
create function attendance_log_is_attested() returns trigger language plpgsql as
  $$ begin
    if old.attested_at is not null
       and (tg_op = 'DELETE'
            or new.attested_at is not null
            or new.reopened_at is null or new.reopened_at < old.attested_at
            or coalesce(new.reopened_by, '') = '' or coalesce(new.reopen_reason, '') = ''
            or (new.id, new.tenant_id, new.rotation_id) is distinct from (old.id, old.tenant_id, old.rotation_id)) then
      raise exception 'an attested attendance log never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger attendance_log_attested before update or delete on attendance_log
  for each row execute function attendance_log_is_attested();
create function attendance_day_is_attested() returns trigger language plpgsql as
  $$ declare
    touched bigint[] := case tg_op
      when 'INSERT' then array[new.log_id]
      when 'DELETE' then array[old.log_id]
      else array[old.log_id, new.log_id] end;
  begin
    if exists (select from attendance_log l where l.id = any (touched) and l.attested_at is not null) then
      raise exception 'an attested attendance log never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger attendance_day_attested before insert or update or delete on attendance_day
  for each row execute function attendance_day_is_attested();

-- feedback ------------------------------------------------------------------------------------
-- What a learner answers to a submitted evaluation: one reply, final a day after it was written.
create table evaluation_reply (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  evaluation_id bigint not null unique references evaluation,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  body text not null check (body <> ''),
  written_at timestamptz not null,
  changed_at timestamptz not null,
  seen_at timestamptz,
  version int not null
);
create index evaluation_reply_unseen_ix on evaluation_reply (preceptor_id) where seen_at is null;
comment on column evaluation_reply.seen_at is 'when the preceptor opened it as it is now';

create function evaluation_reply_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'DELETE'
       or (new.id, new.tenant_id, new.evaluation_id, new.learner_id, new.preceptor_id, new.written_at)
          is distinct from (old.id, old.tenant_id, old.evaluation_id, old.learner_id, old.preceptor_id, old.written_at)
       or ((new.body, new.changed_at) is distinct from (old.body, old.changed_at)
           and now() > old.written_at + interval '24 hours') then
      raise exception 'a reply is final a day after it was written';
    end if;
    return new;
  end $$;
create trigger evaluation_reply_final before update or delete on evaluation_reply
  for each row execute function evaluation_reply_is_final();

-- skills --------------------------------------------------------------------------------------
-- The newest submitted evaluations that count, of a preceptor and of an institution.
create index evaluation_newest_own_ix on evaluation (preceptor_id, phase, submitted_at desc, id desc)
  where status = 'SUBMITTED' and superseded_by is null;
create index evaluation_newest_ix on evaluation (tenant_id, phase, submitted_at desc, id desc)
  include (preceptor_id) where status = 'SUBMITTED' and superseded_by is null;
