"""One importer per published layout, and the registry that finds the right one."""
