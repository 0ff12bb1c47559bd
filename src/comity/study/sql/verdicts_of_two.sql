-- The last verdict of each of two authors on every claim both judged. Inputs: $first, $second.
-- Output: claim, a, b.
with last as (
    select claim, author, verdict
    from (
        select *, row_number() over (partition by claim, author order by seq desc) as turn
        from held where verdict in ('accept', 'reject', 'correct')
    )
    where turn = 1
)
select x.claim, x.verdict as a, y.verdict as b
from last as x join last as y on y.claim = x.claim
where x.author = $first and y.author = $second
order by x.claim;
