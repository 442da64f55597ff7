"""What the rules ask of a program, and the edits that they share."""
