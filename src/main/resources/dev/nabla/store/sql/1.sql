create table class (
    class text primary key, title text not null, course text, zone text not null, code text,
    created timestamptz not null default now(),
    changes bigint not null default 0 -- how often title, dates, accounts or polls were changed
);
create table student (
    id bigint primary key, class text not null references class on delete cascade,
    name text not null, name_key text not null, pin text, joined timestamptz not null,
    unique (class, name_key)
);
create table key (
    class text not null, fingerprint text not null, student bigint not null references student on delete cascade,
    primary key (class, fingerprint)
);
create index on key (student);
create table event (
    student bigint not null references student on delete cascade, course text not null, digest bytea not null,
    at timestamptz not null, line text not null, host text not null,
    seq bigint generated always as identity, xid xid8 not null default pg_current_xact_id(),
    primary key (student, course, digest)
);
create index on event (xid);
create table poll (
    class text not null references class on delete cascade, id bigint not null,
    section text not null, item text not null, seed bigint not null, phase text not null, since timestamptz not null,
    primary key (class, id)
);
create table vote (
    poll bigint not null, round smallint not null, student bigint not null references student on delete cascade,
    kind text not null, at timestamptz not null default now(),
    primary key (poll, round, student)
);
create index on vote (student);
create table board (
    class text primary key references class on delete cascade, revision bigint not null, document jsonb, poll bigint
);
create table due (
    class text not null references class on delete cascade, section text not null,
    student bigint references student on delete cascade, at timestamptz not null
);
create unlogged table session (
    host text not null, student bigint not null references student on delete cascade, place jsonb not null,
    seen timestamptz not null default now(),
    primary key (host, student)
);
