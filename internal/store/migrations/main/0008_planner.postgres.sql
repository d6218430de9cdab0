-- PostgreSQL gathers its own numbers; this step keeps the count of both engines the same.
SELECT 1;
