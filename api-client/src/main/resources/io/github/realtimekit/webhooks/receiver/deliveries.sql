CREATE TABLE IF NOT EXISTS realtimekit_deliveries (
  token VARCHAR(36) PRIMARY KEY,
  id_key VARCHAR(64) UNIQUE,
  fingerprint_key VARCHAR(64) UNIQUE,
  done BOOLEAN NOT NULL,
  lease_ends BIGINT NOT NULL
)
