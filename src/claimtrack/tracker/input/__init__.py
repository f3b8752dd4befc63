"""What a person gives, read against the database: which claims, speakers and sources, and the fields of one."""
