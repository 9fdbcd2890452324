"""The same rules in the languages of other engines, so that what they answer can be laid beside what we answer."""
