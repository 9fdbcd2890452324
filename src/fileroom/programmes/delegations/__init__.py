"""Who may act as the Superintendent's designee in a programme: the holders by office, and whom the register names."""
