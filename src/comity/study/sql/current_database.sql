-- The name of the database this connection looks at.
select current_database();
