-- For which state of the study the derived tables were built; null when never.
select state from derived;
