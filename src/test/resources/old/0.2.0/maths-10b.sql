SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.class (
    class text NOT NULL,
    changes bigint DEFAULT 0 NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.event (
    student bigint NOT NULL,
    course text NOT NULL,
    digest bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    line text NOT NULL,
    host text NOT NULL,
    seq bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);
ALTER TABLE public.event ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.event_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.nabla_schema (
    version integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.note (
    class text NOT NULL,
    key text NOT NULL,
    change bigint NOT NULL,
    student bigint,
    line jsonb NOT NULL
);
CREATE UNLOGGED TABLE public.session (
    host text NOT NULL,
    student bigint NOT NULL,
    place jsonb NOT NULL,
    seen timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.student (
    id bigint NOT NULL,
    class text NOT NULL,
    name_key text NOT NULL
);
CREATE UNLOGGED TABLE public.taught (
    class text NOT NULL,
    seen timestamp with time zone DEFAULT now() NOT NULL
);
INSERT INTO public.class VALUES ('maths-10b', 14, '2026-11-29 09:43:47.078203+00');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (4630643722967737763, 'maths', '\x861e04485efbdfb304cf7f35659e38283c49ed7089ffec68f52f1747152da8d5', '2026-11-29 09:43:54.157+00', '{"format":1,"at":"2026-11-29T09:43:54.157Z","event":"answered","section":"02","item":"2.1","seed":0,"typed":"5","right":false,"misconception":"wrong-pairs","predicted":false,"of":"d3c492e3"}', 'host', 1, '761');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (4630643722967737763, 'maths', '\x7b6851ed764a4882e12ac578d1b5f488dd6351e43f51fd788201606d9dac3803', '2026-11-29 09:43:54.878+00', '{"format":1,"at":"2026-11-29T09:43:54.878Z","event":"answered","section":"02","item":"2.1","seed":0,"typed":"1","right":true,"predicted":false,"of":"d3c492e3"}', 'host', 2, '764');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (4630643722967737763, 'maths', '\xfee757b6e4fb169e58da2a9e963320889cf6f3828b2135a40fd537acefb6d6d9', '2026-11-29 09:43:56.784+00', '{"format":1,"at":"2026-11-29T09:43:56.784Z","event":"answered","section":"02","item":"2.2","seed":0,"typed":"0.94","right":true,"predicted":false,"of":"fe66e533"}', 'host', 3, '774');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (1399506741144253671, 'maths', '\x9223afe8f810299504675f140a08257f8d7cb83d6e5f6a62880438414802e31c', '2026-11-29 09:43:58.975+00', '{"format":1,"at":"2026-11-29T09:43:58.975Z","event":"answered","section":"02","item":"2.3","seed":0,"typed":"0.5","right":false,"predicted":false,"of":"8a1f252c"}', 'host', 4, '785');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (4630643722967737763, 'maths', '\x45a395c7573a70ebbf7bf775920bd493f71483224f42970dfbf3c1023c260cd2', '2026-11-29 09:44:02.518+00', '{"format":1,"at":"2026-11-29T09:44:02.518Z","event":"stood","section":"02","figure":"dot","settings":{}}', 'host', 5, '804');
INSERT INTO public.event OVERRIDING SYSTEM VALUE VALUES (1399506741144253671, 'maths', '\x8efc0c7b01bfbd56c8d28667e9e26e4566c054573463ac906a4436085abc96a8', '2026-11-29 09:44:02.551+00', '{"format":1,"at":"2026-11-29T09:44:02.551Z","event":"stood","section":"02","figure":"dot","settings":{}}', 'host', 6, '806');
INSERT INTO public.nabla_schema VALUES (1, '2026-11-29 09:43:47.078203+00');
INSERT INTO public.note VALUES ('maths-10b', 'student/4630643722967737763', 3, 4630643722967737763, '{"keys": "SHA256:GVNQXWsDWoQhBcnRUvr1/FS8pUzWzmwtqUDe8vZY9Jg", "name": "ada", "event": "student", "format": 1, "joined": "2026-11-29T09:43:49.096Z", "student": "4630643722967737763"}');
INSERT INTO public.note VALUES ('maths-10b', 'student/1399506741144253671', 4, 1399506741144253671, '{"pin": "pbkdf2-sha256:20000:846cdff90f0fed428eb0d2c295b43cb6:27f9da07a9ab0b2857c12ddd9baf5ddee964ee2df4417563b01ed10bfa28dd6c", "keys": "", "name": "bob", "event": "student", "format": 1, "joined": "2026-11-29T09:43:49.856Z", "student": "1399506741144253671"}');
INSERT INTO public.note VALUES ('maths-10b', 'vote/1/1/4630643722967737763', 7, 4630643722967737763, '{"kind": "right", "poll": 1, "event": "vote", "round": 1, "format": 1, "student": "4630643722967737763"}');
INSERT INTO public.note VALUES ('maths-10b', 'vote/1/1/1399506741144253671', 8, 1399506741144253671, '{"kind": "wrong-pairs", "poll": 1, "event": "vote", "round": 1, "format": 1, "student": "1399506741144253671"}');
INSERT INTO public.note VALUES ('maths-10b', 'poll/1', 11, NULL, '{"item": "2.1", "poll": 1, "seed": 0, "event": "poll", "phase": "REVEALED", "since": "2026-11-29T09:44:03.764Z", "format": 1, "section": "02"}');
INSERT INTO public.note VALUES ('maths-10b', 'board', 12, NULL, '{"poll": 1, "event": "board", "format": 1, "revision": 3}');
INSERT INTO public.note VALUES ('maths-10b', 'class', 14, NULL, '{"due": {"02": "2026-12-01T17:00:00Z", "06 4630643722967737763": "2026-12-08T17:00:00Z"}, "code": "fern-otter-42", "zone": "Europe/Berlin", "event": "class", "title": "Maths 10b", "format": 1}');
INSERT INTO public.student VALUES (4630643722967737763, 'maths-10b', 'ada');
INSERT INTO public.student VALUES (1399506741144253671, 'maths-10b', 'bob');
INSERT INTO public.taught VALUES ('maths-10b', '2026-11-29 09:44:06.047322+00');
SELECT pg_catalog.setval('public.event_seq_seq', 6, true);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT class_pkey PRIMARY KEY (class);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (student, course, digest);
ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (class, key);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (host, student);
ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_class_name_key_key UNIQUE (class, name_key);
ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taught
    ADD CONSTRAINT taught_pkey PRIMARY KEY (class);
CREATE INDEX event_xid_idx ON public.event USING btree (xid);
CREATE INDEX note_class_change_idx ON public.note USING btree (class, change);
CREATE INDEX note_student_idx ON public.note USING btree (student);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_student_fkey FOREIGN KEY (student) REFERENCES public.student(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_class_fkey FOREIGN KEY (class) REFERENCES public.class(class) ON DELETE CASCADE;
ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_student_fkey FOREIGN KEY (student) REFERENCES public.student(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_student_fkey FOREIGN KEY (student) REFERENCES public.student(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_class_fkey FOREIGN KEY (class) REFERENCES public.class(class) ON DELETE CASCADE;
ALTER TABLE ONLY public.taught
    ADD CONSTRAINT taught_class_fkey FOREIGN KEY (class) REFERENCES public.class(class) ON DELETE CASCADE;
