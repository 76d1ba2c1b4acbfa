"""The SQLite file: what outlets published, its claims and their vectors, and how to find them."""
