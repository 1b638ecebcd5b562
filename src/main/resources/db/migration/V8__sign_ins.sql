-- access: sign-ins that outlive a restart, keys of what browsers keep, assistants -----------------

create table sign_in (
  id bigint primary key,
  account_id bigint not null references account,
  token_hash char(64) not null unique,
  browser varchar(60) not null,
  device varchar(80) not null,
  address varchar(60),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_account_ix on sign_in (account_id, created_at);
comment on column sign_in.browser is
  'stays the same over the sign-ins of one browser; opens nothing';

-- Opens what one browser kept of one account's unsent typing. In plain: whoever reads this table
-- reads the answers themselves beside it; it guards the browser's copy, where it never is.
create table draft_key (
  id bigint primary key,
  account_id bigint not null references account,
  browser varchar(60) not null,
  secret bytea not null check (length(secret) = 32),
  used_at timestamptz not null,
  unique (account_id, browser)
);

create table assistant (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  preceptor_id bigint not null references preceptor,
  name varchar(200) not null,
  email varchar(254) not null,
  invited_at timestamptz not null,
  removed_at timestamptz,
  version int not null
);
create unique index assistant_ux on assistant (preceptor_id, email) where removed_at is null;
create index assistant_email_ix on assistant (email) where removed_at is null;

-- An assistant's account has the preceptor as its person: there may be several of one preceptor.
alter table account add column assistant_id bigint references assistant;
drop index account_person_ux;
create unique index account_person_ux on account (person_id, role, tenant_id)
  where person_id is not null and role <> 'ASSISTANT';
create unique index account_assistant_ux on account (assistant_id) where assistant_id is not null;
alter table account
  add constraint account_assistant_ck check ((role = 'ASSISTANT') = (assistant_id is not null)),
  add constraint account_person_ck
    check ((role in ('PRECEPTOR', 'LEARNER', 'ASSISTANT')) = (person_id is not null));

-- Keys of before get a year, as new ones do.
alter table api_key add column expires_at timestamptz not null
  default now() + interval '365 days';
alter table api_key alter column expires_at drop default;
