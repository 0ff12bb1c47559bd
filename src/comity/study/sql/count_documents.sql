-- How many documents and data sets there are. Inputs: $kind, $issuer, $language (null: any). Output: one number.
select count(*) from document
where ($kind is null or kind = $kind) and ($issuer is null or issuer = $issuer)
  and ($language is null or language = $language);
