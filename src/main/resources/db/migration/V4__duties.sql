-- duty ----------------------------------------------------------------------------------------
-- Who owes which evaluation of which rotation until when: one row a rotation and phase.
create table duty (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  rotation_id bigint not null references rotation,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  roster_preceptor_id bigint not null references preceptor,
  site_id bigint not null references site,
  phase varchar(10) not null check (phase in ('MID', 'FINAL')),
  opens_on date not null,
  ends_on date not null,
  due_at timestamptz not null,
  state varchar(30) not null default 'OPEN'
    check (state in ('OPEN', 'SUBMITTED', 'INSUFFICIENT_CONTACT', 'NOT_MINE', 'EXCUSED', 'MISSED')),
  evaluation_id bigint references evaluation,
  started_at timestamptz,
  closed_at timestamptz,
  reason varchar(1000),
  snoozed_until date,
  learner_sort text not null,
  preceptor_sort text not null,
  search tsvector not null,
  lateness bigint not null,
  turnaround int,
  version int not null default 1,
  unique (rotation_id, phase)
);
comment on column duty.preceptor_id is 'who owes it now; differs from roster_preceptor_id once it was handed over';
comment on column duty.lateness is 'sorts by how late: open ones before closed ones, the most late first';
comment on column duty.turnaround is 'days at the site from the rotation''s end (mid: from the opening) to the submission';
-- The desk''s pages walk one of these, so that a page costs the same however many rows there are.
create index duty_due_ix on duty (tenant_id, due_at, id);
create index duty_state_due_ix on duty (tenant_id, state, due_at, id);
create index duty_late_ix on duty (tenant_id, lateness desc, id);
create index duty_state_late_ix on duty (tenant_id, state, lateness desc, id);
create index duty_by_learner_ix on duty (tenant_id, learner_sort, id);
create index duty_state_by_learner_ix on duty (tenant_id, state, learner_sort, id);
create index duty_by_preceptor_ix on duty (tenant_id, preceptor_sort, id);
create index duty_state_by_preceptor_ix on duty (tenant_id, state, preceptor_sort, id);
create index duty_site_ix on duty (tenant_id, site_id, due_at, id);
create index duty_state_site_ix on duty (tenant_id, site_id, state, due_at, id);
create index duty_preceptor_ix on duty (preceptor_id, state, due_at);
create index duty_learner_ix on duty (learner_id, due_at);
create index duty_evaluation_ix on duty (evaluation_id);
create index duty_search_ix on duty using gin (search);

-- What is derived is derived here, whoever writes the row.
create function duty_is_dressed() returns trigger language plpgsql as
  $$ declare
    l text; w text; p text; z text;
  begin
    select plain_name(coalesce(nullif(latin_name, ''), full_name)), plain_name(full_name) || ' ' || plain_name(coalesce(latin_name, ''))
      into l, w from learner where id = new.learner_id;
    select plain_name(full_name) into p from preceptor where id = new.preceptor_id;
    select time_zone into z from site where id = new.site_id;
    new.learner_sort := l;
    new.preceptor_sort := p;
    new.search := to_tsvector('simple', w || ' ' || p);
    -- Whatever is open is later than whatever is closed, and grows alike with time.
    new.lateness := case when new.state = 'OPEN' then 1000000000000 - extract(epoch from new.due_at)::bigint
      else extract(epoch from coalesce(new.closed_at, new.due_at) - new.due_at)::bigint end;
    new.turnaround := case when new.state = 'SUBMITTED' then
      (new.closed_at at time zone z)::date - case when new.phase = 'MID' then new.opens_on else new.ends_on end end;
    return new;
  end $$;
create trigger duty_dressed before insert or update on duty for each row execute function duty_is_dressed();

create function duty_is_renamed() returns trigger language plpgsql as
  $$ begin
    if tg_table_name = 'learner' then
      update duty set learner_id = learner_id where learner_id = new.id;
    else
      update duty set preceptor_id = preceptor_id where preceptor_id = new.id;
    end if;
    return null;
  end $$;
create trigger learner_renamed after update of full_name, latin_name on learner
  for each row when ((old.full_name, old.latin_name) is distinct from (new.full_name, new.latin_name)) execute function duty_is_renamed();
create trigger preceptor_renamed after update of full_name on preceptor
  for each row when (old.full_name is distinct from new.full_name) execute function duty_is_renamed();

-- Counts of duties, so that nobody has to count 100,000 rows: differences are only ever added (two
-- writers never wait for each other), and folded together now and then.
create table duty_tally (
  tenant_id bigint not null,
  scope char(1) not null check (scope in ('A', 'S', 'P')),
  scope_id bigint not null,
  phase varchar(10) not null,
  state varchar(30) not null,
  started boolean not null,
  opens_on date,
  due_at timestamptz,
  turnaround int,
  n int not null
);
comment on column duty_tally.scope is 'A the whole institution, S one site, P one preceptor';
create index duty_tally_ix on duty_tally (tenant_id, scope, scope_id)
  include (phase, state, started, opens_on, due_at, turnaround, n);

-- Only what is open needs its days; what is closed is one row a state, submitted one a turnaround.
create function duty_is_counted() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'INSERT' then
      insert into duty_tally select tenant_id, s.scope, s.id, phase, state, started_at is not null,
          case when state = 'OPEN' then opens_on end, case when state = 'OPEN' then due_at end, turnaround, count(*)
        from added cross join lateral (values ('A', 0::bigint), ('S', site_id), ('P', preceptor_id)) s (scope, id)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
    elsif tg_op = 'DELETE' then
      insert into duty_tally select tenant_id, s.scope, s.id, phase, state, started_at is not null,
          case when state = 'OPEN' then opens_on end, case when state = 'OPEN' then due_at end, turnaround, -count(*)
        from gone cross join lateral (values ('A', 0::bigint), ('S', site_id), ('P', preceptor_id)) s (scope, id)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
    else
      insert into duty_tally select tenant_id, s.scope, s.id, phase, state, started_at is not null,
          case when state = 'OPEN' then opens_on end, case when state = 'OPEN' then due_at end, turnaround, sum(d)
        from (select 1 d, * from added union all select -1, * from gone) b
        cross join lateral (values ('A', 0::bigint), ('S', site_id), ('P', preceptor_id)) s (scope, id)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(d) <> 0;
    end if;
    return null;
  end $$;
create trigger duty_added after insert on duty referencing new table as added
  for each statement execute function duty_is_counted();
create trigger duty_changed after update on duty referencing old table as gone new table as added
  for each statement execute function duty_is_counted();
create trigger duty_gone after delete on duty referencing old table as gone
  for each statement execute function duty_is_counted();

-- Evaluations that are there already; every other duty is made by the portal, with the season's days.
insert into duty (id, tenant_id, rotation_id, learner_id, preceptor_id, roster_preceptor_id, site_id, phase, opens_on,
    ends_on, due_at, state, evaluation_id, started_at, closed_at)
  select nextval('portal_id'), e.tenant_id, e.rotation_id, e.learner_id, e.preceptor_id, r.preceptor_id, r.site_id, 'FINAL',
      r.end_date - 7, r.end_date, (r.end_date + 14 + time '17:00') at time zone s.time_zone,
      case e.status when 'SUBMITTED' then 'SUBMITTED' else 'OPEN' end, e.id, e.started_at, e.submitted_at
  from evaluation e join rotation r on r.id = e.rotation_id join site s on s.id = r.site_id where e.phase = 'FINAL';

-- desk ----------------------------------------------------------------------------------------
-- Submitted evaluations that look careless, decided once, when they are submitted: all ratings
-- alike, or written faster than anybody reads the form. Encounters are short by nature.
create table quality_flag (
  evaluation_id bigint primary key references evaluation,
  tenant_id bigint not null references tenant,
  rotation_id bigint not null references rotation,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  submitted_at timestamptz not null,
  straight_line boolean not null,
  seconds int,
  dismissed_at timestamptz,
  dismissed_by varchar(300),
  note varchar(1000)
);
create index quality_flag_open_ix on quality_flag (tenant_id, submitted_at desc, evaluation_id desc) where dismissed_at is null;
create index quality_flag_preceptor_ix on quality_flag (tenant_id, preceptor_id) where dismissed_at is null;
create function evaluation_is_looked_at() returns trigger language plpgsql as
  $$ declare
    straight boolean := coalesce((to_jsonb(new) ->> 'straight_line')::boolean, false);
    spent int := (to_jsonb(new) ->> 'seconds')::int;
  begin
    if new.status = 'SUBMITTED' and new.submitted_at is not null
       and (straight or new.phase <> 'ENCOUNTER' and spent between 1 and 44) then
      insert into quality_flag values (new.id, new.tenant_id, new.rotation_id, new.learner_id, new.preceptor_id,
          new.submitted_at, straight, spent)
        on conflict do nothing;
    end if;
    -- What was written again is looked at again.
    if to_jsonb(new) ->> 'superseded_by' is not null then
      delete from quality_flag where evaluation_id = new.id;
    end if;
    return null;
  end $$;
create trigger evaluation_looked_at after insert or update on evaluation
  for each row execute function evaluation_is_looked_at();
