"""The places of views in a window: the middle and the docks."""
