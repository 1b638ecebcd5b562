-- Names of the packet's files that a download lacked, because they held a withdrawn letter. Of former
-- downloads this is not known: what is withdrawn is named to them once too often rather than never.
alter table packet_taken add column left_out text[] not null default '{}';
