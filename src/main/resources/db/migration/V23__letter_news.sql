-- notify --------------------------------------------------------------------------------------
-- Letters that were just signed; who is to know gets a mail a moment later.
create table letter_news (
  signed_letter_id bigint primary key references signed_letter,
  tenant_id bigint not null references tenant
);
