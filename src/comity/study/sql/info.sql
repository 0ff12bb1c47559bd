-- What the study holds, in counts. One row.
select
    (select value from meta where key = 'schema') as format,
    (select value from meta where key = 'comity') as written_by,
    (select count(*) from document where kind = 'text') as documents,
    (select count(*) from document where kind = 'dataset') as datasets,
    (select count(*) from claim) as claims,
    (select count(*) from claim where kind = 'event') as events,
    (select count(*) from claim where kind = 'position') as positions,
    (select count(*) from claim where kind = 'tie') as ties,
    (select count(*) from judgement) as judgements,
    (select count(*) from standing) as reviewed,
    (select count(*) from left_out) as joins_left_out,
    (select count(*) from observation) as observations,
    (select count(*) from coverage) as coverage,
    (select min(issued_start) from document) as first_issued,
    (select max(issued_end) from document) as last_issued,
    (select max(recorded) from claim) as last_recorded;
