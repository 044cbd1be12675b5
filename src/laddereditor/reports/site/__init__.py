"""The ladder as a website: a folder of pages that opens in any browser, without a server."""
