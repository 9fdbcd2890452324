"""The district's school calendar: breaks and closed days, entered by the district, and counted by every clock."""
