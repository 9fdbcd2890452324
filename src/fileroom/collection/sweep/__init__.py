"""A sweep of an old archive: every file answered once, however many there are, and gone on with after a kill."""
