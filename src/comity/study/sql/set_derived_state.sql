-- Note for which state of the study the derived tables were built. Inputs: $state.
create or replace table derived as select $state::varchar as state;
