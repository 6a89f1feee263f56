-- The opt-out ledger is read as a whole, newest first, and exported oldest first: without this it is sorted anew for each page.
create index twilio_opt_outs_at on twilio_opt_outs (recorded_at desc, id desc);

-- Why the model did not answer, as the settings show it: few rows of many.
create index message_suggestions_problems on message_suggestions (created_at desc) where problem is not null;
