-- adviser: who advises a learner, and so can see no letter of theirs ------------------------------
-- By address and not by account: one person may come in by several roles.
create table adviser (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  learner_id bigint not null references learner,
  name varchar(200) not null,
  email varchar(254) not null,
  marked_by varchar(300) not null,
  marked_at timestamptz not null,
  ended_at timestamptz
);
create unique index adviser_ux on adviser (learner_id, email) where ended_at is null;
create index adviser_email_ix on adviser (email) where ended_at is null;

-- asking: what a learner says beside the request, and what happens beside its stages --------------
create table letter_ask (
  letter_id bigint primary key references letter,
  reason varchar(1000) not null,
  first_fact varchar(300) not null,
  second_fact varchar(300) not null,
  third_fact varchar(300) not null,
  chair_letter boolean not null,
  snoozed_until date,
  version int not null
);
create table letter_nudge (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  asked_at timestamptz not null,
  sent_at timestamptz
);
create index letter_nudge_letter_ix on letter_nudge (letter_id, asked_at);
create index letter_nudge_waiting_ix on letter_nudge (id) where sent_at is null;
create table letter_thanks (
  letter_id bigint primary key references letter,
  words varchar(1000) not null,
  thanked_at timestamptz not null
);
-- Says that the learner takes a waiver back for letters still to be asked for. It opens no letter.
create table waiver_revocation (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  learner_id bigint not null references learner,
  text_version varchar(40) not null,
  signature varchar(200) not null,
  revoked_at timestamptz not null
);
create index waiver_revocation_ix on waiver_revocation (learner_id, revoked_at);

-- attachment: the learner's own papers for the author ---------------------------------------------
create table attachment (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  learner_id bigint not null references learner,
  kind varchar(20) not null check (kind in ('CV', 'STATEMENT')),
  sha256 char(64) not null references blob,
  pages int not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create unique index attachment_ux on attachment (letter_id, kind) where removed_at is null;

-- delivery: who may upload a letter elsewhere, and that it was done -------------------------------
create table designee (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  name varchar(200) not null,
  email varchar(254) not null,
  invited_at timestamptz not null,
  removed_at timestamptz
);
create unique index designee_ux on designee (letter_id, email) where removed_at is null;
create index designee_email_ix on designee (email) where removed_at is null;
create table eras_letter (
  letter_id bigint primary key references letter,
  eras_letter_id varchar(20) check (eras_letter_id ~ '^[A-Z0-9]{4,20}$')
);
create table letter_upload (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  signed_letter_id bigint not null references signed_letter,
  channel varchar(20) not null,
  uploaded_on date not null,
  recorded_by varchar(300) not null,
  recorded_at timestamptz not null,
  unique (signed_letter_id, channel)
);
create index letter_upload_letter_ix on letter_upload (letter_id);
