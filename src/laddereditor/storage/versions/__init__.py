"""Published versions: frozen copies of a ladder beside its file, with their digests."""
