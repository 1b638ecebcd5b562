-- card ----------------------------------------------------------------------------------------
-- A rotation's printed card; its code reads nothing, it only lets somebody write an observation.
create table rotation_card (
  id bigint primary key,
  tenant_id bigint not null references tenant,
  rotation_id bigint not null references rotation,
  code varchar(26) not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create unique index rotation_card_working_ux on rotation_card (rotation_id)
  where revoked_at is null;

-- evaluation ----------------------------------------------------------------------------------
-- How an encounter came in by a card. While its evaluation is a draft, it waits for the preceptor.
create table encounter_capture (
  evaluation_id bigint primary key references evaluation,
  send_key varchar(36) not null unique,
  signed_in_as varchar(300),
  discarded_at timestamptz,
  discard_reason varchar(500),
  check ((discarded_at is null) = (discard_reason is null))
);
alter table evaluation add foreign key (captured_by_card) references rotation_card;
