-- Corrections that stand, in the order they were made. Output: claim, changes.
select claim, changes from held where verdict = 'correct' order by seq;
