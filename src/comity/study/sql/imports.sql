-- Every import in the order made.
select * from import order by recorded, document;
