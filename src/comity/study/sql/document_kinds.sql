-- How many claims of each kind a document holds. Inputs: $id. Order: by kind.
select kind, count(*) as claims from claim where document = $id group by kind order by kind;
