"""Cyber incidents: whom and what an account, an address or an hour has reached."""
