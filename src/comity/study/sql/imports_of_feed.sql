-- Finished imports of a feed other than one document. Inputs: $feed, $document. Order: as recorded.
select document from import where feed = $feed and document <> $document order by recorded, document;
