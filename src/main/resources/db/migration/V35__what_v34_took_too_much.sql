-- A node that still runs the portal of before keeps prose, and knows no other kind.
alter table letter_revision alter column kind set default 'WORDS';
alter table letter_revision alter column source set default '';

-- V34 meant versions that were signed before their kind was kept, and took the plain text of later
-- ones too. What it marked is not prose, and has nothing that it is made of.
alter table signed_letter disable trigger signed_letter_final;
update signed_letter set kind = 'WORDS'
  where kind <> 'WORDS' and source = ''
    and signed_at > (select installed_on from flyway_schema_history where version = '24' and success);
alter table signed_letter enable trigger signed_letter_final;

-- Keys of before keys had owners open the machine doors for up to a year: time to make new ones.
update api_key set expires_at = now() + interval '30 days'
  where account_id is null and revoked_at is null and expires_at > now() + interval '30 days';
