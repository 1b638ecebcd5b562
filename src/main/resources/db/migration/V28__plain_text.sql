-- A signed version as plain text: what was signed, whatever draft and records say later. Empty: an
-- author's own PDF, and letters signed before this.
alter table signing_round add column plain text not null default '';
alter table signed_letter add column plain text not null default '';
create or replace function signed_letter_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'DELETE'
       or (old.original_sha256, old.upload_sha256, old.signed_at, old.verify_code, old.letter_id, old.number, old.words, old.round_id, old.kind, old.source, old.source_sha256, old.plain)
       is distinct from (new.original_sha256, new.upload_sha256, new.signed_at, new.verify_code, new.letter_id, new.number, new.words, new.round_id, new.kind, new.source, new.source_sha256, new.plain) then
      raise exception 'a signed letter never changes';
    end if;
    -- A version that was replaced or withdrawn never stands again.
    if old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN' or old.state = 'SUPERSEDED' and new.state = 'CURRENT' then
      raise exception 'a signed letter never comes back';
    end if;
    return new;
  end $$;
-- As each column that names a kept file has: the housekeeping asks by it.
create index signed_letter_source_sha256_ix on signed_letter (source_sha256);
