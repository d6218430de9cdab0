package store

// lockPostgres holds the rows of a SELECT until the commit.
const lockPostgres = ` FOR UPDATE`
