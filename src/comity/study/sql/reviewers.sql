-- Who has judged claims, and how many of the decisions stand. Output: author, judgements. Order: most first, then by name.
select author, count(*) as judgements from held
where verdict in ('accept', 'reject', 'correct')
group by author order by judgements desc, author;
