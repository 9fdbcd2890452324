"""How a district begins and goes on: accounts of those who work here, and the roles that a person gives."""
