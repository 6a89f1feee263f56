-- The opt-out ledger is read as a whole, newest first, and exported oldest first: without this it is sorted anew for each page.
create index twilio_opt_outs_at on twilio_opt_outs (recorded_at desc, id desc);
