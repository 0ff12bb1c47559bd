-- Claims in order of recording, a stretch at a time. Inputs: $after (a seq), $step (how many).
select * from claim where seq > $after order by seq limit $step;
