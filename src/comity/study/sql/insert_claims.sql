-- Record claims that are not there yet. Inputs: $rows (JSON list of objects with the columns of `claim`
-- but seq). Output: how many were new. Order of recording: as given.
insert into claim by name
select r.*, (select coalesce(max(seq), 0) from claim) + row_number() over (order by place) as seq
from (
    select unnest(claims) as r, generate_subscripts(claims, 1) as place
    from (select from_json($rows, '[{
        "id":"VARCHAR","kind":"VARCHAR","document":"VARCHAR","recorded":"TIMESTAMP","mode":"VARCHAR",
        "root":"VARCHAR","participants":["VARCHAR"],"roles":"VARCHAR","start":"DATE","end":"DATE",
        "precision":"VARCHAR","resolved":"VARCHAR","dated":"VARCHAR","place":"VARCHAR","frame":"VARCHAR",
        "ordinal":"INTEGER","count":"INTEGER","status":"VARCHAR","track":"VARCHAR","holders":["VARCHAR"],
        "stance":"VARCHAR","target":"VARCHAR","topics":["VARCHAR"],"addressees":["VARCHAR"],
        "deadline":"DATE","relation":"VARCHAR","from":"VARCHAR","to":"VARCHAR","grade":"VARCHAR",
        "role":"VARCHAR","speaker":"VARCHAR","issuer":"VARCHAR","section":"VARCHAR",
        "start_char":"BIGINT","end_char":"BIGINT","quote":"VARCHAR","rule":"VARCHAR",
        "fields":"VARCHAR"}]') as claims)
);
