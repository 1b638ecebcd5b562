-- A packet says itself up to when it counts: a night that finds one that was made at once while it ran
-- brings that one up to date, and the cut-off is then not the night's own.
alter table packet add column cutoff timestamptz;
update packet k set cutoff = n.cutoff from run u join night n on n.id = u.night_id where u.id = k.run_id;
alter table packet alter column cutoff set not null;
