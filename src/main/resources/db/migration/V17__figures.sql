-- figures -----------------------------------------------------------------------------------------
-- What a calibration says of one domain on one scale, for an institution and season.
create table figure_stratum (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  season varchar(20) not null,
  domain varchar(60) not null,
  scale varchar(60) not null,
  input_key char(64) not null,
  method varchar(60) not null,
  -- The newest submission that went in, and how many evaluations.
  cutoff timestamptz not null,
  evaluations int not null,
  -- Variances and what follows from them; null where too few ratings are linked.
  mean double precision,
  of_learners double precision,
  of_raters double precision,
  residual double precision,
  reliability_of_one double precision,
  needed_raw int,
  needed int,
  band_low double precision,
  band_middle double precision,
  band_high double precision,
  band_learners int,
  run_id bigint not null references run,
  made_at timestamptz not null,
  unique (tenant_id, season, domain, scale, input_key)
);
create table figure_score (
  stratum_id bigint not null references figure_stratum on delete cascade,
  learner_id bigint not null references learner,
  raw double precision not null,
  adjusted double precision,
  low double precision,
  high double precision,
  reliability double precision,
  needed int,
  n int not null,
  raters int not null,
  reason varchar(20),
  primary key (stratum_id, learner_id),
  check ((adjusted is null) = (reason is not null))
);
create table figure_leniency (
  stratum_id bigint not null references figure_stratum on delete cascade,
  preceptor_id bigint not null references preceptor,
  value double precision,
  low double precision,
  high double precision,
  n int not null,
  learners int not null,
  shared int not null,
  reason varchar(20),
  primary key (stratum_id, preceptor_id),
  check ((value is null) = (reason is not null))
);
comment on table figure_leniency is 'about preceptors: for themselves and the coordinator only';

-- Reports about more than one learner: a cohort, a preceptor, a site.
create table figure_report (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  season varchar(20) not null,
  kind varchar(20) not null check (kind in ('COHORT', 'PRECEPTOR', 'SITE')),
  -- The season's own for a cohort: the institution.
  subject_id bigint not null,
  input_key char(64) not null,
  pdf_sha256 char(64) not null references blob,
  csv_sha256 char(64) not null references blob,
  evaluations int not null,
  data_cutoff timestamptz not null,
  run_id bigint not null references run,
  made_at timestamptz not null,
  unique (tenant_id, season, kind, subject_id, input_key)
);
create index figure_report_newest_ix on figure_report (tenant_id, kind, subject_id, id desc);
