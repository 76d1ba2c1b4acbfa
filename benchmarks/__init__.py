"""What measures quality and speed, on labelled data that is not part of the project."""
