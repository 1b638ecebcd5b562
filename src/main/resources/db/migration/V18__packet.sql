-- Packets: by channel, with a signed manifest, changes since the last download --------------------

-- For which channel the learner let a program have a letter: one that goes by a service is not
-- given by us, even if the program's channel changes later.
alter table letter_release add column channel varchar(20) not null default 'DIRECT';

-- asked_key is the hash of all that the file is made from when every part can be read; input_key
-- says what was really bound. left_out: what was not, and why.
alter table applicant_file add column asked_key char(64);
update applicant_file set asked_key = input_key;
alter table applicant_file alter column asked_key set not null;
alter table applicant_file add column left_out varchar(2000);
create index applicant_file_asked_ix on applicant_file (program_id, season, asked_key);

-- asked_key: the same for a packet; null for packets of former days. as_of: the newest thing in it,
-- the time of the ZIP's files.
alter table packet add column channel varchar(20) not null default 'DIRECT';
alter table packet add column asked_key char(64);
alter table packet add column as_of timestamptz;
update packet set as_of = made_at;
alter table packet alter column as_of set not null;

-- A packet's later statements (a letter was withdrawn) and the portal's signature over each: it is
-- made once, so that a resumed download goes on with the same bytes.
create table packet_statement (
  packet_id bigint not null references packet on delete cascade,
  statement_sha256 char(64) not null,
  p7s bytea not null,
  made_at timestamptz not null,
  primary key (packet_id, statement_sha256)
);

-- Which packets a program's staff have taken whole, and when last.
create table packet_taken (
  packet_id bigint primary key references packet on delete cascade,
  program_id bigint not null references program,
  taken_at timestamptz not null
);
create index packet_taken_program_ix on packet_taken (program_id, taken_at desc);
