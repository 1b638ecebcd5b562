-- letterhead: whose paper letters are written on ---------------------------------------------------
create table letterhead (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  preceptor_id bigint references preceptor,
  site_id bigint references site,
  institution varchar(200) not null,
  address varchar(400) not null,
  phone varchar(40),
  email varchar(254),
  logo_sha256 char(64) references blob,
  removed_at timestamptz,
  version int not null,
  constraint letterhead_owner_ck check ((preceptor_id is null) <> (site_id is null)),
  constraint letterhead_own_ck check (preceptor_id is null or (phone is not null and email is not null))
);
comment on column letterhead.preceptor_id is 'a personal one; null for one that a site''s preceptors share';
comment on column letterhead.phone is 'null: the author''s own, on a shared one';
comment on column letterhead.removed_at is 'no longer offered; letters on it keep it until they are signed';
create index letterhead_preceptor_ix on letterhead (preceptor_id) where removed_at is null;
create unique index letterhead_site_ux on letterhead (site_id) where removed_at is null;
create table letterhead_default (
  preceptor_id bigint primary key references preceptor,
  letterhead_id bigint not null references letterhead
);

-- letter: how it looks, whose text it was, who wrote last ------------------------------------------
alter table letter
  add column letterhead_id bigint references letterhead,
  add column context_hidden boolean not null default false,
  add column taken_from bigint references letter,
  add column saved_by varchar(200);
comment on column letter.letterhead_id is 'null: what is the author''s default when it is signed';
comment on column letter.taken_from is 'the earlier letter of the same author whose text it began with';

-- What a letter said before; added to, never changed (S9).
create table letter_revision (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  number int not null,
  body text not null,
  saved_at timestamptz not null,
  saved_by varchar(200),
  kept_at timestamptz not null,
  unique (letter_id, number)
);
create function letter_revision_is_final() returns trigger language plpgsql as
  $$ begin raise exception 'a kept version never changes'; end $$;
create trigger letter_revision_final before update on letter_revision
  for each row execute function letter_revision_is_final();

-- What the author said about tools that write; the newest counts.
create table letter_declaration (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  tools varchar(20) not null,
  text_version varchar(40) not null,
  declared_at timestamptz not null
);
create index letter_declaration_letter_ix on letter_declaration (letter_id, id);
