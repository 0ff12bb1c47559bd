-- How many judgements have an id. Inputs: $id.
select count(*) from judgement where id = $id;
