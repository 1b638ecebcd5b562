-- evaluation: answers one by one, each with its revision; what is submitted is amended, never changed.

drop trigger evaluation_final on evaluation;
drop trigger evaluation_rating_final on evaluation_rating;

create table evaluation_answer (
  evaluation_id bigint not null references evaluation,
  question varchar(60) not null,
  value text not null,
  revision int not null,
  saved_at timestamptz not null,
  primary key (evaluation_id, question)
);
comment on column evaluation_answer.value is
  'ratings "1" to "5", "0" means not observed; texts, days, encounters and conflict by their codes';

insert into evaluation_answer
  select r.evaluation_id, r.item, coalesce(r.rating::text, '0'), 1, e.saved_at
  from evaluation_rating r join evaluation e on e.id = r.evaluation_id;
insert into evaluation_answer
  select id, 'strengths', strengths, 1, saved_at from evaluation where strengths <> '';
insert into evaluation_answer
  select id, 'improvement', improvement, 1, saved_at from evaluation where improvement <> '';
insert into evaluation_answer
  select id, 'days', days_observed::text, 1, saved_at from evaluation where days_observed is not null;

alter table evaluation
  drop constraint evaluation_rotation_id_phase_key,
  drop column strengths,
  drop column improvement,
  drop column days_observed,
  add column amends_id bigint references evaluation,
  add column superseded_by bigint references evaluation,
  add column straight_line boolean,
  add column seconds int,
  add column captured_by_card bigint,
  add column observer varchar(200),
  add column typed_by varchar(300),
  add column ready_at timestamptz,
  add column viewed_revision int;
comment on column evaluation.seconds is 'time spent on it: pauses longer than a minute count as one';
comment on column evaluation.viewed_revision is
  'the sum of the answers'' revisions when its preceptor last had the whole of it before them';

update evaluation e set straight_line = coalesce(
  (select count(*) >= 5 and count(distinct r.rating) = 1 from evaluation_rating r
   where r.evaluation_id = e.id and r.rating is not null), false)
  where status = 'SUBMITTED';
drop table evaluation_rating;
drop function evaluation_rating_is_final();

-- One draft of each preceptor for a rotation and phase, one submitted evaluation that counts.
create unique index evaluation_draft_ux on evaluation (rotation_id, phase, preceptor_id)
  where status = 'DRAFT' and phase <> 'ENCOUNTER';
create unique index evaluation_current_ux on evaluation (rotation_id, phase)
  where status = 'SUBMITTED' and superseded_by is null and phase <> 'ENCOUNTER';
create index evaluation_rotation_ix on evaluation (rotation_id, phase);
create index evaluation_preceptor_ix on evaluation (preceptor_id, phase, status);

-- A submitted evaluation never changes (EV-5), but once: it is marked as superseded.
create or replace function evaluation_is_final() returns trigger language plpgsql as
  $$ begin
    if old.status = 'SUBMITTED' then
      if tg_op = 'UPDATE' and old.superseded_by is null and new.superseded_by is not null
         and to_jsonb(new) - 'superseded_by' = to_jsonb(old) - 'superseded_by' then
        return new;
      end if;
      raise exception 'a submitted evaluation never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger evaluation_final before update or delete on evaluation
  for each row execute function evaluation_is_final();
create function evaluation_answer_is_final() returns trigger language plpgsql as
  $$ declare
    touched bigint[] := case tg_op
      when 'INSERT' then array[new.evaluation_id]
      when 'DELETE' then array[old.evaluation_id]
      else array[old.evaluation_id, new.evaluation_id] end;
  begin
    if exists (select from evaluation e where e.id = any (touched) and e.status = 'SUBMITTED') then
      raise exception 'a submitted evaluation never changes';
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger evaluation_answer_final before insert or update or delete on evaluation_answer
  for each row execute function evaluation_answer_is_final();
