-- form ----------------------------------------------------------------------------------------
-- An institution's own evaluation forms; the portal's own are files. A row without a number is
-- the draft of the next version.
create table evaluation_form (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  code varchar(60) not null check (code like 'own-%'),
  number int check (number > 0),
  title varchar(200) not null,
  body text not null,
  saved_at timestamptz not null,
  saved_by varchar(200) not null,
  published_at timestamptz,
  published_by varchar(200),
  retired_at timestamptz,
  retired_by varchar(200),
  version int not null,
  unique (tenant_id, code, number),
  check ((number is null) = (published_at is null))
);
create unique index evaluation_form_draft_ux on evaluation_form (tenant_id, code)
  where number is null;

-- A published version never changes (FO-1): it may only be retired, once.
create function evaluation_form_is_final() returns trigger language plpgsql as
  $$ begin
    if tg_op = 'TRUNCATE' then
      raise exception 'a published form version never changes';
    end if;
    if old.number is not null then
      if tg_op = 'DELETE' then
        raise exception 'a published form version never changes';
      end if;
      if (new.id, new.tenant_id, new.code, new.number, new.title, new.body, new.saved_at,
          new.saved_by, new.published_at, new.published_by)
         is distinct from
         (old.id, old.tenant_id, old.code, old.number, old.title, old.body, old.saved_at,
          old.saved_by, old.published_at, old.published_by)
         or old.retired_at is not null
            and (new.retired_at, new.retired_by) is distinct from (old.retired_at, old.retired_by)
      then
        raise exception 'a published form version never changes';
      end if;
    end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$;
create trigger evaluation_form_final before update or delete on evaluation_form
  for each row execute function evaluation_form_is_final();
create trigger evaluation_form_kept before truncate on evaluation_form
  for each statement execute function evaluation_form_is_final();
