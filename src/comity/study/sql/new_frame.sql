-- Names of frames in a block whose meaning is not known yet. Output: key. Order: by key.
select distinct frame_key as key from block where frame_key not in (select key from means_frame) order by key;
