-- One row per chat. The columns hold what is looked up; state holds what only the dialogue reads.
create table conversation (
  id varchar(36) primary key,
  channel varchar(16) not null,
  chat varchar(128) not null,
  token_hash varchar(64),
  state text not null,
  version bigint not null,
  last_seq bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint conversation_address unique (channel, chat)
);
create index conversation_updated on conversation (updated_at);

-- The transcript: what was said, in the order it was said.
create table message (
  conversation_id varchar(36) not null references conversation (id) on delete cascade,
  seq bigint not null,
  origin varchar(8) not null,
  body text not null,
  created_at timestamp with time zone not null,
  primary key (conversation_id, seq)
);

-- Deliveries, stored before the platform is told "ok". The body is emptied once it is handled.
create table inbox (
  id bigint generated always as identity primary key,
  channel varchar(16) not null,
  chat varchar(128) not null,
  delivery_id varchar(256) not null,
  body text not null,
  status varchar(12) not null,
  attempts int not null,
  received_at timestamp with time zone not null,
  constraint inbox_delivery unique (channel, delivery_id)
);
create index inbox_status on inbox (status, channel, chat, id);

-- Messages on their way to a platform that must be called. The body is emptied once it is there.
-- unanswered counts the attempts to send next_part whose outcome is not known.
create table outbox (
  id bigint generated always as identity primary key,
  channel varchar(16) not null,
  chat varchar(128) not null,
  body text not null,
  status varchar(12) not null,
  next_part int not null,
  attempts int not null,
  unanswered int not null,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null
);
create index outbox_status on outbox (status, channel, chat, id);

-- A conversation that a person shall take over.
create table ticket (
  id varchar(36) primary key,
  reference varchar(12) not null,
  conversation_id varchar(36) not null references conversation (id) on delete cascade,
  reason varchar(32) not null,
  language varchar(16) not null,
  status varchar(12) not null,
  created_at timestamp with time zone not null,
  constraint ticket_reference unique (reference)
);
create index ticket_conversation on ticket (conversation_id);

-- How far Telegram's updates were taken in.
create table telegram_offset (
  bot_id bigint primary key,
  next_update_id bigint not null
);
