"""Other people's data: each feed is a small specification that leads a table to claims or series."""

from comity.feeds.load import load_feed, own_feeds
from comity.feeds.read import FeedReader, read_feed
from comity.feeds.spec import Feed

__all__ = ["Feed", "FeedReader", "load_feed", "own_feeds", "read_feed"]
