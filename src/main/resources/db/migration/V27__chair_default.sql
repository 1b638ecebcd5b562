-- A letter is no chair letter unless somebody says so.
alter table letter alter column chair set default 'NONE';
