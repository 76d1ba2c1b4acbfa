"""What makes the documentation: pictures and the page of commands."""
