-- stepup --------------------------------------------------------------------------------------
-- Each author has their own code; a code without a letter changes how somebody signs.
alter table signing_code alter column letter_id drop not null;
alter table signing_code add column preceptor_id bigint references preceptor;
update signing_code c set preceptor_id = l.preceptor_id from letter l where l.id = c.letter_id;
alter table signing_code alter column preceptor_id set not null;
create index signing_code_preceptor_ix on signing_code (preceptor_id, letter_id);
create table authenticator (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  preceptor_id bigint not null references preceptor,
  -- AES-GCM; the key is not in the database
  secret bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  wrong int not null default 0,
  wrong_since timestamptz
);
create unique index authenticator_on_ux on authenticator (preceptor_id) where confirmed_at is not null;

-- signing -------------------------------------------------------------------------------------
-- Who signs beside the author who was asked, in the order of place.
create table co_author (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  preceptor_id bigint not null references preceptor,
  place int not null,
  chair boolean not null,
  state varchar(20) not null,
  reason varchar(1000),
  invited_at timestamptz not null,
  declined_at timestamptz,
  unique (letter_id, preceptor_id)
);
create index co_author_preceptor_ix on co_author (preceptor_id, state);

-- From the first author's signature to the last one's.
create table signing_round (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  letter_id bigint not null references letter,
  number int not null,
  authors int not null,
  verify_code varchar(20) not null unique,
  state varchar(20) not null,
  file_sha256 char(64) not null references blob,
  upload_sha256 char(64) not null references blob,
  began_at timestamptz not null,
  ended_at timestamptz,
  version int not null
);
create unique index signing_round_open_ux on signing_round (letter_id) where state = 'OPEN';
create index signing_round_letter_ix on signing_round (letter_id, id);

create table author_signature (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  round_id bigint not null references signing_round,
  letter_id bigint not null references letter,
  preceptor_id bigint not null references preceptor,
  place int not null,
  name varchar(300) not null,
  title varchar(400),
  institution varchar(300) not null,
  chair boolean not null,
  meaning varchar(200) not null,
  signed_at timestamptz not null,
  zone varchar(60) not null,
  proof varchar(20) not null,
  tools varchar(20),
  tools_text varchar(40),
  address varchar(64),
  -- names what the author was shown and what came of it
  shown_sha256 char(64) not null,
  revision_sha256 char(64) not null references blob,
  unique (round_id, place),
  unique (round_id, preceptor_id)
);
create function author_signature_is_final() returns trigger language plpgsql as
  $$ begin raise exception 'a signature never changes'; end $$;
create trigger author_signature_final before update or delete on author_signature
  for each row execute function author_signature_is_final();

alter table signed_letter add column round_id bigint references signing_round;
-- The words of this version: a new one starts from them.
alter table signed_letter add column words text not null default '';
alter table signed_letter add column ended_at timestamptz;
alter table signed_letter add column end_reason varchar(1000);
alter table signed_letter disable trigger signed_letter_final;
update signed_letter s set words = l.body from letter l where l.id = s.letter_id;
alter table signed_letter enable trigger signed_letter_final;
create unique index signed_letter_current_ux on signed_letter (letter_id) where state = 'CURRENT';
create or replace function signed_letter_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'DELETE'
       or (old.original_sha256, old.upload_sha256, old.signed_at, old.verify_code, old.letter_id, old.number, old.words, old.round_id)
       is distinct from (new.original_sha256, new.upload_sha256, new.signed_at, new.verify_code, new.letter_id, new.number, new.words, new.round_id) then
      raise exception 'a signed letter never changes';
    end if;
    -- A version that was replaced or withdrawn never stands again.
    if old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN' or old.state = 'SUPERSEDED' and new.state = 'CURRENT' then
      raise exception 'a signed letter never comes back';
    end if;
    return new;
  end $$;

-- certificate ---------------------------------------------------------------------------------
create table certificate (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  signed_letter_id bigint not null unique references signed_letter,
  pdf_sha256 char(64) not null references blob,
  made_at timestamptz not null
);
