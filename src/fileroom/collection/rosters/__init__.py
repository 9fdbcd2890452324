"""Rosters of any layout, by a map: which column, or path, of the sender's file is which fact of a closed list.

Reading, judging and staging are the same for all; a format brings a way to walk its files and a map (`maps`). Ed-Fi,
School Data Sync, Clever-like folders and a student information system's own exports come in here. OneRoster, which
says of each row what it changes, has a room of its own.
"""
