"""What made the weights in xref/models/; running it again gives the same files."""
