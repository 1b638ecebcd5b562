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
