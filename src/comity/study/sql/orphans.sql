-- Claims whose document is not there. Output: id, document.
select id, document from claim where document not in (select id from document) order by seq;
