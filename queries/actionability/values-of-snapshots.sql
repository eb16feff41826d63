-- Snapshots one after the other, as a table of readings.
-- {snapshots} what each of them holds
({snapshots}) as snapshots
