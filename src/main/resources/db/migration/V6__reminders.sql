-- Mails with an HTML alternative and a calendar file; which reminder went for which duty.

-- notify --------------------------------------------------------------------------------------
alter table mail add column html text;
alter table mail add column calendar text;
comment on column mail.html is 'the same words as body; null once sent, and for mails of older portals';
comment on column mail.calendar is 'an iCalendar file to attach; null for none, and once sent';

-- reminder ------------------------------------------------------------------------------------
-- Each rung of the ladder that a duty has climbed, once and for all (S10).
create table reminder (
  duty_id bigint not null references duty,
  preceptor_id bigint not null references preceptor,
  step varchar(30) not null,
  tenant_id bigint not null references tenant,
  mail_key varchar(200) not null,
  sent_at timestamptz not null,
  primary key (duty_id, preceptor_id, step)
);
create index reminder_preceptor_ix on reminder (preceptor_id, sent_at);
create index reminder_tenant_ix on reminder (tenant_id, sent_at desc, duty_id);
comment on column reminder.step is 'a step of the season''s ladder, asked:<day> when the preceptor chose the day, desk:<day> for one by hand, escalation';
