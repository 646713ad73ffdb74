-- The record of a case, derived from its originals and its journal.
--
-- Every table holds one frozen type of `svod.model`, every row one value, in the
-- order of the record (rowid). A field that is a number, a text or nothing is a
-- column; a field with parts is JSON. Columns behind `GENERATED` repeat parts of
-- that JSON for people and indexes. Numbers have no declared type: a count stays
-- a whole number. Offsets are code points of documents.text, half open.

PRAGMA application_id = 1398165316;  -- "SVOD"
PRAGMA user_version = 6;             -- version of this schema

-- What holds for the record as a whole: `title`, `svod` (version that wrote it).
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

-- Accounts as received.
CREATE TABLE documents (
    id TEXT NOT NULL,
    file TEXT NOT NULL,            -- relative to the folder that was read
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,          -- of the document's own bytes
    text_sha256 TEXT NOT NULL,     -- of the text in UTF-8
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    language TEXT NOT NULL,        -- BCP 47
    title TEXT NOT NULL,
    published TEXT,                -- EDTF
    published_from TEXT,
    genre TEXT NOT NULL,
    url TEXT NOT NULL,
    source TEXT NOT NULL,          -- JSON: name, named, kind
    reprint_of TEXT,               -- id of the document that it copies
    author TEXT NOT NULL,
    captured TEXT NOT NULL,        -- ISO 8601: when a page was captured or a file made
    container TEXT NOT NULL,       -- SHA-256 of the archive that was received and holds it
    evidence TEXT NOT NULL,        -- JSON: pairs of field and where it was read
    parts TEXT NOT NULL,           -- JSON: pages, paragraphs, elements, rows of the original
    original TEXT GENERATED ALWAYS AS (iif(container = '', sha256, container)) VIRTUAL, -- originals/ab/ab12…
    publisher TEXT GENERATED ALWAYS AS (json_extract(source, '$.name')) VIRTUAL
);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_sha256 ON documents (sha256);

-- What one account says, in its own words.
CREATE TABLE statements (
    id TEXT NOT NULL,              -- made from content
    kind TEXT NOT NULL,            -- event, figure, demand, commitment, accusation
    citation TEXT NOT NULL,        -- JSON: document, span, quote
    claim TEXT NOT NULL,           -- JSON: the fields of its kind
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    "when" TEXT,                   -- EDTF
    dated_by TEXT NOT NULL,
    "where" TEXT,                  -- JSON: a place, or null
    voice TEXT NOT NULL,           -- JSON: innermost first
    rule TEXT NOT NULL,
    trigger TEXT NOT NULL,         -- JSON: the words that fired the rule
    place_span TEXT,               -- JSON: the words that name the place, or null where it is inferred
    by_hand TEXT,                  -- JSON: what people corrected, or null
    document TEXT GENERATED ALWAYS AS (json_extract(citation, '$.document')) VIRTUAL,
    start INTEGER GENERATED ALWAYS AS (json_extract(citation, '$.span.start')) VIRTUAL,
    "end" INTEGER GENERATED ALWAYS AS (json_extract(citation, '$.span.end')) VIRTUAL,
    quote TEXT GENERATED ALWAYS AS (json_extract(citation, '$.quote')) VIRTUAL,
    place TEXT GENERATED ALWAYS AS (json_extract("where", '$.name')) VIRTUAL
);
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_document ON statements (document, start);

-- Statements that people rejected, and what the machine read where they corrected it;
-- columns as in `statements`.
CREATE TABLE rejected (
    id TEXT NOT NULL, kind TEXT NOT NULL, citation TEXT NOT NULL, claim TEXT NOT NULL, polarity TEXT NOT NULL,
    modality TEXT NOT NULL, "when" TEXT, dated_by TEXT NOT NULL, "where" TEXT, voice TEXT NOT NULL,
    rule TEXT NOT NULL, trigger TEXT NOT NULL, place_span TEXT, by_hand TEXT
);
CREATE TABLE as_read (
    id TEXT NOT NULL, kind TEXT NOT NULL, citation TEXT NOT NULL, claim TEXT NOT NULL, polarity TEXT NOT NULL,
    modality TEXT NOT NULL, "when" TEXT, dated_by TEXT NOT NULL, "where" TEXT, voice TEXT NOT NULL,
    rule TEXT NOT NULL, trigger TEXT NOT NULL, place_span TEXT, by_hand TEXT
);

-- What people decided, in order, and what came of it.
CREATE TABLE decisions (
    decision TEXT NOT NULL,        -- JSON: the line of the journal
    status TEXT NOT NULL,          -- holds, undone, overruled, partial, lost
    statements TEXT NOT NULL,      -- JSON list of ids
    why TEXT NOT NULL,
    sequence INTEGER GENERATED ALWAYS AS (json_extract(decision, '$.sequence')) VIRTUAL,
    "by" TEXT GENERATED ALWAYS AS (json_extract(decision, '$.by')) VIRTUAL,
    action TEXT GENERATED ALWAYS AS (json_extract(decision, '$.action')) VIRTUAL
);

-- Whose word a statement is, in the end.
CREATE TABLE origins (statement TEXT NOT NULL, origin TEXT NOT NULL);
CREATE INDEX origins_by_statement ON origins (statement);

-- Times, places and names where they stand.
CREATE TABLE mentions (
    document TEXT NOT NULL,
    kind TEXT NOT NULL,            -- time, place, name
    span TEXT NOT NULL,            -- JSON: start, end
    text TEXT NOT NULL,
    value TEXT,                    -- EDTF, or canonical name
    detail TEXT NOT NULL,
    rule TEXT NOT NULL,
    place TEXT,                    -- JSON: a place, or null
    start INTEGER GENERATED ALWAYS AS (json_extract(span, '$.start')) VIRTUAL,
    "end" INTEGER GENERATED ALWAYS AS (json_extract(span, '$.end')) VIRTUAL
);
CREATE INDEX mentions_by_document ON mentions (document, kind);

-- Who and what several accounts name.
CREATE TABLE entities (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,            -- person, organisation, place, group
    name TEXT NOT NULL,
    names TEXT NOT NULL,           -- JSON list: every form met
    documents TEXT NOT NULL,       -- JSON list of ids
    mentions INTEGER NOT NULL,
    why TEXT NOT NULL,             -- JSON list
    place TEXT                     -- JSON: a place, or null
);

-- Event statements on one happening.
CREATE TABLE events (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    type TEXT NOT NULL,
    "when" TEXT,
    "where" TEXT,
    statements TEXT NOT NULL,      -- this and the next four: JSON lists of ids or names
    documents TEXT NOT NULL,
    origins TEXT NOT NULL,
    denied_by TEXT NOT NULL,
    silent TEXT NOT NULL,
    answers TEXT NOT NULL,         -- JSON, see the view `answers`
    why TEXT NOT NULL,
    place TEXT GENERATED ALWAYS AS (json_extract("where", '$.name')) VIRTUAL
);

-- Figures on one quantity.
CREATE TABLE series (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    "of" TEXT NOT NULL,
    unit TEXT NOT NULL,
    "when" TEXT,
    "where" TEXT,
    low,
    high,
    statements TEXT NOT NULL,
    documents TEXT NOT NULL,
    origins TEXT NOT NULL,
    silent TEXT NOT NULL,
    readings TEXT NOT NULL,        -- JSON, see the view `readings`
    answers TEXT NOT NULL,
    why TEXT NOT NULL,
    place TEXT GENERATED ALWAYS AS (json_extract("where", '$.name')) VIRTUAL
);

-- Where accounts part.
CREATE TABLE disagreements (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,           -- JSON list of events or series
    why TEXT NOT NULL,
    sides TEXT NOT NULL,           -- JSON, see the view `sides`
    severity TEXT NOT NULL         -- high, medium, low, none
);

-- What one account calls one group of actors.
CREATE TABLE labels (
    "group" TEXT NOT NULL,
    words TEXT NOT NULL,
    document TEXT NOT NULL,
    quoted INTEGER NOT NULL,
    scare_quotes INTEGER NOT NULL,
    statements TEXT NOT NULL       -- JSON list of ids
);

-- Since when and until when one outlet uses some words for one group of actors.
CREATE TABLE usages (
    outlet TEXT NOT NULL,
    "group" TEXT NOT NULL,
    words TEXT NOT NULL,
    quoted INTEGER NOT NULL,
    scare_quotes INTEGER NOT NULL,
    first TEXT,                    -- EDTF
    last TEXT,                     -- EDTF
    documents TEXT NOT NULL,       -- JSON list of ids
    statements TEXT NOT NULL       -- JSON list of ids
);

-- Where an outlet calls people one thing first and another later.
CREATE TABLE shifts (
    outlet TEXT NOT NULL,
    about TEXT NOT NULL,           -- crowd, foreign_troops, rulers
    steps TEXT NOT NULL            -- JSON list: words, first, last, statements
);

-- Which later statement bears on which promise or demand.
CREATE TABLE bearings (
    promise TEXT NOT NULL,         -- id of a commitment or demand
    statement TEXT NOT NULL,       -- id of the later statement
    how TEXT NOT NULL              -- repeated, promised, done, contradicted
);

-- Which account copies, retells or quotes which.
CREATE TABLE derivations (
    document TEXT NOT NULL,        -- id of the later account
    kind TEXT NOT NULL,            -- copy, retelling, citation
    source TEXT NOT NULL,          -- publisher of the other
    account TEXT,                  -- id of the other, if it can be told
    words TEXT,                    -- JSON: document, span, text that say so
    changes TEXT NOT NULL          -- JSON list: kind, before, after
);

-- Days, hours and places of which nobody tells.
CREATE TABLE silences (
    kind TEXT NOT NULL,            -- days, hours, place
    first TEXT NOT NULL,           -- EDTF
    last TEXT NOT NULL,            -- EDTF
    "where" TEXT,                  -- JSON
    before TEXT NOT NULL,          -- JSON list of ids of events
    after TEXT NOT NULL,           -- JSON list of ids of events
    possible TEXT NOT NULL         -- JSON list of ids of events
);

-- What was left out, and why.
CREATE TABLE troubles (file TEXT NOT NULL, reason TEXT NOT NULL);

-- Accounts that people removed, each with what was read in it: no other table holds anything of them.
CREATE TABLE removed (
    document TEXT NOT NULL,        -- JSON: a row of documents
    statements TEXT NOT NULL,      -- JSON list
    mentions TEXT NOT NULL,        -- JSON list
    id TEXT GENERATED ALWAYS AS (json_extract(document, '$.id')) VIRTUAL
);

-- One row for each value that accounts give for an attribute of an event or series.
CREATE VIEW answers AS
SELECT about.id AS about,
       json_extract(one.value, '$.attribute') AS attribute,
       json_extract(one.value, '$.value') AS value,
       json_extract(one.value, '$.shown') AS shown,
       json_extract(one.value, '$.origins') AS origins,
       json_extract(one.value, '$.statements') AS statements,
       json_extract(one.value, '$.why') AS why
FROM (SELECT id, answers FROM events UNION ALL SELECT id, answers FROM series) AS about,
     json_each(about.answers) AS one;

-- One row for each figure of a series, with who gave it and when.
CREATE VIEW readings AS
SELECT series.id AS series,
       json_extract(one.value, '$.statement') AS statement,
       json_extract(one.value, '$.document') AS document,
       json_extract(one.value, '$.published') AS published,
       json_extract(one.value, '$.origin') AS origin,
       json_extract(one.value, '$.low') AS low,
       json_extract(one.value, '$.high') AS high,
       json_extract(one.value, '$.status') AS status
FROM series, json_each(series.readings) AS one;

-- One row for each side of a disagreement.
CREATE VIEW sides AS
SELECT disagreements.id AS disagreement,
       json_extract(one.value, '$.value') AS value,
       json_extract(one.value, '$.origins') AS origins,
       json_extract(one.value, '$.statements') AS statements
FROM disagreements, json_each(disagreements.sides) AS one;

-- One row for each link of a statement's chain of voices, innermost first.
CREATE VIEW voices AS
SELECT statements.id AS statement,
       one.key AS position,
       json_extract(one.value, '$.name') AS name,
       json_extract(one.value, '$.named') AS named
FROM statements, json_each(statements.voice) AS one;

-- Full text: SELECT id FROM documents JOIN documents_search s ON documents.rowid = s.rowid
--            WHERE documents_search MATCH 'river'.
CREATE VIRTUAL TABLE documents_search USING fts5 (title, text, content = 'documents');
CREATE VIRTUAL TABLE statements_search USING fts5 (quote, content = 'statements');
