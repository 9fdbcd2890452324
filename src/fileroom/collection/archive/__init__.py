"""Documents of an archive, with an index that says whose each is and what: screened one by one, filed in lots."""
