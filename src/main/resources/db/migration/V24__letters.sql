-- Who signs a letter as the department's chair: nobody, a colleague asked by the author, the author.
alter table letter add column chair varchar(20) not null default 'NONE';
alter table letter alter column chair drop default;
update letter l set chair = 'COLLEAGUE'
  where exists (select 1 from letter_ask a where a.letter_id = l.id and a.chair_letter)
    or exists (select 1 from co_author c where c.letter_id = l.id and c.chair and c.state = 'INVITED');

-- What the next version of a signed letter begins from: its kind, and the answers or the file.
alter table signed_letter add column kind varchar(20) not null default 'WORDS';
alter table signed_letter add column source text not null default '';
alter table signed_letter add column source_sha256 char(64) references blob;
alter table signed_letter disable trigger signed_letter_final;
update signed_letter s set kind = 'STRUCTURED', source = json_build_object(
    'structure', a.structure, 'version', a.structure_version, 'answers', a.answers::json,
    'hideHistory', a.history_hidden)::text
  from letter l join structured_letter a on a.letter_id = l.id
  where l.id = s.letter_id and l.kind = 'STRUCTURED' and s.state = 'CURRENT';
update signed_letter s set kind = 'OWN_PDF', source = o.pages::text, source_sha256 = o.sha256
  from letter l join own_pdf o on o.letter_id = l.id
  where l.id = s.letter_id and l.kind = 'OWN_PDF' and s.state = 'CURRENT';
alter table signed_letter enable trigger signed_letter_final;
alter table signed_letter alter column kind drop default;
alter table signed_letter alter column source drop default;
create or replace function signed_letter_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'DELETE'
       or (old.original_sha256, old.upload_sha256, old.signed_at, old.verify_code, old.letter_id, old.number, old.words, old.round_id, old.kind, old.source, old.source_sha256)
       is distinct from (new.original_sha256, new.upload_sha256, new.signed_at, new.verify_code, new.letter_id, new.number, new.words, new.round_id, new.kind, new.source, new.source_sha256) then
      raise exception 'a signed letter never changes';
    end if;
    -- A version that was replaced or withdrawn never stands again.
    if old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN' or old.state = 'SUPERSEDED' and new.state = 'CURRENT' then
      raise exception 'a signed letter never comes back';
    end if;
    return new;
  end $$;
