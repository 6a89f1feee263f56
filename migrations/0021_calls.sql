-- How calls are placed, handed over, tried again and noted.
select 1;
