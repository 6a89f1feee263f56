-- Pictures and files of texts.
select 1;
