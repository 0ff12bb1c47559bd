-- Joined claims and the happening each tells of (the smallest claim id of its group). Order: by claim.
select claim, happening from happening order by claim;
