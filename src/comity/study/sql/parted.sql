-- Pairs of happenings that somebody holds apart. Output: one, other. Order: by both.
select one, other from parted order by one, other;
