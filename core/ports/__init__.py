"""What the inside needs of the outside: narrow protocols, named for those who use them."""
