"""Ed-Fi bundles, XML interchanges or the JSON of an API, of Data Standard 2 to 6: through the gate in.

Both are walked as records of paths and values (`xml`, `json_files`), which a map (`map.toml`) leads to the entries of
`collection.rosters`. What the law keeps out is dropped at the path where it stands, and counted (`drops`).
"""
