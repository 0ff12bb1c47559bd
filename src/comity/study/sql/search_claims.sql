-- Claims, as they stand, whose quote holds some words. Inputs: $words, $limit. Output: seq. Order: as recorded.
select seq from said where contains(lower(quote), lower($words)) order by seq limit $limit;
