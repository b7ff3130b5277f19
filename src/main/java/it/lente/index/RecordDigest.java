package it.lente.index;

import it.lente.record.ProcessRecord;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/** Computes a digest of a whole record; two records have the same exactly if they are equal. */
final class RecordDigest {

  private RecordDigest() {}

  /** Returns the SHA-256 of the record as JSON, which has all its components. */
  static String of(ProcessRecord record) {
    return DigestUtils.sha256Hex(JsonMapper.shared().writeValueAsBytes(record));
  }
}
