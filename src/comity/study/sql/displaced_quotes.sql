-- Claims of texts whose quote does not stand at its span. Output: id, document.
select c.id, c.document
from claim as c join document as d on d.id = c.document
where d.kind = 'text'
  and substring(d.text, c.start_char + 1, c.end_char - c.start_char) <> c.quote
order by c.seq;
