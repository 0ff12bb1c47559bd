-- Record that an import reached its end. Inputs: $row (JSON object with the columns of `import`).
insert into import by name
select r.* from (
    select from_json($row, '{"document":"VARCHAR","feed":"VARCHAR","address":"VARCHAR","file":"VARCHAR",
        "bytes":"BIGINT","digest":"VARCHAR","rows":"BIGINT","skipped":"BIGINT","reasons":"VARCHAR",
        "specification":"VARCHAR","recorded":"TIMESTAMP"}') as r
);
