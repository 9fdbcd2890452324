"""Names of the room's tables that other rooms must know of."""

# The application's role may read these and add to them, and nothing else.
INSERT_ONLY = ["people_counselsignature", "people_readingchoice"]
