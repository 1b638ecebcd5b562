-- A rotation has one letter that something may come of; a withdrawn one is over, as a declined one.
drop index letter_active_ux;
create unique index letter_active_ux on letter (rotation_id)
  where status not in ('DECLINED', 'WITHDRAWN');
