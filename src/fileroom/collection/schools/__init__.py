"""The state's list of public schools: codes and names for the district's own register of schools."""
