-- A text's status moves up several times soon after it was written: room on the page keeps those updates off the indexes.
alter table twilio_messages set (fillfactor = 85);
