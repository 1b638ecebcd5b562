-- News that could not be told wait, and let others go first.
alter table letter_news add column tell_at timestamptz not null default now();
