-- How far an import of a document has come. Inputs: $document. One row: reader (null: not begun), done,
-- specification, claims, observations, rows, skipped, reasons.
select
    (select any_value(reader) from document where id = $document) as reader,
    (select count(*) from import where document = $document) > 0 as done,
    (select any_value(specification) from import where document = $document) as specification,
    (select count(*) from claim where document = $document) as claims,
    (select count(*) from observation where document = $document) as observations,
    (select any_value(rows) from import where document = $document) as rows,
    (select any_value(skipped) from import where document = $document) as skipped,
    (select any_value(reasons) from import where document = $document) as reasons;
