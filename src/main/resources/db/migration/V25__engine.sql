-- Tries that a fault outside the portal ended; the run waits and goes on at its checkpoint.
create table run_retry (
  run_id bigint not null references run,
  number int not null,
  failure varchar(300) not null,
  noted_at timestamptz not null,
  retry_at timestamptz not null,
  primary key (run_id, number)
);

-- Whether somebody was told how a night ended, so that none is forgotten however old it is.
alter table night add told_at timestamptz;
update night n set told_at = ended_at where ended_at < now() - interval '1 day' or exists (select
  from mail m where m.tenant_id = n.tenant_id and m.event_key = 'night-watch:' || n.id);

-- How far a program's download of a packet went without a gap, until it is whole: somebody who takes
-- the last byte alone has not taken the packet.
create table packet_sent (
  packet_id bigint not null references packet on delete cascade,
  tag varchar(100) not null,
  until bigint not null,
  sent_at timestamptz not null,
  primary key (packet_id, tag)
);
