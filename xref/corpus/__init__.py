"""The SQLite file: what outlets published, its claims and their vectors, and how to find them.

What a search compares lies beside the file (`matrix`), derived from it and made again when lost.
"""
