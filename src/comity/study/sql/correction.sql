-- The claims as corrected. Output: the columns of claim. Order: as recorded.
select * from correction order by seq;
