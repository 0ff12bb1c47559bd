-- The rows of an exported Parquet file. Inputs: $file. Order: as written.
from read_parquet($file);
