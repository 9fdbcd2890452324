"""Directory information: the Board's policy, and lists of students made under it, each student asked of the law."""
