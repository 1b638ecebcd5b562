-- What a letter is made of -----------------------------------------------------------------------
alter table letter add column kind varchar(20) not null default 'WORDS'
  check (kind in ('WORDS', 'STRUCTURED', 'OWN_PDF'));

-- A structured letter's answers, or those of a form that a service takes in its own pages. The
-- letter's version guards them: whoever saves them holds the letter.
create table structured_letter (
  letter_id bigint primary key references letter,
  tenant_id bigint not null references tenant,
  structure varchar(60) not null,
  structure_version int not null,
  answers text not null,
  -- The comparison band that was chosen, for the author's own history; null: none yet.
  band int,
  history_hidden boolean not null default false
);
create index structured_letter_structure_ix on structured_letter (structure);

-- The PDF that an author brought for a letter. It is kept as it came.
create table own_pdf (
  letter_id bigint primary key references letter,
  tenant_id bigint not null references tenant,
  sha256 char(64) not null references blob,
  pages int not null,
  uploaded_at timestamptz not null
);
