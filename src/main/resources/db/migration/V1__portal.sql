-- The portal's tables, room by room. Ids come from one sequence; see META-INF/orm.xml.
create sequence portal_id start with 50 increment by 50;

-- shell ---------------------------------------------------------------------------------------
create table tenant (
  id bigint primary key,
  code varchar(40) not null unique,
  name varchar(200) not null,
  time_zone varchar(60) not null,
  demo boolean not null default false
);

-- roster --------------------------------------------------------------------------------------
create table site (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  code varchar(40) not null,
  name varchar(200) not null,
  street varchar(200) not null,
  city varchar(100) not null,
  state varchar(60) not null,
  postal_code varchar(20) not null,
  phone varchar(40),
  time_zone varchar(60) not null,
  unique (tenant_id, code)
);
create table preceptor (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  npi varchar(10) not null,
  full_name varchar(200) not null,
  credentials varchar(60),
  title varchar(200),
  specialty varchar(100) not null,
  email varchar(254) not null,
  phone varchar(40),
  site_id bigint not null references site,
  unique (tenant_id, npi),
  unique (tenant_id, email)
);
create table learner (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  code varchar(40) not null,
  full_name varchar(200) not null,
  latin_name varchar(200),
  email varchar(254) not null,
  aamc_id varchar(20),
  medical_school varchar(200) not null,
  stage varchar(20) not null,
  unique (tenant_id, code),
  unique (tenant_id, email)
);
create table program (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  code varchar(40) not null,
  name varchar(200) not null,
  institution varchar(200) not null,
  specialty varchar(100) not null,
  city varchar(100) not null,
  state varchar(60) not null,
  channel varchar(20) not null,
  unique (tenant_id, code)
);
create table rotation (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  code varchar(40) not null,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  site_id bigint not null references site,
  type varchar(20) not null,
  specialty varchar(100) not null,
  setting varchar(40) not null,
  start_date date not null,
  end_date date not null,
  hours_per_week int not null,
  unique (tenant_id, code),
  check (end_date >= start_date)
);
create index rotation_preceptor_ix on rotation (preceptor_id, end_date);
create index rotation_learner_ix on rotation (learner_id, end_date);

-- audit ---------------------------------------------------------------------------------------
create table audit_event (
  tenant_id bigint not null references tenant,
  number bigint not null,
  at timestamptz not null,
  actor varchar(300) not null,
  account_id bigint,
  role varchar(20),
  address varchar(60),
  action varchar(60) not null,
  subject_type varchar(40) not null,
  subject_id varchar(80) not null,
  detail varchar(1000) not null default '',
  previous_hash char(64) not null,
  hash char(64) not null,
  primary key (tenant_id, number)
);
create index audit_event_subject_ix on audit_event (tenant_id, subject_type, subject_id);
create function audit_event_is_final() returns trigger language plpgsql as
  $$ begin raise exception 'the audit trail is append-only'; end $$;
create trigger audit_event_final before update or delete on audit_event
  for each row execute function audit_event_is_final();
create trigger audit_event_kept before truncate on audit_event
  for each statement execute function audit_event_is_final();

-- store ---------------------------------------------------------------------------------------
create table blob (
  sha256 char(64) primary key,
  size bigint not null,
  crc32 bigint not null,
  stored_at timestamptz not null
);

-- access --------------------------------------------------------------------------------------
create table account (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  role varchar(20) not null,
  email varchar(254) not null,
  name varchar(300) not null,
  person_id bigint,
  program_id bigint references program,
  password_hash varchar(400),
  active boolean not null default true,
  failures int not null default 0,
  blocked_until timestamptz,
  created_at timestamptz not null,
  version int not null
);
create unique index account_staff_ux on account (email, role, tenant_id) where person_id is null;
create unique index account_person_ux on account (person_id, role, tenant_id) where person_id is not null;
create table sign_in_link (
  id bigint primary key,
  account_id bigint not null references account,
  token_hash char(64) not null unique,
  target varchar(400) not null,
  on_request boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_account_ix on sign_in_link (account_id, created_at);
create table api_key (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  role varchar(20) not null,
  program_id bigint references program,
  key_hash char(64) not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- notify --------------------------------------------------------------------------------------
create table mail (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  event_key varchar(1000) not null,
  recipient varchar(254) not null,
  subject varchar(200) not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  last_error varchar(400),
  unique (event_key, recipient)
);
create index mail_unsent_ix on mail (next_attempt_at) where sent_at is null;

-- evaluation ----------------------------------------------------------------------------------
create table evaluation (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  rotation_id bigint not null references rotation,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  phase varchar(20) not null,
  form varchar(60) not null,
  form_version int not null,
  status varchar(20) not null,
  strengths text not null default '',
  improvement text not null default '',
  days_observed int,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  version int not null,
  unique (rotation_id, phase)
);
create index evaluation_learner_ix on evaluation (learner_id) where status = 'SUBMITTED';
create table evaluation_rating (
  evaluation_id bigint not null references evaluation,
  item varchar(60) not null,
  rating smallint check (rating between 1 and 5),
  primary key (evaluation_id, item)
);
comment on column evaluation_rating.rating is 'null means: not observed';

-- A submitted evaluation never changes (EV-5). Its ratings may still be written by the transaction
-- that submits it (xmin), and by none after it.
create function evaluation_is_final() returns trigger language plpgsql as
  $$ begin
    if old.status = 'SUBMITTED' then
      raise exception 'a submitted evaluation never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger evaluation_final before update or delete on evaluation
  for each row execute function evaluation_is_final();
create function evaluation_rating_is_final() returns trigger language plpgsql as
  $$ declare
    touched bigint[] := case tg_op
      when 'INSERT' then array[new.evaluation_id]
      when 'DELETE' then array[old.evaluation_id]
      else array[old.evaluation_id, new.evaluation_id] end;
  begin
    if exists (select from evaluation e where e.id = any (touched) and e.status = 'SUBMITTED'
               and e.xmin <> pg_current_xact_id()::xid) then
      raise exception 'a submitted evaluation never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger evaluation_rating_final before insert or update or delete on evaluation_rating
  for each row execute function evaluation_rating_is_final();

-- A name as people type it into a search field: small letters without accents.
create function plain_name(name text) returns text language sql immutable as
  $$ select lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')) $$;

-- letter --------------------------------------------------------------------------------------
create table letter (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  learner_id bigint not null references learner,
  preceptor_id bigint not null references preceptor,
  rotation_id bigint not null references rotation,
  specialty varchar(100) not null,
  purpose varchar(200) not null,
  note varchar(2000) not null default '',
  deadline date,
  waived boolean not null,
  waiver_text varchar(40) not null,
  waiver_signature varchar(200) not null,
  waived_at timestamptz not null,
  status varchar(20) not null,
  body text not null default '',
  decline_reason varchar(1000),
  requested_at timestamptz not null,
  opened_at timestamptz,
  decided_at timestamptz,
  saved_at timestamptz,
  signed_at timestamptz,
  version int not null
);
create index letter_preceptor_ix on letter (preceptor_id, status);
create index letter_learner_ix on letter (learner_id, status);
-- One letter per rotation, however fast somebody taps; after a declined one the learner may ask again.
create unique index letter_active_ux on letter (rotation_id) where status <> 'DECLINED';
create table signed_letter (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  number int not null,
  state varchar(20) not null,
  author_name varchar(300) not null,
  learner_name varchar(200) not null,
  signed_at timestamptz not null,
  meaning varchar(200) not null,
  verify_code varchar(20) not null unique,
  original_sha256 char(64) not null references blob,
  upload_sha256 char(64) not null references blob,
  unique (letter_id, number)
);
create table signing_code (
  id bigint primary key,
  letter_id bigint not null references letter,
  code_hash char(64) not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz
);
create index signing_code_letter_ix on signing_code (letter_id, id);
create table letter_release (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  learner_id bigint not null references learner,
  program_id bigint not null references program,
  season varchar(20) not null,
  with_report boolean not null,
  released_at timestamptz not null,
  unique (letter_id, program_id, season)
);
create index letter_release_program_ix on letter_release (program_id, season, learner_id);

-- A signed letter's bytes and words never change (S2); only its state may.
create function signed_letter_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'DELETE' or (old.original_sha256, old.upload_sha256, old.signed_at, old.verify_code, old.letter_id, old.number)
       is distinct from (new.original_sha256, new.upload_sha256, new.signed_at, new.verify_code, new.letter_id, new.number) then
      raise exception 'a signed letter never changes';
    end if;
    return new;
  end $$;
create trigger signed_letter_final before update or delete on signed_letter
  for each row execute function signed_letter_is_final();

-- night ---------------------------------------------------------------------------------------
create table run (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  season varchar(20) not null,
  night date not null,
  trigger varchar(20) not null,
  requested_by varchar(300) not null,
  status varchar(20) not null,
  execution_id bigint,
  owner varchar(80),
  lease_until timestamptz,
  epoch bigint not null default 0,
  requested_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  failure varchar(1000)
);
-- One scheduled run per institution and night, however many nodes tick; one active run per institution.
create unique index run_once_ux on run (tenant_id, night) where trigger = 'SCHEDULED';
create unique index run_active_ux on run (tenant_id) where status in ('STARTING', 'STARTED', 'STOPPING');
create table run_step (
  run_id bigint not null references run,
  step varchar(60) not null,
  position int not null,
  expected int not null default 0,
  read int not null default 0,
  made int not null default 0,
  unchanged int not null default 0,
  skipped int not null default 0,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (run_id, step)
);
create table run_skip (
  run_id bigint not null references run,
  step varchar(60) not null,
  item varchar(120) not null,
  label varchar(300) not null,
  reason varchar(500) not null,
  primary key (run_id, step, item)
);

-- skills --------------------------------------------------------------------------------------
create table skill_report (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  learner_id bigint not null references learner,
  input_key char(64) not null,
  pdf_sha256 char(64) not null references blob,
  csv_sha256 char(64) not null references blob,
  evaluations int not null,
  data_cutoff timestamptz not null,
  run_id bigint not null references run,
  made_at timestamptz not null,
  unique (learner_id, input_key)
);
create index skill_report_learner_ix on skill_report (learner_id, id desc);

-- packet --------------------------------------------------------------------------------------
create table applicant_file (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  program_id bigint not null references program,
  learner_id bigint not null references learner,
  season varchar(20) not null,
  input_key char(64) not null,
  pdf_sha256 char(64) not null references blob,
  pages int not null,
  letters int not null,
  run_id bigint not null references run,
  made_at timestamptz not null,
  unique (program_id, learner_id, season, input_key)
);
create table packet (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  program_id bigint not null references program,
  season varchar(20) not null,
  night date not null,
  run_id bigint not null references run,
  input_key char(64) not null,
  applicants int not null,
  letters int not null,
  skipped int not null,
  zip_size bigint not null,
  made_at timestamptz not null,
  unique (run_id, program_id)
);
create index packet_program_ix on packet (program_id, season, id desc);
create table packet_entry (
  packet_id bigint not null references packet,
  position int not null,
  name varchar(300) not null,
  kind varchar(20) not null,
  learner_id bigint references learner,
  title varchar(300) not null,
  sha256 char(64) not null references blob,
  size bigint not null,
  crc32 bigint not null,
  primary key (packet_id, position),
  unique (packet_id, name)
);
