"""A DOOR: the command line. It parses, calls a service, and turns the answer into words and an exit status."""
