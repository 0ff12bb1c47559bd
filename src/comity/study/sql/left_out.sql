-- Joins that stand but are left out, since by way of others they would bring together what is held apart.
-- Output: claim, other, judgement. Order: by claims.
select claim, other, judgement from left_out order by claim, other;
