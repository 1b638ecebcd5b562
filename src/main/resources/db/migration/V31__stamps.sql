-- What a night compares before it reads anything (docs/adr/0039): the hash, computed in one query
-- for all, of what the newest report or packet was made from. Null: not known; then its inputs are
-- read and its key is compared, as ever. A stamp is a note about a row, and no part of it.
alter table skill_report add column stamp char(64);
alter table packet add column stamp char(64);
