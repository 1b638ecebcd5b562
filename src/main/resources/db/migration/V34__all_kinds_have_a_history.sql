-- What a letter said before, also when it was answers or a file.
alter table letter_revision add column kind varchar(20) not null default 'WORDS';
alter table letter_revision add column source text not null default '';
alter table letter_revision add column source_sha256 char(64) references blob;
alter table letter_revision alter column kind drop default;
alter table letter_revision alter column source drop default;
-- As each column that names a kept file has: the housekeeping asks by it.
create index letter_revision_source_sha256_ix on letter_revision (source_sha256);

-- Of versions that were replaced or withdrawn before their kind was kept, nobody knows any more
-- whether they were prose. Where the letter ever was anything else, none is given as plain text.
alter table signed_letter disable trigger signed_letter_final;
update signed_letter s set kind = 'STRUCTURED'
  where s.state <> 'CURRENT' and s.kind = 'WORDS' and s.plain = ''
    and exists (select 1 from structured_letter a where a.letter_id = s.letter_id);
update signed_letter s set kind = 'OWN_PDF'
  where s.state <> 'CURRENT' and s.kind = 'WORDS' and s.plain = ''
    and exists (select 1 from own_pdf o where o.letter_id = s.letter_id);
alter table signed_letter enable trigger signed_letter_final;

-- Signed words are kept with the signed letter; with the round only until all have signed.
update signing_round set plain = '' where state <> 'OPEN';
