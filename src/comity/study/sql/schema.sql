-- The tables of a study. All are append-only: nothing here is ever updated or deleted.
-- Everything that can be worked out from them is a view (views.sql) or a derived table (derived/*.sql).

create table meta (key varchar primary key, value varchar not null);

-- One publication or data set. `kind` is text or dataset; `digest` is the SHA-256 of its text or file.
create table document (
    id varchar not null,
    kind varchar not null,
    title varchar,
    language varchar,
    issuer varchar,
    issued_start date,
    issued_end date,
    issued_precision varchar,
    location varchar,
    digest varchar not null,
    licence varchar,
    citation varchar,
    text varchar,
    complete boolean,
    missing varchar[],
    findings varchar,
    reader varchar,
    recorded timestamp not null
);

-- One claim a row. Columns that do not belong to its kind are null. `seq` is the order of recording.
create table claim (
    seq bigint not null,
    id varchar not null,
    kind varchar not null,
    document varchar not null,
    recorded timestamp not null,
    mode varchar,
    root varchar,
    participants varchar[],
    roles varchar,
    "start" date,
    "end" date,
    precision varchar,
    resolved varchar,
    dated varchar,
    place varchar,
    frame varchar,
    ordinal integer,
    count integer,
    status varchar,
    track varchar,
    holders varchar[],
    stance varchar,
    target varchar,
    topics varchar[],
    addressees varchar[],
    deadline date,
    relation varchar,
    "from" varchar,
    "to" varchar,
    grade varchar,
    role varchar,
    speaker varchar,
    issuer varchar,
    section varchar,
    start_char bigint,
    end_char bigint,
    quote varchar,
    rule varchar,
    fields varchar
);

-- Signed, reversible decisions. `verdict`: accept, reject, correct, same, different, withdraw.
-- `other` is the second claim of same and different, `changes` the corrected fields (JSON), `score` how a
-- proposal was scored (JSON), `withdraws` the judgement that is taken back.
create table judgement (
    seq bigint not null,
    id varchar not null,
    verdict varchar not null,
    claim varchar,
    other varchar,
    changes varchar,
    reason varchar,
    author varchar not null,
    score varchar,
    withdraws varchar,
    recorded timestamp not null
);

-- What a source would have told: outside it the answer is unknown. An empty `actors` means all. `silence`
-- says what a missing row means inside it: no, or unknown.
create table coverage (
    document varchar not null,
    property varchar not null,
    actors varchar[] not null,
    "start" date,
    "end" date,
    note varchar,
    silence varchar default 'no',
    recorded timestamp not null
);

-- Numbers of a data set: a series, one or two actors, a period, a value. A missing value is null.
create table observation (
    document varchar not null,
    series varchar not null,
    a varchar not null,
    b varchar,
    "start" date not null,
    "end" date not null,
    value double,
    unit varchar,
    row_number bigint,
    recorded timestamp not null
);

-- What came in through a feed: the manifest of every import that reached its end. `reasons` tells why rows
-- were skipped (JSON, reason to count), `specification` is the SHA-256 of the feed's specification.
create table import (
    document varchar not null,
    feed varchar not null,
    address varchar,
    file varchar,
    bytes bigint,
    digest varchar not null,
    rows bigint not null,
    skipped bigint not null,
    reasons varchar,
    specification varchar,
    recorded timestamp not null
);

-- For which state of the study the derived tables were built: none yet.
create table derived (state varchar);
