"""The rules of the catalogue, one small class each, a theme to a file. Found by `ecode.rewrite.catalogue`."""
