-- Fill the table of corrected claims. Inputs: $rows (JSON list of whole claims).
insert into correction by name
select r.* from (select unnest(from_json($rows, '[{
        "seq":"BIGINT",
        "id":"VARCHAR","kind":"VARCHAR","document":"VARCHAR","recorded":"TIMESTAMP","mode":"VARCHAR",
        "root":"VARCHAR","participants":["VARCHAR"],"roles":"VARCHAR","start":"DATE","end":"DATE",
        "precision":"VARCHAR","resolved":"VARCHAR","dated":"VARCHAR","place":"VARCHAR","frame":"VARCHAR",
        "ordinal":"INTEGER","count":"INTEGER","status":"VARCHAR","track":"VARCHAR","holders":["VARCHAR"],
        "stance":"VARCHAR","target":"VARCHAR","topics":["VARCHAR"],"addressees":["VARCHAR"],
        "deadline":"DATE","relation":"VARCHAR","from":"VARCHAR","to":"VARCHAR","grade":"VARCHAR",
        "role":"VARCHAR","speaker":"VARCHAR","issuer":"VARCHAR","section":"VARCHAR",
        "start_char":"BIGINT","end_char":"BIGINT","quote":"VARCHAR","rule":"VARCHAR",
        "fields":"VARCHAR"}]')) as r)
order by r.seq;
