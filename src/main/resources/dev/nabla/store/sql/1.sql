create table nabla_schema (version int not null, at timestamptz not null default now());
insert into nabla_schema values (1);

-- changes: how often notes of the class were written; whoever writes one holds the row
create table class (class text primary key, changes bigint not null default 0, created timestamptz not null default now());

create table student (
    id bigint primary key, class text not null references class on delete cascade, name_key text not null,
    unique (class, name_key)
);

-- title and dates, accounts, polls, votes, the board: what is written last of each; change: the class's changes by then
create table note (
    class text not null references class on delete cascade, key text not null, change bigint not null,
    student bigint references student on delete cascade, line jsonb not null,
    primary key (class, key)
);
create index on note (class, change);
create index on note (student);

-- line: as it stands in a journal; digest: SHA-256 of it
create table event (
    student bigint not null references student on delete cascade, course text not null, digest bytea not null,
    at timestamptz not null, line text not null, host text not null,
    seq bigint generated always as identity, xid xid8 not null default pg_current_xact_id(),
    primary key (student, course, digest)
);
create index on event (xid);

create unlogged table session (
    host text not null, student bigint not null references student on delete cascade, place jsonb not null,
    seen timestamptz not null default now(),
    primary key (host, student)
);

-- when a teacher was last at some host
create unlogged table taught (
    class text primary key references class on delete cascade, seen timestamptz not null default now()
);
