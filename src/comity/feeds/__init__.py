"""Other people's data: each feed is a small specification that leads a table to claims or series."""
