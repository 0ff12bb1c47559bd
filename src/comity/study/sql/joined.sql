-- Pairs of claims held to tell of one happening, in the order of judging. Output: claim, other.
select claim, other from held where verdict = 'same' order by seq;
