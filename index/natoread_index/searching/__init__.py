"""From a query to the releases that answer it, in order, over an index kept up to date."""
