-- The phone in the browser.
select 1;
