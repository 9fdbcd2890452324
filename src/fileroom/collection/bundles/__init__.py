"""A bundle handed in on a page: told apart by what is in it, tried, taken; and the list of the imports there were."""
