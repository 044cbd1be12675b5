"""Why a ladder was not saved."""


class SaveFailed(Exception):
    """The file could not be written and is unchanged; the message says why and what to do."""


class ChangedOnDisk(Exception):
    """Somebody else has saved the file since it was read."""
