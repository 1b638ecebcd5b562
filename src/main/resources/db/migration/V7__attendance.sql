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
