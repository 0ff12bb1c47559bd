-- A table of corrected claims, with the columns of claim and none in it.
create or replace table correction as from claim limit 0;
