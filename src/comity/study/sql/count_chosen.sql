-- How many claims of a selection stand, and the last place of any. Inputs: table `chosen`.
select count(*) filter (stands) as standing, coalesce(max(place), 0) as last from chosen;
