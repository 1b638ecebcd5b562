-- night and ledger ------------------------------------------------------------------------------
-- A night is a program of jobs for one institution and business date; a run is one job of it.
create table night (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  season varchar(20) not null,
  night date not null,
  trigger varchar(20) not null,
  requested_by varchar(300) not null,
  requested_at timestamptz not null,
  cutoff timestamptz not null,
  -- Null: every job, every program.
  only_job varchar(60),
  program_id bigint references program,
  dry_run boolean not null default false,
  status varchar(20) not null,
  stop_asked boolean not null default false,
  ended_at timestamptz
);
-- One scheduled night per institution and date, however many nodes tick; one night at a time, and
-- beside it one at a time for each single program.
create unique index night_once_ux on night (tenant_id, night) where trigger = 'SCHEDULED';
create unique index night_active_ux on night (tenant_id, coalesce(program_id, 0)) where status = 'RUNNING';
create index night_newest_ix on night (tenant_id, requested_at desc);

create table night_pause (
  tenant_id bigint primary key references tenant,
  paused_by varchar(300) not null,
  paused_at timestamptz not null
);

-- Nights before this version were one run each, of a job that is no more.
alter table run add night_id bigint, add job varchar(60) not null default 'night';
update run set night_id = nextval('portal_id');
update run set status = 'FAILED', owner = null, lease_until = null
  where status in ('STARTING', 'STARTED', 'STOPPING');
insert into night (id, tenant_id, season, night, trigger, requested_by, requested_at, cutoff, status, ended_at)
  select night_id, tenant_id, season, night, trigger, requested_by, requested_at, requested_at,
    case when status in ('COMPLETED', 'STOPPED') then status else 'FAILED' end, coalesce(ended_at, requested_at)
  from run;
drop index run_active_ux;
alter table run
  alter night_id set not null,
  alter job drop default,
  add constraint run_night_fk foreign key (night_id) references night,
  add constraint run_job_ux unique (night_id, job),
  drop season, drop night, drop trigger, drop requested_by, drop requested_at;

-- One row per partition of a step, written only by that partition, in the transaction of its chunk:
-- counts, place and artefacts commit together, and no two partitions wait for each other.
create table run_part (
  run_id bigint not null references run,
  step varchar(60) not null,
  part int not null,
  -- The part's range of the step's stable order, and the last item done.
  after_key varchar(60) not null,
  upto_key varchar(60) not null,
  last_key varchar(60) not null,
  expected int not null default 0,
  read int not null default 0,
  made int not null default 0,
  unchanged int not null default 0,
  skipped int not null default 0,
  -- The run's epoch: whoever takes the run over raises it here too, and an old owner's chunk finds
  -- no row to count in.
  epoch bigint not null,
  primary key (run_id, step, part),
  foreign key (run_id, step) references run_step
);
insert into run_part (run_id, step, part, after_key, upto_key, last_key, expected, read, made, unchanged, skipped, epoch)
  select s.run_id, s.step, 0, '0', '0', '0', s.expected, s.read, s.made, s.unchanged, s.skipped, r.epoch
  from run_step s join run r on r.id = s.run_id where s.started_at is not null;
alter table run_step drop expected, drop read, drop made, drop unchanged, drop skipped;

create view run_ledger as
  select s.run_id, s.step, s.position, s.started_at, s.ended_at,
    coalesce(sum(p.expected), 0)::int expected, coalesce(sum(p.read), 0)::int read,
    coalesce(sum(p.made), 0)::int made, coalesce(sum(p.unchanged), 0)::int unchanged,
    coalesce(sum(p.skipped), 0)::int skipped
  from run_step s left join run_part p on p.run_id = s.run_id and p.step = s.step
  group by s.run_id, s.step;
