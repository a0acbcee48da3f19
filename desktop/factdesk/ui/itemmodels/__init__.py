"""Qt models over frozen values; columns are rows of data. Imports values only."""
