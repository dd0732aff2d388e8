-- The span of the turn that wanted an effect (W3C traceparent): its trace goes on in whatever process delivers it. Null when nobody records.
ALTER TABLE outbox ADD COLUMN trace text;
