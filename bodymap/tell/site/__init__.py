"""The static edition: a page for every record, which opens from a folder without a server."""
