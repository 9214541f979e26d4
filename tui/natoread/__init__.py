"""natoread: read and search an organisation's releases in a terminal."""
