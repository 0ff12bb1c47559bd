-- The last day that any source covers of the ties with a body. Inputs: $body (null: of any ties).
select max("end") from coverage
where case when $body is null then property in ('member', 'ally', 'partner')
           else property in ('member', 'member:' || $body) and (len(actors) = 0 or list_contains(actors, $body)) end;
