"""The words of the field, as data and as what is read, asked and marked by them."""
