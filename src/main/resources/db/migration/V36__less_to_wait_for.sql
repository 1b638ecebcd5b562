-- A node that still runs a night holds people's rows: rather give up soon, and be started again,
-- than let every page wait behind this.
set local lock_timeout = '5s';

-- Of whom a calibration's rows are: no reference any more. Each of them held its person's row until
-- the commit, and two strata kept side by side held the same people, which cost more than all else.
-- These rows come from evaluations, which do refer to their people, and can be computed again.
alter table figure_score drop constraint figure_score_learner_id_fkey;
alter table figure_leniency drop constraint figure_leniency_preceptor_id_fkey;

-- What Jakarta Batch notes by itself, some thirty commits a step, need not wait for the disk
-- (docs/adr/0050). A chunk's transaction has written its own rows before, so it waits as ever; and
-- so does who deletes from it, for the housekeeping does.
create function jb_waits_not() returns trigger language plpgsql as $$ begin
  if txid_current_if_assigned() is null then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  return null;
end $$;
do $$ declare
  t text;
begin
  foreach t in array array['jb_checkpointdata', 'jb_jobinstancedata', 'jb_executioninstancedata',
    'jb_stepexecutioninstancedata', 'jb_jobstatus', 'jb_stepstatus']
  loop
    execute format('create trigger %I before insert or update on %I for each statement'
      ' execute function jb_waits_not()', t || '_waits_not', t);
  end loop;
end $$;
