-- The job repository of Jakarta Batch in our own database, in the shape payara-jbatch expects:
-- names, types and serial ids are its own (prefix jb_: src/main/payara/preboot.txt).
-- Made here and not by the server on first use: two nodes would race, and it adds no indexes.
create table jb_checkpointdata (
  id  varchar(512),
  obj bytea
);
create index jb_checkpointdata_id on jb_checkpointdata (id);

create table jb_jobinstancedata (
  jobinstanceid serial primary key,
  name          varchar(512),
  apptag        varchar(512)
);

create table jb_executioninstancedata (
  jobexecid     serial primary key,
  jobinstanceid bigint not null references jb_jobinstancedata (jobinstanceid),
  createtime    timestamp,
  starttime     timestamp,
  endtime       timestamp,
  updatetime    timestamp,
  parameters    bytea,
  batchstatus   varchar(512),
  exitstatus    varchar(512)
);
create index jb_executioninstancedata_instance on jb_executioninstancedata (jobinstanceid);

create table jb_stepexecutioninstancedata (
  stepexecid       serial primary key,
  jobexecid        bigint not null references jb_executioninstancedata (jobexecid),
  batchstatus      varchar(512),
  exitstatus       varchar(512),
  stepname         varchar(512),
  readcount        integer,
  writecount       integer,
  commitcount      integer,
  rollbackcount    integer,
  readskipcount    integer,
  processskipcount integer,
  filtercount      integer,
  writeskipcount   integer,
  starttime        timestamp,
  endtime          timestamp,
  persistentdata   bytea
);
create index jb_stepexecutioninstancedata_execution on jb_stepexecutioninstancedata (jobexecid);

create table jb_jobstatus (
  id  bigint not null references jb_jobinstancedata (jobinstanceid),
  obj bytea
);
create index jb_jobstatus_id on jb_jobstatus (id);

create table jb_stepstatus (
  id  bigint not null references jb_stepexecutioninstancedata (stepexecid),
  obj bytea
);
create index jb_stepstatus_id on jb_stepstatus (id);
