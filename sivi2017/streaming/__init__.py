"""Messages of any size, one employee at a time: read, checked and written in memory that does not grow."""
