-- Whose key it is; null: nobody's in particular.
alter table api_key add column account_id bigint references account;
